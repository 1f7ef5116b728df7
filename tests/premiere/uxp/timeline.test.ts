import { describeUxp } from './describeUxp';

/** Names for what these scripts use all the time. */
const open = `const cut = await project.getActiveSequence(), editor = ppro.SequenceEditor.getEditor(cut);
  const { CLIP } = ppro.Constants.TrackItemType, { ANY, VIDEO, AUDIO } = ppro.Constants.MediaType;
  const v1 = await cut.getVideoTrack(0), a1 = await cut.getAudioTrack(0);
  const clip = ppro.ClipProjectItem.cast(await find('A001.mov'));
  const on = (track) => track.getTrackItems(CLIP, false);
  const shape = async (track) => {
    const texts = [];
    for (const item of on(track)) texts.push((await item.getStartTime()).seconds + '-' + (await item.getEndTime()).seconds + '@' + (await item.getInPoint()).seconds);
    return texts.join();
  };
  const choose = (...items) => { let chosen; ppro.TrackItemSelection.createEmptySelection((made) => { for (const item of items) made.addItem(item, false); chosen = made; }); return chosen; };
  const part = (from, to) => edit(() => clip.createSetInOutPointsAction(time(from), time(to)));
  const place = (at, video = 0, audio = 0) => edit(() => editor.createOverwriteItemAction(clip, time(at), video, audio));`;

const emptyCut = `var clip = bring('/cards/A001.mov'), cut = clear(made('Cut', clip))`;
const v1 = `shape(cut.videoTracks[0])`;

describe('SequenceEditor', () => {
  describeUxp(emptyCut, [
    [
      'createOverwriteItemAction',
      `${open} part(2, 6); place(0); place(2); [await shape(v1), await shape(a1)]`,
      ['0-2@2,2-6@2', '0-2@2,2-6@2'],
      [v1, 'A001.mov 0-2@2, A001.mov 2-6@2'],
    ],
    [
      'createInsertProjectItemAction',
      `${open} part(2, 6); place(0); edit(() => editor.createInsertProjectItemAction(clip, time(1), 0, 0, true)); await shape(v1)`,
      '0-1@2,1-5@2,5-8@3',
      [v1, 'A001.mov 0-1@2, A001.mov 1-5@2, A001.mov 5-8@3'],
    ],
    [
      'a track that is not there is made',
      `${open} const before = await cut.getVideoTrackCount(); part(0, 1); place(0, before, await cut.getAudioTrackCount()); [await cut.getVideoTrackCount() - before, await shape(await cut.getVideoTrack(before))]`,
      [1, '0-1@0'],
      [`cut.audioTracks.numTracks`, '4'],
    ],
    [
      'createRemoveItemsAction of one kind',
      `${open} part(0, 2); place(0); place(5); edit(() => editor.createRemoveItemsAction(choose(on(v1)[0], on(a1)[0]), false, VIDEO, false)); [await shape(v1), await shape(a1)]`,
      ['5-7@0', '0-2@0,5-7@0'],
      [v1, 'A001.mov 5-7@0'],
    ],
    [
      'createRemoveItemsAction with ripple leaves the gap in 26',
      `${open} part(0, 2); place(0); place(2); edit(() => editor.createRemoveItemsAction(choose(on(v1)[0]), true, ANY, false)); await shape(v1)`,
      '2-4@0',
    ],
    [
      'createCloneTrackItemAction to another track',
      `${open} part(0, 2); place(0); edit(() => editor.createCloneTrackItemAction(on(v1)[0], time(3), 1, 0, false, false)); [await shape(v1), await shape(await cut.getVideoTrack(1))]`,
      ['0-2@0', '3-5@0'],
      [`shape(cut.videoTracks[1])`, 'A001.mov 3-5@0'],
    ],
    [
      'createCloneTrackItemAction as an insert',
      `${open} part(0, 2); place(0); place(4); edit(() => editor.createCloneTrackItemAction(on(v1)[0], time(4), 0, 0, false, true)); await shape(v1)`,
      '0-2@0,4-6@0,6-8@0',
    ],
    [
      'a use that went by an action before is left alone',
      `${open} part(0, 2); place(0); const item = on(v1)[0]; edit(() => editor.createRemoveItemsAction(choose(item), false, ANY, false), () => item.createMoveAction(time(5)))`,
      true,
      [v1, ''],
    ],
    [
      'a bin cannot be placed',
      `${open} edit(() => root.createBinAction('Day', false)); const day = await find('Day'); try { edit(() => editor.createOverwriteItemAction(day, time(0), 0, 0)) } catch (error) { return error.message }`,
      'Illegal Parameter type',
    ],
    [
      'seconds are no TickTime',
      `${open} try { edit(() => editor.createOverwriteItemAction(clip, 1, 0, 0)) } catch (error) { return error.message }`,
      'Illegal Parameter type',
    ],
  ]);
});

describe('VideoClipTrackItem and AudioClipTrackItem', () => {
  const placed = `${open} part(2, 6); place(1); const item = on(v1)[0];`;
  describeUxp(emptyCut, [
    [
      'times',
      `${placed} const told = []; for (const name of ['StartTime', 'EndTime', 'InPoint', 'OutPoint', 'Duration']) told.push((await item['get' + name]()).seconds); told`,
      [1, 5, 2, 6, 4],
    ],
    [
      'createMoveAction',
      `${placed} edit(() => item.createMoveAction(time(2))); [await shape(v1), await shape(a1)]`,
      ['3-7@2', '1-5@2'],
      [v1, 'A001.mov 3-7@2'],
    ],
    [
      'createSetEndAction',
      `${placed} edit(() => item.createSetEndAction(time(3)))`,
      true,
      [v1, 'A001.mov 1-3@2'],
    ],
    [
      'createSetInPointAction with createSetStartAction trims the head',
      `${placed} edit(() => item.createSetInPointAction(time(3)), () => item.createSetStartAction(time(2)))`,
      true,
      [v1, 'A001.mov 2-5@3'],
    ],
    [
      'createSetInPointAction with createSetOutPointAction slips',
      `${placed} edit(() => item.createSetInPointAction(time(3)), () => item.createSetOutPointAction(time(7))); [await shape(v1), (await item.getOutPoint()).seconds]`,
      ['1-5@3', 7],
    ],
    [
      'createSetDisabledAction',
      `${placed} edit(() => item.createSetDisabledAction(true)); await item.isDisabled()`,
      true,
      [`cut.videoTracks[0].clips[0].disabled`, 'true'],
    ],
    [
      'createSetNameAction',
      `${placed} edit(() => item.createSetNameAction('24A')); await item.getName()`,
      '24A',
      [`cut.videoTracks[0].clips[0].name`, '24A'],
    ],
    [
      'what it is',
      `${placed} [await item.getType() === CLIP, await item.getTrackIndex(), (await item.getProjectItem()).name, await item.getSpeed(), await item.isSpeedReversed(), await item.isAdjustmentLayer()]`,
      [true, 0, 'A001.mov', 1, false, false],
    ],
    [
      'sound is a class of its own',
      `${placed} [String(item), String(on(a1)[0]), typeof on(a1)[0].isAdjustmentLayer]`,
      ['[object VideoClipTrackItem]', '[object AudioClipTrackItem]', 'undefined'],
    ],
    [
      'media types are told apart',
      `${placed} (await item.getMediaType()).toString() === (await v1.getMediaType()).toString() && (await item.getMediaType()).toString() !== (await a1.getMediaType()).toString()`,
      true,
    ],
    [
      'one that was removed is invalid',
      `${placed} edit(() => editor.createRemoveItemsAction(choose(item), false, ANY, false)); try { edit(() => item.createMoveAction(time(1))) } catch (error) { return error.message }`,
      'Object is invalid',
    ],
  ]);
});

describe('tracks', () => {
  describeUxp(emptyCut, [
    [
      'names and places',
      `${open} [v1.name, a1.name, await v1.getIndex(), typeof v1.id]`,
      ['Video 1', 'Audio 1', 0, 'number'],
    ],
    [
      'setMute',
      `${open} [await v1.setMute(true), await v1.isMuted()]`,
      [true, true],
      [`cut.videoTracks[0].isMuted()`, 'true'],
    ],
    [
      'createSetNameAction',
      `${open} edit(() => v1.createSetNameAction('Camera A'))`,
      true,
      [`cut.videoTracks[0].name`, 'Camera A'],
    ],
    [
      'getTrackItems of another kind',
      `${open} part(0, 1); place(0); v1.getTrackItems(ppro.Constants.TrackItemType.TRANSITION, false).length`,
      0,
    ],
    ['a track that is not there', `${open} await cut.getVideoTrack(99)`, null],
  ]);
});

describe('Sequence', () => {
  describeUxp(emptyCut, [
    [
      'counts and size',
      `${open} const size = await cut.getFrameSize(); [await cut.getVideoTrackCount(), await cut.getAudioTrackCount(), await cut.getCaptionTrackCount(), size.width, size.height, await cut.getTimebase()]`,
      [3, 3, 0, 1920, 1080, '10160640000'],
    ],
    ['getEndTime', `${open} part(0, 2); place(3); (await cut.getEndTime()).seconds`, 5],
    [
      'setPlayerPosition',
      `${open} await cut.setPlayerPosition(time(2)); (await cut.getPlayerPosition()).seconds`,
      2,
      [`cut.getPlayerPosition().seconds`, '2'],
    ],
    [
      'createSetInPointAction, createSetOutPointAction',
      `${open} edit(() => cut.createSetInPointAction(time(1)), () => cut.createSetOutPointAction(time(4))); [(await cut.getInPoint()).seconds, (await cut.getOutPoint()).seconds]`,
      [1, 4],
      [`cut.getInPoint() + '-' + cut.getOutPoint()`, '1-4'],
    ],
    [
      'createSetZeroPointAction',
      `${open} edit(() => cut.createSetZeroPointAction(time(3600))); (await cut.getZeroPoint()).seconds`,
      3600,
      [`cut.zeroPoint`, '914457600000000'],
    ],
    [
      'createCloneAction',
      `${open} edit(() => cut.createCloneAction()); (await project.getSequences()).map(({ name }) => name)`,
      ['Cut', 'Cut Copy'],
      [`project.sequences.numSequences`, '2'],
    ],
    [
      'createSetSettingsAction',
      `${open} const settings = await cut.getSettings(); settings.setVideoFrameRate(ppro.FrameRate.createWithValue(24)); await settings.setMaximumBitDepth(true);
       const before = await cut.getTimebase(); edit(() => cut.createSetSettingsAction(settings)); [before, await cut.getTimebase(), await (await cut.getSettings()).getMaximumBitDepth()]`,
      ['10160640000', '10584000000', true],
      [`cut.timebase`, '10584000000'],
    ],
    [
      'SequenceSettings',
      `${open} const settings = await cut.getSettings(), rect = await settings.getVideoFrameRect(); [rect.width, settings.getVideoFrameRate().value, Math.round((await settings.getAudioSampleRate()).value), (await settings.getVideoDisplayFormat()).type]`,
      [1920, 25, 48000, 101],
    ],
    [
      'setSelection answers at once in 26.3',
      `${open} part(0, 2); place(0); const done = cut.setSelection(choose(on(v1)[0])); [done, (await (await cut.getSelection()).getTrackItems()).length, await on(v1)[0].getIsSelected()]`,
      [true, 1, true],
      [`cut.getSelection().length`, '1'],
    ],
    [
      'clearSelection',
      `${open} part(0, 2); place(0); cut.setSelection(choose(on(v1)[0])); await cut.clearSelection()`,
      true,
      [`cut.getSelection().length`, '0'],
    ],
    [
      'TrackItemSelection',
      `${open} part(0, 2); place(0); const chosen = choose(on(v1)[0]); [chosen.addItem(on(v1)[0], false), chosen.addItem(on(v1)[0], true), chosen.removeItem(on(v1)[0]), (await chosen.getTrackItems()).length]`,
      [false, true, true, 0],
    ],
    [
      'createSubsequence',
      `${open} part(0, 2); place(0); (await cut.createSubsequence(true)).name`,
      'Cut_Sub_01',
      [`project.sequences.numSequences`, '2'],
    ],
    [
      'members that others make up are not there',
      `${open} [typeof cut.getMarkers, typeof cut.markers, typeof cut.getId, typeof cut.sequenceId]`,
      ['undefined', 'undefined', 'undefined', 'undefined'],
    ],
  ]);
});

describe('Markers and Marker', () => {
  const marked = `${open} const list = await ppro.Markers.getMarkers(cut);
    edit(() => list.createAddMarkerAction('Slate', ppro.Marker.MARKER_TYPE_COMMENT, time(1), time(2), 'good'));
    const [marker] = list.getMarkers();`;
  const told = `(function () { var m = cut.markers.getFirstMarker(); return m ? [m.name, m.type, m.start.seconds, m.end.seconds, m.comments, m.getColorByIndex()].join() : 'none'; })()`;
  describeUxp(emptyCut, [
    [
      'createAddMarkerAction',
      `${marked} [marker.getName(), marker.getType(), marker.getStart().seconds, marker.getDuration().seconds, marker.getComments(), marker.getColorIndex()]`,
      ['Slate', 'Comment', 1, 2, 'good', 0],
      [told, 'Slate,Comment,1,3,good,0'],
    ],
    [
      'of a clip',
      `${open} const list = await ppro.Markers.getMarkers(clip); edit(() => list.createAddMarkerAction('Clap', 'Comment', time(1), time(0), '')); list.getMarkers().length`,
      1,
      [`clip.getMarkers().numMarkers`, '1'],
    ],
    [
      'createRemoveMarkerAction',
      `${marked} edit(() => list.createRemoveMarkerAction(marker)); list.getMarkers().length`,
      0,
      [told, 'none'],
    ],
    [
      'createMoveMarkerAction',
      `${marked} edit(() => list.createMoveMarkerAction(marker, time(5)))`,
      true,
      [told, 'Slate,Comment,5,7,good,0'],
    ],
    [
      'setters',
      `${marked} edit(() => marker.createSetNameAction('24A'), () => marker.createSetCommentsAction('bad'), () => marker.createSetColorByIndexAction(ppro.Constants.MarkerColor.RED), () => marker.createSetDurationAction(time(1)), () => marker.createSetTypeAction(ppro.Marker.MARKER_TYPE_CHAPTER))`,
      true,
      [told, '24A,Chapter,1,2,bad,1'],
    ],
    [
      'getMarkers by type',
      `${marked} [list.getMarkers([ppro.Marker.MARKER_TYPE_CHAPTER]).length, list.getMarkers([ppro.Marker.MARKER_TYPE_COMMENT]).length]`,
      [0, 1],
    ],
    [
      'guid',
      `${marked} marker.guid.toString() === ppro.Guid.fromString(marker.guid.toString()).toString()`,
      true,
    ],
    [
      'a type that nobody knows',
      `${open} const list = await ppro.Markers.getMarkers(cut); try { edit(() => list.createAddMarkerAction('x', 'Nothing', time(1))) } catch (error) { return error.message }`,
      'Illegal Parameter type',
    ],
  ]);
});
