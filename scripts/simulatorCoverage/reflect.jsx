// Makes an object of every class of the simulated Premiere and tells which of the asked names it
// has. Before it stand `names`, a list of names for each class, and `mediaPath`, a file to import.
// Answers, for each class that an object could be made of, the names found on it.

app.enableQE();
if (ExternalObject.AdobeXMPScript === undefined) {
  ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
}
new ExternalObject('lib:PlugPlugExternalObject');

var project = app.project;
project.importFiles([mediaPath], true, project.rootItem, false);
var clip = project.rootItem.children[project.rootItem.children.numItems - 1];
var sequence = project.createNewSequenceFromClips('Reflected', [clip], project.rootItem);
var use = sequence.videoTracks[0].clips[0];
var marker = sequence.markers.createMarker(0);
var xmpNamespace = 'http://ns.adobe.com/xmp/1.0/DynamicMedia/';

function qeTrack() {
  return qe.project.getActiveSequence().getVideoTrackAt(0);
}
function effect() {
  return qe.project.getVideoEffectByName('Gaussian Blur');
}
function packet() {
  var meta = new XMPMeta();
  meta.setProperty(xmpNamespace, 'scene', '1');
  return meta;
}

// How an object of each class comes about. A class that is not here is reflected under no name.
var makers = {
  Application: function () {
    return app;
  },
  Project: function () {
    return project;
  },
  ProjectItem: function () {
    return clip;
  },
  ProjectItemCollection: function () {
    return project.rootItem.children;
  },
  Sequence: function () {
    return sequence;
  },
  SequenceCollection: function () {
    return project.sequences;
  },
  SequenceSettings: function () {
    return sequence.getSettings();
  },
  TrackCollection: function () {
    return sequence.videoTracks;
  },
  Track: function () {
    return sequence.videoTracks[0];
  },
  TrackItemCollection: function () {
    return sequence.videoTracks[0].clips;
  },
  TrackItem: function () {
    return use;
  },
  ComponentCollection: function () {
    return use.components;
  },
  Component: function () {
    return use.components[0];
  },
  ComponentParamCollection: function () {
    return use.components[0].properties;
  },
  ComponentParam: function () {
    return use.components[0].properties[0];
  },
  Time: function () {
    return new Time();
  },
  MarkerCollection: function () {
    return sequence.markers;
  },
  Marker: function () {
    return marker;
  },
  Encoder: function () {
    return app.encoder;
  },
  ExporterCollection: function () {
    return app.encoder.getExporters();
  },
  Exporter: function () {
    return app.encoder.getExporters()[0];
  },
  EncoderPreset: function () {
    return app.encoder.getExporters()[0].getPresets()[0];
  },
  ProjectManager: function () {
    return app.projectManager;
  },
  ProjectManagerOptions: function () {
    return app.projectManager.options;
  },
  Properties: function () {
    return app.properties;
  },
  Metadata: function () {
    return app.metadata;
  },
  SourceMonitor: function () {
    return app.sourceMonitor;
  },
  FootageInterpretation: function () {
    return clip.getFootageInterpretation();
  },
  AudioChannelMapping: function () {
    return clip.getAudioChannelMapping;
  },
  PrProduction: function () {
    var folder = new Folder(new File(project.path).parent.fsName + '/reflected production');
    folder.create();
    return app.production || app.openPrProduction(folder.fsName);
  },
  ProjectCollection: function () {
    return app.projects;
  },
  ProjectItemType: function () {
    return ProjectItemType;
  },
  ScratchDiskType: function () {
    return ScratchDiskType;
  },
  $: function () {
    return $;
  },
  Error: function () {
    return new Error('reflected');
  },
  Dictionary: function () {
    return $.dictionary;
  },
  RegisteredDirectories: function () {
    return RegisteredDirectories;
  },
  UtilityFunctions: function () {
    return UtilityFunctions;
  },
  Anywhere: function () {
    return app.anywhere;
  },
  Document: function () {
    return document;
  },
  File: function () {
    return new File(mediaPath);
  },
  Folder: function () {
    return Folder.temp;
  },
  CsxsResourceCentral: function () {
    return app.csxs.resourceCentral;
  },
  Csxs: function () {
    return app.csxs;
  },
  RemoteProductionCollection: function () {
    return app.anywhere.listProductions();
  },
  RemoteProduction: function () {
    return app.anywhere.listProductions()[0];
  },
  SystemCompatibilityReport: function () {
    return SystemCompatibilityReport;
  },
  'File (static)': function () {
    return File;
  },
  'Folder (static)': function () {
    return Folder;
  },
  ExternalObject: function () {
    return ExternalObject;
  },
  XMPMeta: function () {
    return packet();
  },
  'XMPMeta (static)': function () {
    return XMPMeta;
  },
  XMPProperty: function () {
    return packet().getProperty(xmpNamespace, 'scene');
  },
  XMPFile: function () {
    return new XMPFile(mediaPath, XMPConst.UNKNOWN, XMPConst.OPEN_FOR_READ);
  },
  CSXSEvent: function () {
    return new CSXSEvent();
  },
  BridgeTalk: function () {
    return new BridgeTalk();
  },
  'BridgeTalk (static)': function () {
    return BridgeTalk;
  },
  qe: function () {
    return qe;
  },
  QEApplication: function () {
    return qe;
  },
  QEEA: function () {
    return qe.ea;
  },
  QETaskQueueManager: function () {
    return qe.tqm;
  },
  QEProject: function () {
    return qe.project;
  },
  QECodeProfiler: function () {
    return qe.codeProfiler;
  },
  QESource: function () {
    return qe.source;
  },
  QEPlayer: function () {
    return qe.project.getActiveSequence().player;
  },
  QESourceClip: function () {
    app.sourceMonitor.openProjectItem(clip);
    return qe.source.clip;
  },
  QEProjectItemContainer: function () {
    project.rootItem.createBin('Reflected');
    return qe.project.getBinAt(0);
  },
  QEProjectItem: function () {
    return qe.project.getItemAt(0);
  },
  QEVideoEffect: function () {
    return effect();
  },
  QEComponent: function () {
    qeTrack().getItemAt(0).addVideoEffect(effect());
    return qeTrack().getItemAt(0).getComponentAt(0);
  },
  QETrackItem: function () {
    return qeTrack().getItemAt(0);
  },
  QESequenceItem: function () {
    return qe.project.getSequenceItemAt(0);
  },
  QEMasterClip: function () {
    return qe.project.getItemAt(0).clip;
  },
  QESequence: function () {
    return qe.project.getActiveSequence();
  },
  QETime: function () {
    return qe.project.getActiveSequence().CTI;
  },
  QEMulticam: function () {
    return qe.project.getActiveSequence().multicam;
  },
  QETrack: function () {
    return qeTrack();
  },
};

/** An object of a class; undefined when there is none to be had. */
function objectOf(className) {
  try {
    return makers[className] ? makers[className]() : undefined;
  } catch (missing) {
    return undefined;
  }
}

/** Whether an object has a member, though its value may be undefined just now. */
function has(object, name) {
  try {
    return name in object || object[name] !== undefined;
  } catch (refused) {
    return true;
  }
}

/** Constants of a class stand on its global: “Sequence.CAPTION_FORMAT_SUBTITLE”. */
function hasConstant(className, name) {
  var holder = $.global[className];
  return /^[A-Z0-9_]+$/.test(name) && holder !== undefined && has(holder, name);
}

/** A function or class of the global object: “new File”, “alert()”. */
function isGlobal(name) {
  return typeof $.global[name.replace(/^new /, '').replace(/\(\)$/, '')] === 'function';
}

function foundIn(wanted, isThere) {
  var found = [],
    i;
  for (i = 0; i < wanted.length; i++) if (isThere(wanted[i])) found.push(wanted[i]);
  return found;
}

/** The names found on an object of each class; those of no class are looked for as globals. */
function reflect() {
  var told = {},
    className,
    object;
  function isMember(name) {
    return has(object, name) || hasConstant(className, name);
  }
  for (className in names) {
    if (!names.hasOwnProperty(className)) continue;
    object = className === '' ? $.global : objectOf(className);
    if (object === undefined || object === null) continue;
    told[className] = foundIn(names[className], className === '' ? isGlobal : isMember);
  }
  return told;
}

typeof names === 'undefined' ? '' : reflect();
