/**
 * What Premiere can be asked, in the words that cross as JSON. Ticks are decimal strings
 * (254 016 000 000 a second); nothing here computes with them. This file imports nothing, so
 * that the ExtendScript bundle may read its types.
 */

/** Every request names the project it means: `app.project` is whatever window is in front. */
export interface ProjectRequest {
  /** Native path of the project file. */
  readonly projectPath: string;
}

/** What is running and what is open. */
export interface HostDescription {
  /** Such as “25.6.0”. */
  readonly version: string;
  readonly projectPath: string;
  readonly projectName: string;
  /** What this Premiere was probed to be able to do; never decided by version number. */
  readonly capabilities: {
    readonly createsSequences: boolean;
    readonly addsTracks: boolean;
    readonly disablesTrackItems: boolean;
    readonly queuesExports: boolean;
    readonly writesXmp: boolean;
    readonly attachesProxies: boolean;
    readonly mapsAudio: boolean;
  };
}

/** A column of project metadata, such as `Column.PropertyText.Scene`, and its text. */
export interface HostField {
  readonly column: string;
  readonly value: string;
}

/** A column to add to the project's metadata schema. */
export interface HostColumn {
  readonly name: string;
  readonly label: string;
}

/** A bin. The root has `parentId` null and an empty name. */
export interface HostBin {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** A project item that is not a bin. */
export interface HostItem {
  readonly id: string;
  readonly binId: string;
  readonly name: string;
  readonly isSequence: boolean;
  /** Native path; empty for sequences and synthetic media. */
  readonly mediaPath: string;
  readonly offline: boolean;
  /** Colour label 0 to 15. */
  readonly label: number;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  readonly startTicks: string;
  readonly durationTicks: string;
  readonly inTicks: string;
  readonly outTicks: string;
  /** Ticks in one frame; “0” for sound alone. */
  readonly frameTicks: string;
  /** Native path of the low-resolution copy that is attached; empty where there is none. */
  readonly proxyPath: string;
  /** How many audio track items one placement of it makes; 0 for picture alone. */
  readonly audioClips: number;
  /** Channels in each of them: 1 mono, 2 stereo, 6 surround; 0 where there are none or Premiere has another kind. */
  readonly audioClipChannels: number;
  /** Only the columns that were asked for, only those that are filled. */
  readonly fields: readonly HostField[];
}

/** A use of a project item in a sequence. Times as read back, never as asked. */
export interface HostTrackItem {
  readonly itemId: string;
  readonly name: string;
  readonly startTicks: string;
  readonly endTicks: string;
  readonly inTicks: string;
  readonly outTicks: string;
  /** Null where this Premiere does not tell: before 15.4 no script can ask, or switch a clip off. */
  readonly enabled: boolean | null;
}

/** A track with its items, sorted by start. */
export interface HostTrack {
  readonly name: string;
  readonly items: readonly HostTrackItem[];
}

/** A sequence marker; `color` is Premiere's index, 0 green to 7 cyan. */
export interface HostMarker {
  readonly startTicks: string;
  readonly durationTicks: string;
  readonly name: string;
  readonly comment: string;
  readonly type: string;
  readonly color: number;
}

/** A sequence as read. */
export interface HostSequence {
  readonly id: string;
  /** Its own project item; empty when it has none. */
  readonly itemId: string;
  readonly name: string;
  readonly frameTicks: string;
  readonly width: number;
  readonly height: number;
  readonly startTicks: string;
  readonly videoTracks: readonly HostTrack[];
  readonly audioTracks: readonly HostTrack[];
  readonly markers: readonly HostMarker[];
}

/** One reading of the whole project. */
export interface HostProject {
  readonly path: string;
  readonly name: string;
  readonly bins: readonly HostBin[];
  readonly items: readonly HostItem[];
  readonly sequences: readonly HostSequence[];
}

/** Reads a whole project. */
export interface ReadProjectRequest {
  /** Null means the project in front; the reply's `path` names it in every later request. */
  readonly projectPath: string | null;
  /** Metadata columns to read for each item. */
  readonly columns: readonly string[];
}

/** Where a reading that was cut short goes on, and the id of what stands there if nobody moved it. */
export interface ReadCursor {
  /** The next item, as indexes from the root down; null once all items are read. */
  readonly item: readonly number[] | null;
  /** Then the next sequence, and how many of its track items are read, track by track. */
  readonly sequence: number;
  readonly trackItems: number;
  readonly id: string;
}

/** Reads a part of a project that is short enough for one script. */
export interface ReadPageRequest extends ReadProjectRequest {
  /** Null begins. */
  readonly from: ReadCursor | null;
}

/**
 * A part of a project. A sequence that does not fit stands in several pages, each with other items
 * on its tracks, the last with its markers.
 */
export interface ProjectPage extends HostProject {
  /** Null when this was the last page. */
  readonly next: ReadCursor | null;
}

/** A bin to make. Its parent is a bin that stands (`parentId`) or one earlier in the same list (`parentKey`). */
export interface BinToAdd {
  readonly key: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly parentKey: string | null;
}

/** Makes bins, in list order. */
export interface AddBinsRequest extends ProjectRequest {
  readonly bins: readonly BinToAdd[];
}

/** The bins that stand after the call; a bin that did not appear is absent. */
export interface AddedBins {
  readonly bins: readonly { readonly key: string; readonly binId: string }[];
}

/** Imports media into one bin with one call. */
export interface ImportMediaRequest extends ProjectRequest {
  readonly binId: string;
  readonly paths: readonly string[];
  /** First frames of numbered image sequences; each becomes one item with the frames that follow. */
  readonly stills: readonly string[];
}

/** The items found in the bin after the call by their media path; `importFiles` itself returns none. */
export interface ImportedMedia {
  readonly items: readonly { readonly path: string; readonly itemId: string }[];
}

/** What to set on one item; what is absent stays. */
export interface ItemChange {
  readonly itemId: string;
  readonly name?: string;
  readonly label?: number;
  /** Moves the item into this bin. */
  readonly binId?: string;
  /** Attaches this low-resolution copy, where the item takes one and has none. */
  readonly proxyPath?: string;
  /** Each source channel an audio track item of its own. What is cut already keeps its sound as it is. */
  readonly channels?: 'mono';
  readonly fields?: readonly HostField[];
}

/** Renames, labels, moves and describes many items with one call. */
export interface UpdateItemsRequest extends ProjectRequest {
  readonly newColumns: readonly HostColumn[];
  readonly changes: readonly ItemChange[];
}

/** How many changes were gone through; whether they took is for a reading to say. */
export interface UpdatedItems {
  readonly attempted: number;
}

/**
 * One use of an item. Source in and out are set on the item in seconds (Premiere takes nothing
 * else) and placed by overwriting; the seconds lie 1/100 frame inside, since Premiere rounds down.
 */
export interface Placement {
  readonly itemId: string;
  readonly name: string;
  readonly inSeconds: number;
  readonly outSeconds: number;
  readonly startTicks: string;
  /** 0-based track for the picture; null for sound alone. */
  readonly videoTrack: number | null;
  /** 0-based first track for the sound; null for picture alone. */
  readonly audioTrack: number | null;
  readonly videoEnabled: boolean;
  /** One per audio track item the placement makes (`HostItem.audioClips`), in track order. */
  readonly audioEnabled: readonly boolean[];
}

/** A marker to set, timed in seconds since Premiere takes nothing else. */
export interface MarkerToAdd {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly name: string;
  readonly comment: string;
  /** Premiere's index, 0 green to 7 cyan. */
  readonly color: number;
}

/** Builds one new sequence, or goes on with the one this caller began (`sequenceId`). */
export interface AssembleSequenceRequest extends ProjectRequest {
  /** Null makes the sequence; otherwise placements and markers are added to it. */
  readonly sequenceId: string | null;
  readonly name: string;
  /** Where the sequence's own project item belongs. */
  readonly binId: string;
  /** The item whose raster and rate the sequence takes. */
  readonly settingsItemId: string;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  readonly startTicks: string;
  readonly videoTracks: number;
  readonly audioTracks: number;
  readonly placements: readonly Placement[];
  readonly markers: readonly MarkerToAdd[];
}

/** The sequence that stands after the call. */
export interface AssembledSequence {
  readonly sequenceId: string;
  readonly itemId: string;
}

/** Hands a sequence to the encoder's queue and starts the batch. */
export interface QueueExportRequest extends ProjectRequest {
  readonly sequenceId: string;
  /** Native path, with extension, in a folder that exists. */
  readonly outputPath: string;
  /** Native path of an `.epr`. */
  readonly presetPath: string;
}

/** The encoder's own name for a job. */
export interface QueuedExport {
  readonly jobId: string;
}

/** State of one encoder job, as its events told. `progress` is 0 to 1. */
export interface EncoderJob {
  readonly jobId: string;
  readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: number;
  readonly message: string;
}

/** Calls that cross as they are asked. */
interface SharedCalls {
  /** What is running, and what is open in front. */
  describeHost(request: Record<string, never>): HostDescription;
  /** Makes bins, in list order. */
  addBins(request: AddBinsRequest): AddedBins;
  /** Imports media into one bin. */
  importMedia(request: ImportMediaRequest): ImportedMedia;
  /** Renames, labels, moves and describes items. */
  updateItems(request: UpdateItemsRequest): UpdatedItems;
  /** Makes one sequence, or goes on with it. */
  assembleSequence(request: AssembleSequenceRequest): AssembledSequence;
  /** Queues a sequence in the encoder and starts it. */
  queueExport(request: QueueExportRequest): QueuedExport;
  /** How the queued jobs stand. */
  readEncoderJobs(request: Record<string, never>): { readonly jobs: readonly EncoderJob[] };
  /** Saves the project under its own name. */
  saveProject(request: ProjectRequest): { readonly path: string };
}

/**
 * What Premiere can be asked. Whoever asks need not count: long lists cross in portions that do not
 * hold Premiere up ({@link WireCalls}).
 */
export interface HostCalls extends SharedCalls {
  /** Bins, items and sequences; bins stand before what they hold. */
  readProject(request: ReadProjectRequest): HostProject;
}

/** The calls as they cross: synchronous inside the host, each one short script. */
export interface WireCalls extends SharedCalls {
  /** As much of the project as a short script can read. */
  readProject(request: ReadPageRequest): ProjectPage;
}

/** Why a host call did not do what it was asked. */
export type HostFailureCode =
  | 'project-not-open'
  | 'project-changed'
  | 'bin-not-found'
  | 'item-not-found'
  | 'sequence-not-found'
  | 'sequence-not-created'
  | 'tracks-not-added'
  | 'export-not-queued'
  | 'not-supported'
  | 'bad-request'
  | 'host-error';

/** A host call's wire answer. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: HostFailureCode; readonly message: string };
