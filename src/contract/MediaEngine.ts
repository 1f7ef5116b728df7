import type { EncoderFormat } from '../domain/spec/EncoderFormat';
import type { Finding } from './StepReport';
import type { JobContext } from './JobContext';

/** A file or folder found under a source, before anything is read of it. */
export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** The source it was found under: absolute path of the folder that was named. */
  readonly source: string;
  /** Path from the source, with `/`. */
  readonly relativePath: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** It changed between two looks: somebody is still writing it. */
  readonly isGrowing: boolean;
}

/** What stands under the named sources; links, special files and what cannot be read are findings. */
export interface SourceListing {
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
}

/** The picture stream of a file. */
export interface VideoFacts {
  readonly codec: string;
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  /** Exact fraction, `24000/1001`. */
  readonly frameRate: string;
  readonly pixelFormat: string;
  /** -1 when the container does not say. */
  readonly frames: number;
  readonly scan: string;
  /** Its frames do not last equally long. */
  readonly variableRate: boolean;
  /** The nearest standard rate, exact fraction. */
  readonly nearestRate: string;
  /** Degrees clockwise that a player turns it. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** In ffprobe's words, empty where untold. */
  readonly colour: ColourFacts;
}

/** Colour tags of a picture in ffprobe's words; empty where the file does not tell. */
export interface ColourFacts {
  readonly primaries: string;
  readonly transfer: string;
  readonly matrix: string;
  readonly range: string;
}

/** The sound of a file, all streams taken together. */
export interface AudioFacts {
  readonly codec: string;
  readonly sampleRate: number;
  readonly channels: number;
  /** Channels of each stream, in order. */
  readonly streams: readonly number[];
  readonly bitsPerSample: number;
}

/** What a recorder wrote into bext and iXML; empty strings where it did not. */
export interface SoundFacts {
  readonly scene: string;
  readonly take: string;
  readonly circled: boolean;
  readonly wildTrack: boolean;
  readonly soundRoll: string;
  readonly note: string;
  /** Samples since midnight of the first sample; decimal string. */
  readonly timeReferenceSamples: string;
  /** Exact fraction, empty when iXML does not say. */
  readonly timecodeRate: string;
  readonly dropFrame: boolean;
  readonly originationDate: string;
  /** One per channel, in file order; empty text where unnamed. */
  readonly trackNames: readonly string[];
  /** The same in all files of one recording; empty where iXML names no set. */
  readonly familyUid: string;
  /** Which file of the set this is, as the recorder counts: `1`, `A`; empty when untold. */
  readonly fileSetIndex: string;
  /** Files of the set; 0 when untold. */
  readonly filesInSet: number;
}

/** What recorded a medium and how it was set; empty where the file does not tell. */
export interface DeviceFacts {
  readonly maker: string;
  readonly model: string;
  readonly serial: string;
  readonly lens: string;
  readonly iso: string;
  readonly shutter: string;
  readonly whiteBalance: string;
}

/** What a container itself says of the slate; empty where it does not. */
export interface ContainerSlate {
  readonly scene: string;
  readonly take: string;
  readonly camera: string;
  readonly reel: string;
}

/** What the engine knows of one media file. Ticks are decimal strings. */
export interface MediaFacts {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly container: string;
  readonly durationTicks: string;
  /** Start timecode label as the file carries it; empty when it carries none. */
  readonly startTimecode: string;
  /** The label as time since 00:00:00:00; for sound from bext. “0” when there is none. */
  readonly startTicks: string;
  readonly reel: string;
  /** ISO 8601 as the file says it, empty where it does not. */
  readonly recordedAt: string;
  /** The name the container itself gives the clip; empty where it gives none. */
  readonly clipName: string;
  readonly device: DeviceFacts;
  readonly slate: ContainerSlate;
  readonly video: VideoFacts | null;
  readonly audio: AudioFacts | null;
  readonly sound: SoundFacts | null;
}

/** Answer for one file: its facts, or why it gave none. */
export type ProbeResult =
  | { readonly path: string; readonly ok: true; readonly media: MediaFacts }
  | {
      readonly path: string;
      readonly ok: false;
      readonly code:
        | 'media-empty'
        | 'media-truncated'
        | 'media-denied'
        | 'media-locked'
        | 'media-unreadable'
        | 'media-unsupported';
      readonly message: string;
    };

/** A short text beside media; null where it could not be read. */
export interface SupportText {
  readonly path: string;
  readonly text: string | null;
}

/** Text of a file, decoded; `encoding` says as what. */
export interface ReadText {
  readonly text: string;
  readonly encoding: string;
}

/** What was measured of a rendered file. Numbers that could not be measured are null. */
export interface MediaMeasurements {
  readonly media: MediaFacts;
  /** ffprobe's `format_name` and major brand: tells MOV from MP4. */
  readonly majorBrand: string;
  /** Counted packets of the picture stream. */
  readonly videoFrames: number | null;
  readonly constantFrameRate: boolean | null;
  readonly sampleAspectRatio: string;
  readonly colorPrimaries: string;
  readonly colorTransfer: string;
  readonly colorMatrix: string;
  readonly colorRange: string;
  readonly moovBeforeMdat: boolean | null;
  readonly integratedLufs: number | null;
  readonly truePeakDbtp: number | null;
  readonly videoBitrate: number | null;
  /** xxh64, 16 hex digits big-endian, of the whole file. */
  readonly xxh64: string;
  /** Versions and filter text, so that the figures can be got again. */
  readonly measuredWith: string;
}

/** A copy of a medium to make whose frames all last equally long. Paths are absolute. */
export interface ConstantRateRequest {
  readonly source: string;
  /** Final name, ending in `.mov`; its folders are made. One that stands already is left. */
  readonly target: string;
  /** Exact fraction. */
  readonly frameRate: string;
}

/** A file to put into a bundle. */
export interface ArchiveFile {
  /** Absolute path of the original; it is only read. */
  readonly source: string;
  /** Path within the bundle's `data/`, with `/`. */
  readonly target: string;
}

/** An archive to write: a BagIt bag with ASC MHL histories. */
export interface WriteArchiveRequest {
  /** The bundle's own folder; made when absent. */
  readonly bundle: string;
  readonly title: string;
  readonly files: readonly ArchiveFile[];
  /** Small texts of ours that go into the bundle beside the files (project, catalogue, readme). */
  readonly texts: readonly { readonly target: string; readonly text: string }[];
  /** `data/` folders that get an ASC MHL history: the cards. */
  readonly mhlRoots: readonly string[];
}

/** What became of each file of a bundle. */
export interface WrittenArchive {
  readonly files: readonly {
    readonly target: string;
    readonly outcome: 'done' | 'alreadyThere' | 'failed';
    readonly code: string;
    readonly message: string;
    readonly sha256: string;
    readonly sizeBytes: number;
  }[];
  readonly findings: readonly Finding[];
  /** Whether every byte was read back from the medium past the cache. */
  readonly readBackUncached: boolean;
}

/** One row of a verification, as the command line prints it. */
export interface VerifiedFile {
  readonly path: string;
  readonly state: 'ok' | 'changed' | 'missing' | 'new' | 'unreadable';
  readonly expected: string;
  readonly actual: string;
}

/** A bundle or backup against its manifests. */
export interface VerifiedBundle {
  readonly files: readonly VerifiedFile[];
  readonly findings: readonly Finding[];
}

/** A finished sample day. */
export interface SampleDay {
  /** Absolute path of its `day.json`. */
  readonly dayPath: string;
  readonly sizeBytes: number;
  readonly files: number;
}

/** A linear gain at a time of an event. */
export interface GainKey {
  /** From the event's start. */
  readonly offsetTicks: string;
  readonly gain: number;
}

/** A track item for the renderer: times in ticks as decimal strings, all from zero. */
export interface RenderEvent {
  readonly mediaPath: string;
  readonly startTicks: string;
  readonly endTicks: string;
  readonly inTicks: string;
  /** Linear; 1 is unchanged. */
  readonly gain: number;
  /** Sound: gain over time, times {@link gain}: straight lines between keys in order of time. */
  readonly gainKeys?: readonly GainKey[];
  /** Sound: 0-based channels of the medium; picture: empty. */
  readonly channels: readonly number[];
}

/** A sequence to render with ffmpeg. Disabled items and muted tracks are left out by the caller. */
export interface RenderRequest {
  /** Final name; written beside under another and renamed when whole. Must not exist. */
  readonly outputPath: string;
  /** Exact fraction. */
  readonly sequenceRate: string;
  readonly sequenceWidth: number;
  readonly sequenceHeight: number;
  readonly durationTicks: string;
  /** Start timecode label written into the file; empty for none. */
  readonly startTimecode: string;
  /** Bottom track first. */
  readonly videoTracks: readonly (readonly RenderEvent[])[];
  readonly audioTracks: readonly (readonly RenderEvent[])[];
  readonly format: EncoderFormat;
}

/** Long work on media and files, done by the engine's process. Paths are absolute. */
export interface MediaEngine {
  /**
   * Walks folders (or takes files) and lists what stands there; reads no media. To tell what is
   * still growing, files that were written to in the last minute are looked at twice.
   */
  listSources(
    request: { readonly sources: readonly string[]; readonly tellsGrowing?: boolean },
    job: JobContext,
  ): Promise<SourceListing>;
  /** Probes media, in the order given. One bad file never stops the rest. */
  probe(
    request: { readonly paths: readonly string[] },
    job: JobContext,
  ): Promise<readonly ProbeResult[]>;
  /** Reads short support texts of cards, in the order given; binary ones as Latin-1. */
  readTexts(
    request: { readonly paths: readonly string[] },
    job: JobContext,
  ): Promise<readonly SupportText[]>;
  /** Reads a text file, its encoding found out. @throws UserFacingError `file-not-found`, `bad-input` */
  readText(request: { readonly path: string }): Promise<ReadText>;
  /** Writes a text file whole: temporary name, flush, rename. `overwrite` false refuses an existing one. */
  writeText(request: {
    readonly path: string;
    readonly text: string;
    readonly overwrite: boolean;
  }): Promise<void>;
  /** Makes a folder with its parents, and says whether it is empty. */
  makeFolder(request: { readonly path: string }): Promise<{ readonly isEmpty: boolean }>;
  /** Size and xxh64 of files; null for one that is not there. */
  hashFiles(
    request: { readonly paths: readonly string[] },
    job: JobContext,
  ): Promise<
    readonly { readonly path: string; readonly sizeBytes: number; readonly xxh64: string | null }[]
  >;
  /** Measures one file for a delivery check. @throws UserFacingError `media-unreadable` */
  measure(request: { readonly path: string }, job: JobContext): Promise<MediaMeasurements>;
  /** Renders a sequence. @throws UserFacingError `file-exists`, `media-unreadable`, `disk-full` */
  render(request: RenderRequest, job: JobContext): Promise<{ readonly outputPath: string }>;
  /** Makes a copy at a constant frame rate. @throws UserFacingError `media-unreadable`, `disk-full` */
  makeConstantRate(
    request: ConstantRateRequest,
    job: JobContext,
  ): Promise<{ readonly path: string }>;
  /** Copies, hashes, reads back and writes manifests; goes on from where a killed run stopped. */
  writeArchive(request: WriteArchiveRequest, job: JobContext): Promise<WrittenArchive>;
  /** Reads every file of a bundle against its manifests. @throws UserFacingError `file-not-found` */
  verifyBundle(request: { readonly path: string }, job: JobContext): Promise<VerifiedBundle>;
  /** Makes the sample shooting day in an empty folder. @throws UserFacingError `file-exists` */
  makeSampleDay(request: { readonly path: string }, job: JobContext): Promise<SampleDay>;
}
