/// <reference no-default-lib="true" />

/**
 * What the typings of Premiere 24.0 leave out, from the scripting guide, Adobe's own sample panel
 * and reflection of a running Premiere. Merges with the declarations there.
 */

/** Put at the head of the bundle by the build: the package's version. */
declare const slateflowVersion: string;

interface ReadonlyArray<T> {
  readonly length: number;
  readonly [index: number]: T;
}

interface ProjectItem {
  isOffline(): boolean;
  /** Sound alone has none: null, 0 or a throw, depending on the version. */
  getFootageInterpretation(): { readonly frameRate: number } | 0 | null;
  /** Named like a function, read as a property. */
  readonly getAudioChannelMapping: AudioChannelMapping | null | undefined;
  setAudioChannelMapping?(mapping: AudioChannelMapping): unknown;
  /** `mediaType`: 1 picture, 2 sound, 4 all. */
  getInPoint(mediaType: number): Time;
  getOutPoint(mediaType: number): Time;
  /** JSON text: a list of `{ ColumnID, ColumnName, ColumnPath, ColumnValue }`; not in every version. */
  getProjectColumnsMetadata?(): string;
}

/** How an item's sound lands when it is placed. */
interface AudioChannelMapping {
  audioClipsNumber: number;
  /** 0 mono, 1 stereo, 2 surround. */
  audioChannelsType: number;
  setMappingForChannel(channel: number, sourceChannel: number): unknown;
}

interface Sequence {
  /** -1 leaves a kind out. Returns nothing that can be trusted. */
  overwriteClip(item: ProjectItem, time: Time, videoTrack: number, audioTrack: number): unknown;
}

interface MarkerCollection {
  createMarker(seconds: number): Marker;
}

interface Application {
  getCurrentProjectViewSelection(): readonly ProjectItem[] | null;
}

interface Error {
  readonly message: string;
  /** ExtendScript's own: the line of the script that threw. */
  readonly line?: number;
}

/** The unsupported quality-engineering DOM; undefined until `app.enableQE()`. */
declare const qe:
  | {
      readonly project: {
        getActiveSequence(): QESequence | null | undefined;
      };
    }
  | undefined;

interface QESequence {
  readonly guid: string;
  readonly name: string;
  addTracks(
    videoTracks: number,
    videoIndex: number,
    audioTracks: number,
    audioChannelType: number,
    audioIndex: number,
    submixTracks: number,
    submixChannelType: number,
    submixIndex: number,
  ): unknown;
}
