import type { MediaFacts } from '../../../contract/MediaEngine';
import type { Ticks } from '../../../domain/time/Ticks';
import type { ProjectOrigin } from './ProjectOrigin';

/** What a medium is: a file, captions in a file, or something that Premiere makes itself. */
export type MediaKind =
  | 'file'
  | 'captions'
  | 'bars'
  | 'black'
  | 'transparent'
  | 'countdown'
  | 'matte'
  | 'adjustment'
  | 'graphic';

/** A medium as the project knows it; shared by every project item made of it. */
export interface Media {
  readonly kind: MediaKind;
  /** Absolute, native; empty for what Premiere makes itself. */
  path: string;
  isOnline: boolean;
  /** Taken offline by hand: it stays so until it is linked again, wherever its file is. */
  isUnlinked: boolean;
  /** What a project of Adobe Premiere said of it; null for a medium that came otherwise. */
  readonly origin: MediaOrigin | null;
  readonly facts: MediaFacts;
  durationTicks: Ticks;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  startTicks: Ticks;
  /** Null for sound alone. */
  video: { readonly frameTicks: Ticks; readonly width: number; readonly height: number } | null;
  /** Null for picture alone. */
  audio: { readonly sampleRate: number; readonly channels: number } | null;
}

/** What a project of Adobe Premiere said of a medium that is not seen by looking at its file. */
export interface MediaOrigin {
  /** It was online when the project was saved: it counts as online wherever its file is. */
  readonly wasOnline: boolean;
  /** Premiere's reason for being offline, 0 for none: 5 set offline by hand. */
  readonly offlineReason: number;
  /** Four-character code of what Premiere makes itself, such as `BLAK`; empty for a file. */
  readonly generator: string;
}

/** In and out marks, in media time; null where none is set. */
export interface Marks {
  in: Ticks | null;
  out: Ticks | null;
}

/** A clip or sequence marker, from the first frame. */
export interface Marker {
  readonly guid: string;
  startTicks: Ticks;
  endTicks: Ticks;
  name: string;
  comments: string;
  type: 'Comment' | 'Chapter' | 'Segmentation' | 'WebLink';
  /** Premiere's index, 0 green to 7 cyan. */
  color: number;
  url: string;
  urlFrame: string;
}

/** What every project item has. */
export interface ItemCommon {
  /** 8 hex digits, never given twice in a session. */
  nodeId: string;
  name: string;
  /** Colour label, 0 to 15. */
  label: number;
  /** Null for the root, and for an item that was deleted or never placed. */
  parent: Bin | null;
  /** Project columns by their path, such as `Column.PropertyText.Scene`. */
  readonly metadata: Map<string, string>;
  readonly markers: Marker[];
}

/** A bin, or the root of the project. */
export interface Bin extends ItemCommon {
  readonly kind: 'root' | 'bin';
  readonly children: ProjectItem[];
  /** What a search bin looks for; null for a bin that holds items. */
  readonly query: string | null;
}

/** How the picture of a clip is read, where that is not left to the medium. */
export interface Interpretation {
  /** Width of a pixel by its height; null for the medium's own. */
  pixelAspectRatio: number | null;
  /** -1 the medium's own, 0 progressive, 1 upper first, 2 lower first. */
  fieldType: number;
  /** 0 none, 1 straight, 2 premultiplied, 3 ignored. */
  alphaUsage: number;
  ignoreAlpha: boolean;
  invertAlpha: boolean;
  removePulldown: boolean;
  /** 0 none, 1 equirectangular. */
  vrConformProjectionType: number;
  /** 0 monoscopic, 1 stereo over under, 2 stereo side by side. */
  vrLayoutType: number;
  /** Degrees. */
  vrHorizontalView: number;
  /** Degrees. */
  vrVerticalView: number;
}

/** A project item over media. */
export interface Clip extends ItemCommon {
  readonly kind: 'clip';
  media: Media;
  /** Marks of the picture, and of the sound while that has none of its own. */
  readonly marks: Marks;
  /** Marks of the sound where they were set apart from the picture's. */
  audioMarks: Marks | null;
  /** The part of the medium it shows: all of it, or a subclip's range. */
  range: { readonly start: Ticks; readonly end: Ticks };
  /** Replaces the medium's start timecode. */
  startOverride: Ticks | null;
  /** Replaces the medium's frame rate, in frames a second. */
  rateOverride: number | null;
  /** Source channels of each audio track item that one placement makes. */
  audioClips: readonly (readonly number[])[];
  xmp: string;
  proxyPath: string;
  readonly interpretation: Interpretation;
  /** Made by `createSubClip`. */
  readonly isSubclip: boolean;
  /** Whether the picture of the medium is used. */
  readonly takesVideo: boolean;
  /** Several files made into one clip. */
  readonly isMerged: boolean;
  /** Placements are scaled to the frame of their sequence. */
  scalesToFrame: boolean;
  /** Name of the colour space that replaces the medium's own; empty for its own. */
  colorSpace: string;
  inputLutId: string;
  /** Premiere's code of the format its times are shown in; null for the medium's own. */
  timeDisplayFormat: number | null;
}

/** The project item that stands for a sequence. */
export interface SequenceItem extends ItemCommon {
  readonly kind: 'sequence';
  readonly sequence: Sequence;
  readonly marks: Marks;
  audioMarks: Marks | null;
  /** A multicam source sequence. */
  readonly isMulticam: boolean;
}

/** Whatever stands in a bin. */
export type ProjectItem = Bin | Clip | SequenceItem;

/** What can be placed in a sequence. */
export type PlaceableItem = Clip | SequenceItem;

/** A keyframe, at source time. */
export interface Keyframe {
  readonly ticks: Ticks;
  value: unknown;
  /** Premiere's code: 0 linear, 4 hold, 5 bezier, 6 to 8 its variants in time. */
  interpolation: number;
}

/** What a script set on an effect parameter. */
export interface ParameterState {
  value: unknown;
  isTimeVarying: boolean;
  keys: Keyframe[];
}

/** An effect somebody applied to a track item, in the order of applying. */
export interface AppliedEffect {
  /** Its own within the item: keys of its parameters begin with it. */
  readonly key: string;
  readonly matchName: string;
}

/**
 * A transition at the edge of one item, or on the cut between two. It hangs on its items: when they
 * no longer meet it is gone. At least one of the two is an item.
 */
export interface Transition {
  readonly nodeId: string;
  readonly matchName: string;
  /** What goes out; null for a fade at a head. */
  readonly from: TrackItem | null;
  /** What comes in; null for a fade at a tail. */
  readonly to: TrackItem | null;
  /** How much of it lies before the cut, and after. */
  readonly beforeTicks: Ticks;
  readonly afterTicks: Ticks;
  /** 0 after the cut, 0.5 centred, 1 before it, as asked for. */
  readonly alignment: number;
}

/** A use of a project item in a sequence: half-open `start..end`, source from `in`. */
export interface TrackItem {
  readonly nodeId: string;
  /** Null once removed. */
  track: Track | null;
  /** Stays even when the project item is deleted. */
  item: PlaceableItem;
  name: string;
  startTicks: Ticks;
  endTicks: Ticks;
  inTicks: Ticks;
  outTicks: Ticks;
  isDisabled: boolean;
  isSelected: boolean;
  /** Equal on the parts of one placement; null when unlinked. Written by `setLink` alone. */
  linkId: string | null;
  /** 0-based source channels; empty for picture. */
  channels: readonly number[];
  /** By `component/index`, such as `volume/1`. */
  readonly parameters: Map<string, ParameterState>;
  readonly effects: AppliedEffect[];
  /** 1 as recorded, 2 twice as fast; never negative. */
  speed: number;
  isReversed: boolean;
  /** File of the graphics template it was placed from; null for anything else. */
  graphic: string | null;
  /** What only QE reads and writes, such as `frameBlend`, by its name there. */
  readonly qeSettings: Map<string, number>;
}

/** A track: items sorted by start, never overlapping. */
export interface Track {
  readonly id: number;
  readonly mediaType: 'Video' | 'Audio';
  readonly sequence: Sequence;
  /** Empty: named by its place, such as “Video 1”. */
  name: string;
  readonly items: TrackItem[];
  /** Ask `transitionsOf`: some may have lost their cut. */
  transitions: Transition[];
  isMuted: boolean;
  isLocked: boolean;
  isTargeted: boolean;
  /** Read and written by QE alone; what a script inserts does not heed it (premiere-hosts C5). */
  isSyncLocked: boolean;
}

/** What `Sequence.getSettings` tells beside raster, rate and sound; codes are Premiere's. */
export interface SequenceSettings {
  /** GUID of the editing mode. */
  editingMode: string;
  /** Such as `1000000:1000000`. */
  pixelAspectRatio: string;
  /** 0 progressive, 1 upper, 2 lower. */
  fieldType: number;
  /** 0 mono, 1 stereo, 2 5.1, 3 multichannel. */
  audioChannelType: number;
  audioChannelCount: number;
  /** 200 samples, 201 milliseconds. */
  audioDisplayFormat: number;
  compositeLinearColor: boolean;
  maximumBitDepth: boolean;
  maximumRenderQuality: boolean;
  previewCodec: string;
  /** Of the preview preset, relative. */
  previewFileFormat: string;
  /** 0: as the sequence. */
  previewFrameWidth: number;
  previewFrameHeight: number;
  vrProjection: number;
  vrLayout: number;
  vrHorzCapturedView: number;
  vrVertCapturedView: number;
  workingColorSpace: string;
}

/** A caption track; the public DOM makes them and cannot read them. */
export interface CaptionTrack {
  /** Name of the project item it was made of. */
  readonly name: string;
  readonly startTicks: Ticks;
  /** One of `Sequence.CAPTION_FORMAT_…`. */
  readonly format: number;
}

/** A sequence; it appears once in `Project.sequences` and once as a project item. */
export interface Sequence {
  /** GUID, stable across saves. */
  readonly id: string;
  item: SequenceItem | null;
  frameTicks: Ticks;
  width: number;
  height: number;
  sampleRate: number;
  /** Premiere's code, such as 110 for 23.976. */
  displayFormat: number;
  /** Timecode of the first frame. */
  zeroPoint: Ticks;
  readonly videoTracks: Track[];
  readonly audioTracks: Track[];
  readonly markers: Marker[];
  readonly marks: Marks;
  /** The work area bar; null where it was never moved. */
  readonly workArea: Marks & { isEnabled: boolean };
  readonly settings: SequenceSettings;
  /** What scripts attached; an exported FCP XML carries it. */
  readonly customProperties: Map<string, string>;
  readonly captionTracks: CaptionTrack[];
  playhead: Ticks;
  nextTrackId: number;
  isOpen: boolean;
  /** Gone from its project: whoever still holds it holds nothing. */
  isDeleted: boolean;
  /** Parts of each placement by their link; kept by the functions that put and take track items. */
  readonly links: Map<string, Set<TrackItem>>;
  /** What was put on or taken off the tracks, in order, while somebody listens; else null. */
  journal: TrackChange[] | null;
}

/** A track item that was put on a track or taken off. */
export interface TrackChange {
  readonly item: TrackItem;
  readonly track: Track;
  readonly isPut: boolean;
}

/** A column of the project's metadata schema. */
export interface MetadataColumn {
  readonly label: string;
  /** 0 integer, 1 real, 2 text, 3 boolean. */
  readonly type: number;
}

/** Settings of a project that scripts read and write. */
export interface ProjectSettings {
  /** Layout of the project panel as a script wrote it; empty for Premiere's own. */
  panelLayout: string;
  /** Folders by `ScratchDiskType`. */
  readonly scratchDisks: Map<string, string>;
  transcodesOnIngest: boolean;
  /** Luminance of graphics white, in nits. */
  graphicsWhite: number;
  growingPaused: boolean;
}

/** A project: what is saved in its file. */
export interface Project {
  readonly documentId: string;
  /** Absolute, native. */
  path: string;
  readonly root: Bin;
  readonly sequences: Sequence[];
  activeSequence: Sequence | null;
  /** Where imports without a bin go. */
  insertionBin: Bin;
  readonly media: Media[];
  /** Columns that were added, by name. */
  readonly columns: Map<string, MetadataColumn>;
  readonly settings: ProjectSettings;
  /** The project of Adobe Premiere this one was read from; null when it began here. */
  readonly origin: ProjectOrigin | null;
  /** Encoder jobs of this project that are over, as saved. */
  readonly pastJobs: EncoderJobRecord[];
}

/** How a job of the encoder's queue stands. */
export interface EncoderJobRecord {
  readonly id: string;
  readonly sequenceName: string;
  outputPath: string;
  readonly presetPath: string;
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  message: string;
}
