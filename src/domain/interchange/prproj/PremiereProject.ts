import type { Ticks } from '../../time/Ticks';
import type { TagCount } from './ObjectGraph';
import type { Remark } from './Remarks';

/** What a project file of Adobe Premiere holds, as far as it is read. */
export interface PremiereProject {
  /** Generation of the format: 23 (CS5.5) to 45 (26.x). */
  readonly version: string;
  /** Build that began the project, as it names itself. */
  readonly createdBy: string;
  /** Build that saved it last. */
  readonly modifiedBy: string;
  /** GUID of the root item, which is what scripts are told as the document's id. */
  readonly documentId: string;
  readonly root: PremiereBin;
  /** By GUID, as all that follows. */
  readonly masterClips: ReadonlyMap<string, PremiereMasterClip>;
  readonly media: ReadonlyMap<string, PremiereMedia>;
  readonly sequences: ReadonlyMap<string, PremiereSequence>;
  /** Whether it defines metadata columns of its own. */
  readonly hasOwnColumns: boolean;
  /** GUIDs of the sequences that were open. */
  readonly openSequences: readonly string[];
  /** All objects of the file by tag. */
  readonly counts: readonly TagCount[];
  /** Objects that were not read. */
  readonly unread: readonly TagCount[];
  /** What was read only in part, or is broken. */
  readonly remarks: readonly Remark[];
}

/** What bins and clips in the project panel have. */
interface PremiereItemCommon {
  readonly id: string;
  readonly name: string;
  /** 0 to 15; undefined where none is written. */
  readonly label: number | undefined;
  /** Project columns by their path, such as `Column.PropertyText.Description`. */
  readonly columns: Readonly<Record<string, string>>;
}

/** A bin, or the root. */
export interface PremiereBin extends PremiereItemCommon {
  readonly kind: 'bin';
  /** A search bin: what it shows is looked for anew each time. */
  readonly isSearch: boolean;
  readonly children: readonly PremiereItem[];
}

/** A clip or sequence in the project panel. */
export interface PremiereClipItem extends PremiereItemCommon {
  readonly kind: 'clip';
  /** GUID; empty when the item has none. */
  readonly masterClip: string;
}

/** Whatever stands in a bin. */
export type PremiereItem = PremiereBin | PremiereClipItem;

/** What project item and track items share. */
export interface PremiereMasterClip {
  readonly id: string;
  readonly name: string;
  readonly isAdjustmentLayer: boolean;
  readonly isMulticam: boolean;
  /** Texts of its logging, by tag: `TapeName`, `Scene`, `ShotTake`, `LogNote` and so on. */
  readonly logging: Readonly<Record<string, string>>;
  readonly clips: readonly PremiereClip[];
  /** Effects on the source itself, such as those of camera formats. */
  readonly effects: readonly PremiereEffect[];
  /** Source channels of each audio track item that a placement makes: which clip, which channel. */
  readonly channelGroups: readonly (readonly PremiereChannel[])[];
}

/** A channel of one of the audio clips of a master clip, both from 0. */
export interface PremiereChannel {
  readonly clip: number;
  readonly channel: number;
}

/** Picture or sound of a master clip, or of a track item. */
export interface PremiereClip {
  readonly kind: 'video' | 'audio' | 'other';
  /** As written: at another speed than 1 in the time of the sequence. */
  readonly inTicks: Ticks | null;
  readonly outTicks: Ticks | null;
  /** 1 as recorded; never negative. */
  readonly speed: number;
  readonly isReversed: boolean;
  readonly hasTimeRemapping: boolean;
  readonly scalesToFrame: boolean;
  readonly source: PremiereSource | null;
  readonly markers: readonly PremiereMarker[];
  /** Channels of sound. */
  readonly channels: number;
}

/** Where a clip plays from. */
export type PremiereSource =
  | {
      readonly kind: 'media';
      readonly media: string;
      /** GUID of the proxy's medium. */
      readonly proxy: string | null;
      readonly durationTicks: Ticks | null;
      /** Of a subclip, in media time. */
      readonly boundaries: { readonly start: Ticks; readonly end: Ticks } | null;
    }
  | { readonly kind: 'sequence'; readonly sequence: string };

/** A medium. One file may have several. */
export interface PremiereMedia {
  readonly id: string;
  /** As written: native to the machine that wrote it. Empty for what Premiere makes itself. */
  readonly path: string;
  /** From the project's folder, with the separators of the machine that wrote it. */
  readonly relativePath: string;
  /** Four-character code of what Premiere makes itself, such as `BLCK`; empty for a file. */
  readonly generator: string;
  readonly title: string;
  /** Not 0: offline, for a reason of Premiere's (5: set offline by hand). */
  readonly offlineReason: number;
  readonly isProxy: boolean;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  readonly startTicks: Ticks;
  readonly video: PremiereVideoStream | null;
  readonly audio: PremiereAudioStream | null;
}

/** The picture of a medium. */
export interface PremiereVideoStream {
  readonly frameTicks: Ticks | null;
  /** Ticks of a frame that replace the medium's own. */
  readonly frameTicksOverride: Ticks | null;
  readonly width: number;
  readonly height: number;
  readonly durationTicks: Ticks | null;
  readonly isStill: boolean;
  /** Four-character code. */
  readonly codec: string;
}

/** The sound of a medium. */
export interface PremiereAudioStream {
  readonly sampleTicks: Ticks | null;
  readonly channels: number;
  readonly durationTicks: Ticks | null;
}

/** A marker of a sequence or clip. */
export interface PremiereMarker {
  readonly id: string;
  readonly startTicks: Ticks;
  readonly durationTicks: Ticks;
  readonly name: string;
  readonly comment: string;
  readonly type: string;
  /** Index of Premiere's colours, 0 green to 7 cyan. */
  readonly color: number;
  readonly url: string;
  readonly urlFrame: string;
}

/** A sequence. */
export interface PremiereSequence {
  readonly id: string;
  readonly name: string;
  readonly frameTicks: Ticks | null;
  readonly width: number;
  readonly height: number;
  readonly sampleTicks: Ticks | null;
  /** Premiere's code of its timecode, such as 102; undefined where none is written. */
  readonly displayFormat: number | undefined;
  readonly zeroPoint: Ticks;
  readonly playhead: Ticks;
  readonly settings: PremiereSequenceSettings;
  readonly inTicks: Ticks | null;
  readonly outTicks: Ticks | null;
  /** Made to hold a merged clip together. */
  readonly isMergedClip: boolean;
  readonly markers: readonly PremiereMarker[];
  readonly videoTracks: readonly PremiereTrack[];
  readonly audioTracks: readonly PremiereTrack[];
}

/** Settings of a sequence as the file writes them; undefined where it writes none. */
export interface PremiereSequenceSettings {
  /** GUID. */
  readonly editingMode: string | undefined;
  /** Width and height of a pixel, such as `1,1`. */
  readonly pixelAspectRatio: string | undefined;
  /** 0 progressive, 1 upper, 2 lower. */
  readonly fieldType: number | undefined;
  readonly compositesLinear: boolean;
  /** Channels of the mix. */
  readonly audioChannels: number | undefined;
  /** 200 samples, 201 milliseconds. */
  readonly audioDisplayFormat: number | undefined;
  readonly previewPreset: string | undefined;
  readonly previewWidth: number | undefined;
  readonly previewHeight: number | undefined;
  readonly usesMaximumBitDepth: boolean;
  readonly usesMaximumQuality: boolean;
  /** The work area bar. */
  readonly workInTicks: Ticks | null;
  readonly workOutTicks: Ticks | null;
}

/** A track. */
export interface PremiereTrack {
  /** Empty where it bears no name of its own. */
  readonly name: string;
  readonly isMuted: boolean;
  readonly isLocked: boolean;
  readonly isSyncLocked: boolean;
  readonly isTargeted: boolean;
  readonly items: readonly PremiereTrackItem[];
  readonly transitions: readonly PremiereTransition[];
}

/** A use of a clip on a track. */
export interface PremiereTrackItem {
  readonly id: string;
  readonly name: string;
  readonly startTicks: Ticks;
  readonly endTicks: Ticks;
  readonly isDisabled: boolean;
  /** GUID; empty when none is named. */
  readonly masterClip: string;
  readonly clip: PremiereClip | null;
  /** Index of the channel group of the master clip that it plays. */
  readonly channelGroup: number;
  /** Equal on the items that are linked; null when unlinked. */
  readonly link: string | null;
  readonly effects: readonly PremiereEffect[];
}

/** A transition on a track. */
export interface PremiereTransition {
  readonly name: string;
  readonly matchName: string;
  readonly startTicks: Ticks;
  readonly endTicks: Ticks;
  /** How much of it lies before the cut. */
  readonly beforeTicks: Ticks;
  readonly hasOutgoing: boolean;
  readonly hasIncoming: boolean;
}

/** An effect of a track item that Premiere wrote down; an untouched Motion or Volume is not. */
export interface PremiereEffect {
  readonly name: string;
  readonly matchName: string;
  readonly isIntrinsic: boolean;
  readonly isBypassed: boolean;
  readonly parameters: readonly PremiereParameter[];
}

/** A value as Premiere's text says it; a text where the text is not understood. */
export type PremiereValue = number | boolean | string | readonly number[];

/** A parameter of an effect. */
export interface PremiereParameter {
  readonly name: string;
  /** Null where none is written. */
  readonly value: PremiereValue | null;
  readonly isTimeVarying: boolean;
  /** In source time. */
  readonly keys: readonly {
    readonly ticks: Ticks;
    readonly value: PremiereValue;
    /** Premiere's code: 0 linear, 4 hold, 5 bezier and so on. */
    readonly interpolation: number;
  }[];
}
