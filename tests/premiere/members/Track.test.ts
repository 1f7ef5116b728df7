import { describeMembers } from './describeMembers';

describeMembers(
  `var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), cut = made('Cut', clip), track = cut.videoTracks[0]`,
  [
    [
      'Track.clips',
      'are sorted by time and counted from 0, with nothing beyond',
      `clear(cut); track.overwriteClip(mute, 20); track.overwriteClip(clip, 0);
       [track.clips.numItems, track.clips[0].name, track.clips[1].name, typeof track.clips[2]].join()`,
      '2,A001.mov,A002.mov,undefined',
    ],
    [
      'Track.name',
      'is its place until it is given a name',
      `var before = track.name; track.name = 'Hero'; [before, cut.videoTracks[0].name].join()`,
      'Video 1,Hero',
    ],
    [
      'Track.overwriteClip',
      'takes a Time, a number of seconds and ticks as text',
      `clear(cut); clip.setOutPoint(1, 4); track.overwriteClip(clip, 1); track.overwriteClip(clip, at('762048000000'));
       track.overwriteClip(clip, '1270080000000'); shape(track)`,
      'A001.mov 1-2@0, A001.mov 3-4@0, A001.mov 5-6@0',
    ],
    [
      'Track.overwriteClip',
      'replaces what it falls on and pushes nothing',
      `mute.setOutPoint(2, 4); track.overwriteClip(mute, 3); shape(track)`,
      'A001.mov 0-3@0, A002.mov 3-5@0, A001.mov 5-10@5',
    ],
    [
      'Track.insertClip',
      'opens a gap of its own length',
      `mute.setOutPoint(2, 4); track.insertClip(mute, at('762048000000')); shape(track)`,
      'A001.mov 0-3@0, A002.mov 3-5@0, A001.mov 5-12@3',
    ],
    [
      'Track.isTargeted',
      'is a boolean',
      `[typeof track.isTargeted(), cut.videoTracks[0].isTargeted() === track.isTargeted()].join()`,
      'boolean,true',
    ],
    [
      'Track.setTargeted',
      'targets a track and leaves it',
      `track.setTargeted(false, true); var off = track.isTargeted(); track.setTargeted(true, true); [off, track.isTargeted()].join()`,
      'false,true',
    ],
    [
      'Track.isMuted',
      'is a boolean, false on a fresh track',
      `[track.isMuted(), typeof track.isMuted()].join()`,
      'false,boolean',
    ],
    [
      'Track.setMute',
      'takes 1 and 0',
      `track.setMute(1); var on = track.isMuted(); track.setMute(0); [on, track.isMuted()].join()`,
      'true,false',
    ],
    [
      'Track.isLocked',
      'is a boolean, false on a fresh track',
      `[track.isLocked(), typeof track.isLocked()].join()`,
      'false,boolean',
    ],
    [
      'Track.setLocked',
      'lets nothing be placed, and says nothing of it',
      `track.setLocked(1); track.overwriteClip(mute, 20); [track.isLocked(), track.clips.numItems].join()`,
      'true,1',
    ],
    [
      'Track.transitions',
      'are a list of their own, beside the clips',
      `[track.transitions.numItems, track.clips.numItems].join()`,
      '0,1',
    ],
    [
      'TrackItemCollection.numItems',
      'counts the clips, as length does; numTracks is no counter of theirs',
      `[track.clips.numItems, track.clips.length, typeof track.clips.numTracks, cut.videoTracks[1].clips.numItems].join()`,
      '1,1,undefined,0',
    ],
    ['TrackItemCollection.length', 'counts the clips', `track.clips.length`, '1'],
  ],
);
