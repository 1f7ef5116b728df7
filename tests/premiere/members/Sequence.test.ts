import { describeMembers, until } from './describeMembers';

const setup = `var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), cut = made('Cut', clip)`;

describeMembers(setup, [
  [
    'Sequence.videoTracks',
    'are counted from the bottom and from 0',
    `cut.overwriteClip(mute, at('0'), 1, 0);
     [cut.videoTracks[0].clips[0].name, cut.videoTracks[1].clips[0].name, cut.videoTracks[0].mediaType, typeof cut.videoTracks[99]].join()`,
    'A001.mov,A002.mov,Video,undefined',
  ],
  [
    'Sequence.name',
    'is written, and is the name of its item',
    `cut.name = 'Fine'; [cut.name, cut.projectItem.name].join()`,
    'Fine,Fine',
  ],
  [
    'Sequence.audioTracks',
    'hold the sound that came with the picture',
    `[cut.audioTracks[0].mediaType, shape(cut.audioTracks[0]), typeof cut.audioTracks[99]].join('|')`,
    'Audio|A001.mov 0-10@0|undefined',
  ],
  [
    'Sequence.markers',
    'is counted and walked, and cannot be indexed',
    `cut.markers.createMarker(1); [cut.markers.numMarkers, typeof cut.markers[0], cut.markers.getFirstMarker().start.seconds].join()`,
    '1,undefined,1',
  ],
  [
    'Sequence.getSettings',
    'tells raster and format, and rates as durations',
    `var told = cut.getSettings(); [told.videoFrameWidth, told.videoFrameHeight, told.videoFrameRate.seconds, told.videoFrameRate.ticks,
      told.audioSampleRate.ticks, told.videoDisplayFormat, told.videoPixelAspectRatio].join()`,
    /^1920,1080,0\.04,10160640000,5292000,101,1\d*:1\d*$/,
  ],
  [
    'Sequence.getPlayerPosition',
    'is a Time',
    `var before = cut.getPlayerPosition().ticks; cut.setPlayerPosition('254016000000'); [before, cut.getPlayerPosition().seconds].join()`,
    '0,1',
  ],
  [
    'Sequence.setPlayerPosition',
    'takes ticks as text and refuses a number',
    `cut.setPlayerPosition('508032000000'); [cut.getPlayerPosition().seconds, thrown(function () { cut.setPlayerPosition(1); })].join()`,
    '2,Illegal Parameter type',
  ],
  [
    'Sequence.end',
    'is the last end in ticks as text, and 0 when it is empty',
    `[typeof cut.end, cut.end, typeof cut.end.seconds, clear(cut).end].join()`,
    'string,2540160000000,undefined,0',
  ],
  [
    'Sequence.projectItem',
    'is the item that stands for it',
    `[cut.projectItem.isSequence(), cut.projectItem.nodeId === root.children[2].nodeId].join()`,
    'true,true',
  ],
  [
    'Sequence.getSelection',
    'is an array, empty for nothing',
    `var none = cut.getSelection().length; cut.videoTracks[0].clips[0].setSelected(true, true); var picked = cut.getSelection();
     [none, picked.length, picked[0].nodeId === cut.videoTracks[0].clips[0].nodeId, picked instanceof Array].join()`,
    '0,1,true,true',
  ],
  [
    'Sequence.sequenceID',
    'is a GUID, the same after saving and opening',
    [
      `var id = cut.sequenceID, shows = project.path; project.save(); project.closeDocument(0, 0)`,
      `app.openDocument(shows)`,
      `[/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id), app.project.sequences[0].sequenceID === id].join()`,
    ],
    'true,true',
  ],
  [
    'Sequence.frameSizeVertical',
    'is read and not written',
    `thrown(function () { cut.frameSizeVertical = 1; }); cut.frameSizeVertical`,
    '1080',
  ],
  [
    'Sequence.frameSizeHorizontal',
    'is read and not written',
    `thrown(function () { cut.frameSizeHorizontal = 1; }); cut.frameSizeHorizontal`,
    '1920',
  ],
  [
    'Sequence.timebase',
    'is the ticks of a frame as text',
    `[typeof cut.timebase, cut.timebase, made('Film', bring('/cards/B001.mov')).timebase].join()`,
    'string,10160640000,10594584000',
  ],
  [
    'Sequence.setOutPoint',
    'takes seconds or a Time',
    `cut.setOutPoint(4); var first = cut.getOutPointAsTime().seconds; cut.setOutPoint(at('1270080000000')); [first, cut.getOutPointAsTime().seconds].join()`,
    '4,5',
  ],
  [
    'Sequence.setInPoint',
    'takes seconds or a Time',
    `cut.setInPoint(1); var first = cut.getInPointAsTime().seconds; cut.setInPoint(at('508032000000')); [first, cut.getInPointAsTime().seconds].join()`,
    '1,2',
  ],
  [
    'Sequence.getInPoint',
    'is text of seconds, and -400000 when it is not set',
    `var unset = cut.getInPoint(); cut.setInPoint(2); [parseFloat(unset), typeof cut.getInPoint(), parseFloat(cut.getInPoint())].join()`,
    '-400000,string,2',
  ],
  [
    'Sequence.getOutPoint',
    'is text of seconds, and -400000 when it is not set',
    `var unset = cut.getOutPoint(); cut.setOutPoint(3); [parseFloat(unset), typeof cut.getOutPoint(), parseFloat(cut.getOutPoint())].join()`,
    '-400000,string,3',
  ],
  [
    'Sequence.getOutPointAsTime',
    'is a Time',
    `cut.setOutPoint(3); [cut.getOutPointAsTime().seconds, cut.getOutPointAsTime().ticks].join()`,
    '3,762048000000',
  ],
  [
    'Sequence.getInPointAsTime',
    'is a Time',
    `cut.setInPoint(3); [cut.getInPointAsTime().seconds, cut.getInPointAsTime().ticks].join()`,
    '3,762048000000',
  ],
  [
    'Sequence.exportAsMediaDirect',
    'renders before it answers, and says No Error',
    [`cut.exportAsMediaDirect(folder + '/cut.mp4', presetPath, 0)`],
    'No Error',
  ],
  [
    'Sequence.exportAsMediaDirect',
    'leaves the file',
    [
      `cut.exportAsMediaDirect(folder + '/cut.mp4', presetPath, 0)`,
      `new File(folder + '/cut.mp4').exists`,
    ],
    'true',
  ],
  [
    'Sequence.importMGT',
    'places a graphics template and answers its track item',
    `var template = written('Title.mogrt', 'template'), title = cut.importMGT(template.fsName, '508032000000', 1, 0);
     [title.start.seconds, cut.videoTracks[1].clips.numItems, title.isMGT(), typeof title.getMGTComponent().properties].join()`,
    '2,1,true,object',
  ],
  [
    'Sequence.setSettings',
    'writes what was changed',
    [
      `var told = cut.getSettings(); told.videoFrameWidth = 1280; told.videoFrameHeight = 720; cut.setSettings(told)`,
      `[cut.getSettings().videoFrameWidth, cut.frameSizeHorizontal, cut.frameSizeVertical].join()`,
    ],
    '1280,1280,720',
  ],
  [
    'Sequence.clone',
    'answers a boolean and leaves a copy of its own id beside the original',
    [
      `var answer = cut.clone()`,
      `var copy = project.sequences[0].sequenceID === cut.sequenceID ? project.sequences[1] : project.sequences[0];
       [answer === true, copy.name, copy.sequenceID !== cut.sequenceID, shape(copy.videoTracks[0]), copy.projectItem.treePath].join()`,
    ],
    'true,Cut Copy,true,A001.mov 0-10@0,\\Show.sfproj\\Cut Copy',
  ],
  [
    'Sequence.zeroPoint',
    'is ticks as text, and moves no clip',
    `var before = cut.zeroPoint; cut.setZeroPoint('914457600000000'); [before, typeof cut.zeroPoint, cut.zeroPoint, shape(cut.videoTracks[0])].join()`,
    '0,string,914457600000000,A001.mov 0-10@0',
  ],
  [
    'Sequence.insertClip',
    'pushes what comes later on the named tracks',
    `cut.insertClip(mute, at('508032000000'), 0, 0); shape(cut.videoTracks[0])`,
    'A001.mov 0-2@0, A002.mov 2-12@0, A001.mov 12-20@2',
  ],
  [
    'Sequence.overwriteClip',
    'replaces picture and sound on the named tracks and pushes nothing',
    `clip.setOutPoint(2, 4); cut.overwriteClip(clip, at('508032000000'), 0, 0); [shape(cut.videoTracks[0]), shape(cut.audioTracks[0])].join('|')`,
    'A001.mov 0-2@0, A001.mov 2-4@0, A001.mov 4-10@4|A001.mov 0-2@0, A001.mov 2-4@0, A001.mov 4-10@4',
  ],
  [
    'Sequence.unlinkSelection',
    'parts picture and sound',
    `var use = cut.videoTracks[0].clips[0], before = use.getLinkedItems().length || use.getLinkedItems().numItems;
     use.setSelected(true, true); cut.audioTracks[0].clips[0].setSelected(true, true); cut.unlinkSelection();
     var after = cut.videoTracks[0].clips[0].getLinkedItems(); [before > 0, after ? after.length || after.numItems || 0 : 0].join()`,
    'true,0',
  ],
  [
    'Sequence.createSubsequence',
    'answers a sequence of what lies between the marks',
    `cut.setInPoint(2); cut.setOutPoint(5); var part = cut.createSubsequence(true);
     [part.sequenceID !== cut.sequenceID, shape(part.videoTracks[0])].join()`,
    'true,A001.mov 0-3@2',
  ],
  [
    'Sequence.exportAsFinalCutProXML',
    'writes xmeml and answers 0',
    [
      `var answer = cut.exportAsFinalCutProXML(folder + '/cut.xml', 1)`,
      until(`new File(folder + '/cut.xml').exists`),
      `var file = new File(folder + '/cut.xml'); file.open('r'); var text = file.read(); file.close();
       [answer === true, /<xmeml version="4">/.test(text), /A001\\.mov/.test(text)].join()`,
    ],
    'false,true,true',
  ],
  [
    'TrackCollection.numTracks',
    'counts the tracks, as length does',
    `app.enableQE(); var count = cut.videoTracks.numTracks; qe.project.getActiveSequence().addTracks(1, count, 0);
     [cut.videoTracks.numTracks - count, cut.videoTracks.numTracks === cut.videoTracks.length].join()`,
    '1,true',
  ],
  [
    'SequenceSettings.videoFrameRate',
    'is the duration of a frame, not a rate',
    `var rate = cut.getSettings().videoFrameRate; [rate.seconds, rate.ticks].join()`,
    '0.04,10160640000',
  ],
  [
    'SequenceSettings.videoFrameHeight',
    'is written through setSettings',
    [
      `var told = cut.getSettings(); told.videoFrameHeight = 720; cut.setSettings(told)`,
      `cut.getSettings().videoFrameHeight`,
    ],
    '720',
  ],
  [
    'SequenceSettings.videoFrameWidth',
    'is written through setSettings',
    [
      `var told = cut.getSettings(); told.videoFrameWidth = 1280; cut.setSettings(told)`,
      `cut.getSettings().videoFrameWidth`,
    ],
    '1280',
  ],
  [
    'SequenceSettings.videoDisplayFormat',
    'is the code of the timecode, and is written through setSettings',
    [
      `var told = cut.getSettings(), before = told.videoDisplayFormat; told.videoDisplayFormat = 109; cut.setSettings(told)`,
      `[before, cut.getSettings().videoDisplayFormat].join()`,
    ],
    '101,109',
  ],
]);
