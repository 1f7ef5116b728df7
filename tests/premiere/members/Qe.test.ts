import { describeMembers } from './describeMembers';

describeMembers(
  `app.enableQE(); var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), cut = made('Cut', clip),
    sequence = qe.project.getActiveSequence(), track = sequence.getVideoTrackAt(0)`,
  [
    [
      'qe.project',
      'is the project in front',
      `[qe.project.name, qe.project.path === project.path].join()`,
      'Show.sfproj,true',
    ],
    [
      'QEProject.getActiveSequence',
      'is the sequence in front',
      `[sequence.name, sequence.guid === cut.sequenceID].join()`,
      'Cut,true',
    ],
    [
      'QEProject.getVideoEffectByName',
      'is the effect of a display name',
      `qe.project.getVideoEffectByName('Gaussian Blur').name`,
      'Gaussian Blur',
    ],
    [
      'QESequence.getVideoTrackAt',
      'is a track from the bottom, and falsy beyond the top',
      `[track.type, track.numItems, !sequence.getVideoTrackAt(99)].join()`,
      'Video,1,true',
    ],
    [
      'QESequence.getAudioTrackAt',
      'is a track of sound',
      `[sequence.getAudioTrackAt(0).type, sequence.getAudioTrackAt(0).numItems].join()`,
      'Audio,1',
    ],
    [
      'QESequence.CTI',
      'is the playhead: ticks as text, and timecode',
      `cut.setPlayerPosition('264176640000'); var time = sequence.CTI; [typeof time.ticks, time.ticks, time.timecode, time.frames].join()`,
      'string,264176640000,00:00:01:01,26',
    ],
    [
      'QETrack.getItemAt',
      'counts gaps as items of type Empty',
      `cut.videoTracks[0].overwriteClip(mute, 20); var types = [], i; for (i = 0; i < track.numItems; i++) types.push(track.getItemAt(i).type); types.join()`,
      'Clip,Empty,Clip',
    ],
    [
      'QETrack.numItems',
      'counts gaps as well',
      `cut.videoTracks[0].overwriteClip(mute, 20); [track.numItems, cut.videoTracks[0].clips.numItems].join()`,
      '3,2',
    ],
    [
      'QETrack.razor',
      'cuts at a timecode',
      `track.razor('00:00:03:00'); shape(cut.videoTracks[0])`,
      'A001.mov 0-3@0, A001.mov 3-10@3',
    ],
    [
      'QETrack.razor',
      'does nothing with ticks, and does not say so',
      `track.razor('762048000000'); shape(cut.videoTracks[0])`,
      'A001.mov 0-10@0',
    ],
    [
      'QETrackItem.addVideoEffect',
      'adds a component after those of its own',
      `track.getItemAt(0).addVideoEffect(qe.project.getVideoEffectByName('Gaussian Blur'));
       var parts = cut.videoTracks[0].clips[0].components; [parts.numItems, parts[2].displayName].join()`,
      '3,Gaussian Blur',
    ],
    [
      'QETrackItem.start',
      'is a QETime',
      `cut.videoTracks[0].overwriteClip(mute, 20); var start = track.getItemAt(2).start; [start.ticks, start.secs, start.timecode].join()`,
      '5080320000000,20,00:00:20:00',
    ],
    ['QETrackItem.type', 'is Clip for a clip', `String(track.getItemAt(0).type)`, 'Clip'],
    ['QETrackItem.name', 'is the name of the clip', `track.getItemAt(0).name`, 'A001.mov'],
    [
      'QETime.timecode',
      'is text in the format of the sequence',
      `track.getItemAt(0).end.timecode`,
      '00:00:10:00',
    ],
    [
      'QETime.ticks',
      'is text',
      `typeof track.getItemAt(0).end.ticks + track.getItemAt(0).end.ticks`,
      'string2540160000000',
    ],
    ['QESequence.name', 'is the name of the sequence', `sequence.name`, 'Cut'],
    [
      'QESequence.numVideoTracks',
      'counts the tracks',
      `sequence.numVideoTracks === cut.videoTracks.numTracks`,
      'true',
    ],
    [
      'QESequence.addTracks',
      'adds as many of each kind as it is told',
      `var video = cut.videoTracks.numTracks, sound = cut.audioTracks.numTracks; sequence.addTracks(2, video, 1, 1, sound);
       [cut.videoTracks.numTracks - video, cut.audioTracks.numTracks - sound, shape(cut.videoTracks[0])].join()`,
      '2,1,A001.mov 0-10@0',
    ],
  ],
);
