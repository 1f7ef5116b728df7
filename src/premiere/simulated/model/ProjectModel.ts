import type { MediaFacts } from '../../../contract/MediaEngine';
import type { Ticks } from '../../../domain/time/Ticks';

/** A media file as the project knows it; shared by every project item made of it. */
export interface Media {
  /** Absolute, native. */
  path: string;
  isOnline: boolean;
  readonly facts: MediaFacts;
  durationTicks: Ticks;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  startTicks: Ticks;
  /** Null for sound alone. */
  video: { readonly frameTicks: Ticks; readonly width: number; readonly height: number } | null;
  /** Null for picture alone. */
  audio: { readonly sampleRate: number; readonly channels: number } | null;
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
}

/** A project item over media. */
export interface Clip extends ItemCommon {
  readonly kind: 'clip';
  media: Media;
  readonly marks: Marks;
  /** The part of the medium it shows: all of it, or a subclip's range. */
  readonly range: { readonly start: Ticks; readonly end: Ticks };
  /** Replaces the medium's start timecode. */
  startOverride: Ticks | null;
  /** Replaces the medium's frame rate, in frames a second. */
  rateOverride: number | null;
  /** Source channels of each audio track item that one placement makes. */
  audioClips: readonly (readonly number[])[];
  xmp: string;
  proxyPath: string;
}

/** The project item that stands for a sequence. */
export interface SequenceItem extends ItemCommon {
  readonly kind: 'sequence';
  readonly sequence: Sequence;
  readonly marks: Marks;
}

/** Whatever stands in a bin. */
export type ProjectItem = Bin | Clip | SequenceItem;

/** What can be placed in a sequence. */
export type PlaceableItem = Clip | SequenceItem;

/** A keyframe, at source time. */
export interface Keyframe {
  readonly ticks: Ticks;
  value: unknown;
}

/** What a script set on an effect parameter. */
export interface ParameterState {
  value: unknown;
  isTimeVarying: boolean;
  keys: Keyframe[];
}

/** A use of a project item in a sequence: half-open `start..end`, source from `in`. */
export interface TrackItem {
  readonly nodeId: string;
  /** Null once removed. */
  track: Track | null;
  /** Stays even when the project item is deleted. */
  readonly item: PlaceableItem;
  name: string;
  startTicks: Ticks;
  endTicks: Ticks;
  inTicks: Ticks;
  outTicks: Ticks;
  isDisabled: boolean;
  isSelected: boolean;
  /** Equal on the parts of one placement; null when unlinked. */
  linkId: string | null;
  /** 0-based source channels; empty for picture. */
  channels: readonly number[];
  /** By `component/index`, such as `volume/1`. */
  readonly parameters: Map<string, ParameterState>;
}

/** A track: items sorted by start, never overlapping. */
export interface Track {
  readonly id: number;
  readonly mediaType: 'Video' | 'Audio';
  readonly sequence: Sequence;
  /** Empty: named by its place, such as “Video 1”. */
  name: string;
  readonly items: TrackItem[];
  isMuted: boolean;
  isLocked: boolean;
  isTargeted: boolean;
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
  playhead: Ticks;
  nextTrackId: number;
  isOpen: boolean;
}

/** A column of the project's metadata schema. */
export interface MetadataColumn {
  readonly label: string;
  /** 0 integer, 1 real, 2 text, 3 boolean. */
  readonly type: number;
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
