import { describeMembers } from './describeMembers';

describeMembers(
  `var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), cut = made('Cut', clip),
    track = cut.videoTracks[0], use = track.clips[0], sound = cut.audioTracks[0].clips[0]`,
  [
    [
      'TrackItem.name',
      'is written without renaming the project item',
      `use.name = 'Slate'; [cut.videoTracks[0].clips[0].name, clip.name].join()`,
      'Slate,A001.mov',
    ],
    [
      'TrackItem.start',
      'is a copy, and takes a Time',
      `use.start.seconds = 4; var copy = use.start.seconds; use.start = at('508032000000'); [copy, use.start.seconds, use.start.ticks, typeof use.start.ticks].join()`,
      '0,2,508032000000,string',
    ],
    [
      'TrackItem.start',
      'cannot be set past the end',
      `thrown(function () { use.start = at('2794176000000'); })`,
      'Cannot set property start',
    ],
    [
      'TrackItem.end',
      'is a copy; a Time moves the tail, stops at the media, and leaves the out point',
      `use.end.seconds = 5; var copy = use.end.seconds; use.end = at('1016064000000'); var cutShort = use.end.seconds + '/' + use.outPoint.seconds;
       use.end = at('7620480000000'); [copy, cutShort, use.end.seconds].join()`,
      '10,4/10,10',
    ],
    [
      'TrackItem.projectItem',
      'is the item it was placed from, known by its node id',
      `[use.projectItem.nodeId === clip.nodeId, use.projectItem.getMediaPath()].join()`,
      'true,/cards/A001.mov',
    ],
    [
      'TrackItem.components',
      'are Opacity and Motion on a picture, Volume first on sound',
      `[use.components[0].displayName, use.components[1].displayName, sound.components[0].displayName].join()`,
      'Opacity,Motion,Volume',
    ],
    [
      'TrackItem.inPoint',
      'is where the source begins, a copy as well',
      `clip.setInPoint(2, 4); cut.overwriteClip(clip, at('0'), 1, 0); var placed = cut.videoTracks[1].clips[0];
       placed.inPoint.seconds = 7; [placed.inPoint.seconds, placed.inPoint.ticks].join()`,
      '2,508032000000',
    ],
    [
      'TrackItem.outPoint',
      'is where the source ends',
      `clip.setOutPoint(3, 4); cut.overwriteClip(clip, at('0'), 1, 0); [use.outPoint.seconds, cut.videoTracks[1].clips[0].outPoint.seconds].join()`,
      '10,3',
    ],
    [
      'TrackItem.isSelected',
      'is a boolean',
      `var before = use.isSelected(); use.setSelected(1, 1); [before, use.isSelected() === true].join()`,
      'false,true',
    ],
    [
      'TrackItem.setSelected',
      'selects and leaves, with flags as numbers or booleans',
      `use.setSelected(true, true); var on = cut.getSelection().length; use.setSelected(0, 1); [on, cut.getSelection().length].join()`,
      /^[12],0$/,
    ],
    [
      'TrackItem.remove',
      'leaves the gap when it is not to ripple, and indexes shift at once',
      `track.overwriteClip(mute, 10); use.remove(false, false); shape(track)`,
      'A002.mov 10-20@0',
    ],
    [
      'TrackItem.remove',
      'closes the gap when it is to ripple (up to 25.x)',
      `track.overwriteClip(mute, 10); use.remove(true, true); shape(track)`,
      'A002.mov 0-10@0',
    ],
    [
      'TrackItem.duration',
      'is a Time',
      `[use.duration.seconds, use.duration.ticks].join()`,
      '10,2540160000000',
    ],
    [
      'TrackItem.getMGTComponent',
      'is falsy where there is no graphics template',
      `!use.getMGTComponent()`,
      'true',
    ],
    [
      'TrackItem.mediaType',
      'is Video or Audio',
      `[use.mediaType, sound.mediaType].join()`,
      'Video,Audio',
    ],
    [
      'TrackItem.nodeId',
      'is text, the same at each access, another for each item',
      `[typeof use.nodeId, use.nodeId === track.clips[0].nodeId, use.nodeId !== sound.nodeId].join()`,
      'string,true,true',
    ],
    [
      'TrackItem.move',
      'shifts by the amount, and linked items do not follow',
      `use.move(2); use.move(at('254016000000')); [shape(track), shape(cut.audioTracks[0])].join('|')`,
      'A001.mov 3-13@0|A001.mov 0-10@0',
    ],
    [
      'TrackItem.disabled',
      'switches a clip off',
      `var before = use.disabled; use.disabled = true; [before, track.clips[0].disabled].join()`,
      'false,true',
    ],
    [
      'TrackItem.type',
      'is 1 for a picture and 2 for sound',
      `[use.type, sound.type].join()`,
      '1,2',
    ],
    ['TrackItem.getSpeed', 'is 1 for a clip nobody retimed', `use.getSpeed()`, '1'],
    [
      'TrackItem.getLinkedItems',
      'are the other halves of the placement',
      `var linked = use.getLinkedItems(); [linked.length || linked.numItems, linked[linked.length - 1 || 0].mediaType].join()`,
      /^[12],Audio$/,
    ],
  ],
);
