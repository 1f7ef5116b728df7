import { describeMembers } from './describeMembers';

describeMembers(
  `var clip = bring('/cards/A001.mov'), bin = root.createBin('Day'),
    ns = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';
   if (ExternalObject.AdobeXMPScript === undefined) ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');`,
  [
    [
      'ProjectItem.children',
      'are counted from 0, and clips have none',
      `[root.children.numItems, root.children[0].name, root.children[1].name, typeof root.children[2], !clip.children].join()`,
      '2,A001.mov,Day,undefined,true',
    ],
    [
      'ProjectItem.name',
      'is written without renaming the media',
      `clip.name = 'Slate'; [root.children[0].name, clip.getMediaPath()].join()`,
      'Slate,/cards/A001.mov',
    ],
    [
      'ProjectItem.name',
      'of a sequence is the name of the sequence',
      `var cut = made('Cut', clip); cut.projectItem.name = 'Fine'; cut.name`,
      'Fine',
    ],
    [
      'ProjectItem.type',
      'is 3 for the root, 2 for bins, 1 for clips and sequences',
      `[root.type, bin.type, clip.type, made('Cut', clip).projectItem.type].join()`,
      '3,2,1,1',
    ],
    [
      'ProjectItem.getMediaPath',
      'is empty for a sequence',
      `[clip.getMediaPath(), made('Cut', clip).projectItem.getMediaPath()].join('|')`,
      '/cards/A001.mov|',
    ],
    [
      'ProjectItem.createBin',
      'answers the bin itself, and does not mind a name twice',
      `bin.createBin('A').createBin('B'); bin.createBin('A'); [bin.children.numItems, bin.children[0].children[0].name].join()`,
      '2,B',
    ],
    [
      'ProjectItem.nodeId',
      'is eight hex digits, the same at each access, another for each item',
      `[/^[0-9a-f]{8}$/.test(clip.nodeId), clip.nodeId === root.children[0].nodeId, clip.nodeId !== bin.nodeId].join()`,
      'true,true,true',
    ],
    [
      'ProjectItem.getProjectMetadata',
      'is a packet with the private columns',
      `var packet = clip.getProjectMetadata(), meta = new XMPMeta(packet);
       [typeof packet, /<rdf:RDF/.test(packet), packet.indexOf(ns) > 0, String(meta.getProperty(ns, 'Column.Intrinsic.Name'))].join()`,
      'string,true,true,A001.mov',
    ],
    [
      'ProjectItem.setProjectMetadata',
      'writes the listed columns and no others',
      `var meta = new XMPMeta(clip.getProjectMetadata());
       meta.setProperty(ns, 'Column.PropertyText.Scene', '12A'); meta.setProperty(ns, 'Column.PropertyText.Shot', 'B');
       var answer = clip.setProjectMetadata(meta.serialize(), ['Column.PropertyText.Scene']);
       var after = new XMPMeta(clip.getProjectMetadata()), shot = after.getProperty(ns, 'Column.PropertyText.Shot');
       [answer === true, String(after.getProperty(ns, 'Column.PropertyText.Scene')), shot === undefined || String(shot) === ''].join()`,
      'false,12A,true',
    ],
    [
      'ProjectItem.moveBin',
      'moves clips as well, for all its name',
      `clip.moveBin(bin); [root.children.numItems, bin.children[0].nodeId === clip.nodeId].join()`,
      '1,true',
    ],
    [
      'ProjectItem.isSequence',
      'is a boolean',
      `[clip.isSequence() === false, made('Cut', clip).projectItem.isSequence() === true].join()`,
      'true,true',
    ],
    [
      'ProjectItem.changeMediaPath',
      'links the item to another file',
      `clip.changeMediaPath('/cards/A002.mov', true); [clip.getMediaPath(), clip.name].join()`,
      '/cards/A002.mov,A001.mov',
    ],
    [
      'ProjectItem.treePath',
      'is written with backslashes and begins with the project',
      `clip.moveBin(bin); clip.treePath`,
      '\\Show.sfproj\\Day\\A001.mov',
    ],
    [
      'ProjectItem.getFootageInterpretation',
      'tells rate, pixels, fields and alpha',
      `var seen = clip.getFootageInterpretation(); [seen.frameRate, seen.pixelAspectRatio, seen.fieldType, seen.alphaUsage, seen.removePulldown].join()`,
      '25,1,-1,0,false',
    ],
    [
      'ProjectItem.getOutPoint',
      'is a Time: the end of the media, or the mark',
      `var before = clip.getOutPoint().seconds; clip.setOutPoint(4, 4); [before, clip.getOutPoint().seconds, clip.getOutPoint().ticks].join()`,
      '10,4,1016064000000',
    ],
    [
      'ProjectItem.deleteBin',
      'takes what lies in the bin with it',
      `bring('/cards/A002.mov', bin.createBin('In')); bin.deleteBin(); [root.children.numItems, root.children[0].name].join()`,
      '1,A001.mov',
    ],
    [
      'ProjectItem.startTime',
      'is the start timecode as a Time',
      `clip.startTime().seconds`,
      '3600',
    ],
    ['ProjectItem.canChangeMediaPath', 'is true for a clip', `clip.canChangeMediaPath()`, 'true'],
    [
      'ProjectItem.setColorLabel',
      'sets one of sixteen labels and answers nothing that is true',
      `var answer = clip.setColorLabel(13); [!answer, clip.getColorLabel()].join()`,
      'true,13',
    ],
    [
      'ProjectItem.getColorLabel',
      'is a number',
      `clip.setColorLabel(0); typeof clip.getColorLabel() + clip.getColorLabel()`,
      'number0',
    ],
    [
      'ProjectItem.getXMPMetadata',
      'is a packet that XMPMeta takes',
      `var packet = clip.getXMPMetadata(), meta = new XMPMeta(packet); [typeof packet, /x:xmpmeta/.test(packet), typeof meta.serialize()].join()`,
      'string,true,string',
    ],
    [
      'ProjectItem.setXMPMetadata',
      'keeps the packet it is given',
      `var meta = new XMPMeta(clip.getXMPMetadata()), dm = 'http://ns.adobe.com/xmp/1.0/DynamicMedia/';
       meta.setProperty(dm, 'scene', '12A'); clip.setXMPMetadata(meta.serialize());
       String(new XMPMeta(clip.getXMPMetadata()).getProperty(dm, 'scene'))`,
      '12A',
    ],
    [
      'ProjectItem.setOutPoint',
      'takes seconds, cut to the frame below, and placing uses it',
      `clip.setOutPoint(4.05, 4); var cut = made('Cut', clip); [clip.getOutPoint().seconds, shape(cut.videoTracks[0])].join()`,
      '4.04,A001.mov 0-4.04@0',
    ],
    [
      'ProjectItem.setOutPoint',
      'is ignored before the in point',
      `clip.setInPoint(5, 4); clip.setOutPoint(3, 4); clip.getOutPoint().seconds`,
      '10',
    ],
    [
      'ProjectItem.setInPoint',
      'takes seconds, and placing uses it',
      `clip.setInPoint(2, 4); var cut = made('Cut', clip); [clip.getInPoint().seconds, shape(cut.videoTracks[0])].join()`,
      '2,A001.mov 0-8@2',
    ],
    [
      'ProjectItem.getInPoint',
      'is a Time: the start of the media, or the mark',
      `var before = clip.getInPoint().seconds; clip.setInPoint(3, 4); [before, clip.getInPoint().seconds].join()`,
      '0,3',
    ],
    [
      'ProjectItem.clearOutPoint',
      'takes the mark away',
      `clip.setOutPoint(3, 4); clip.clearOutPoint(); clip.getOutPoint().seconds`,
      '10',
    ],
    [
      'ProjectItem.clearInPoint',
      'takes the mark away',
      `clip.setInPoint(3, 4); clip.clearInPoint(); clip.getInPoint().seconds`,
      '0',
    ],
    [
      'ProjectItem.refreshMedia',
      'leaves an item that is online as it is',
      `clip.refreshMedia(); [clip.getMediaPath(), clip.isOffline()].join()`,
      '/cards/A001.mov,false',
    ],
    [
      'ProjectItem.getMarkers',
      'is the live collection of the clip’s own markers',
      `clip.getMarkers().createMarker(1).name = 'slate'; [clip.getMarkers().numMarkers, clip.getMarkers().getFirstMarker().name].join()`,
      '1,slate',
    ],
    [
      'ProjectItem.isOffline',
      'is a boolean, true once the item was set offline',
      `var before = clip.isOffline(); clip.setOffline(); [before, clip.isOffline()].join()`,
      'false,true',
    ],
    [
      'ProjectItem.select',
      'makes a bin the insertion bin',
      `bin.select(); project.getInsertionBin().name`,
      'Day',
    ],
    [
      'ProjectItem.createSubClip',
      'makes an item over a part of the media',
      `var sub = clip.createSubClip('Part', at('508032000000'), at('1270080000000'), 1, 1, 1);
       [sub.name, sub.getInPoint().seconds, sub.getOutPoint().seconds, sub.getMediaPath(), root.children.numItems].join()`,
      'Part,2,5,/cards/A001.mov,3',
    ],
    [
      'ProjectItem.findItemsMatchingMediaPath',
      'finds by a part of the path',
      `bring('/cards/A002.mov', bin); var found = root.findItemsMatchingMediaPath('/cards/', 1); [found.length, found[1].name].join()`,
      '2,A002.mov',
    ],
    [
      'ProjectItem.setFootageInterpretation',
      'takes what was changed',
      `var seen = clip.getFootageInterpretation(); seen.frameRate = 24; var answer = clip.setFootageInterpretation(seen);
       [answer, clip.getFootageInterpretation().frameRate].join()`,
      'true,24',
    ],
    [
      'FootageInterpretation.frameRate',
      'is a value of a copy until it is set',
      `var seen = clip.getFootageInterpretation(); seen.frameRate = 24; var before = clip.getFootageInterpretation().frameRate;
       clip.setFootageInterpretation(seen); [before, clip.getFootageInterpretation().frameRate].join()`,
      '25,24',
    ],
    [
      'FootageInterpretation.pixelAspectRatio',
      'is 1 for square pixels and takes another',
      `var seen = clip.getFootageInterpretation(); seen.pixelAspectRatio = 2; clip.setFootageInterpretation(seen);
       clip.getFootageInterpretation().pixelAspectRatio`,
      '2',
    ],
    [
      'ProjectItem.hasProxy',
      'is false until one is attached',
      `var proxy = written('proxy.mov', 'x'), before = clip.hasProxy(); clip.attachProxy('/cards/A002.mov', 0); before === false`,
      'true',
    ],
    [
      'ProjectItemType.BIN',
      'is the type of bins',
      `[ProjectItemType.BIN, bin.type === ProjectItemType.BIN].join()`,
      '2,true',
    ],
    [
      'ProjectItemType.CLIP',
      'is the type of clips',
      `[ProjectItemType.CLIP, clip.type === ProjectItemType.CLIP].join()`,
      '1,true',
    ],
    [
      'ProjectItemType.FILE',
      'is 4, which no clip is',
      `[ProjectItemType.FILE, clip.type === ProjectItemType.FILE].join()`,
      '4,false',
    ],
    [
      'ProjectItemCollection.numItems',
      'counts what lies in a bin, as length does',
      `[root.children.numItems, root.children.length, bin.children.numItems].join()`,
      '2,2,0',
    ],
  ],
);
