/** A project item as the archive sees it. Ticks are decimal strings, as they cross the wire. */
export interface ArchiveItem {
  readonly name: string;
  /** Bin it stands in, `/Footage/24/24A`. */
  readonly binPath: string;
  /** Native path of its media; empty for sequences and synthetic media. */
  readonly mediaPath: string;
  readonly scene: string;
  readonly setup: string;
  readonly take: string;
  readonly camera: string;
  readonly note: string;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  readonly startTicks: string;
  readonly durationTicks: string;
  /** Ticks in one frame; “0” for sound alone. */
  readonly frameTicks: string;
  /** The label as the file carries it; empty where it is not known. */
  readonly startTimecode: string;
}

/** A file that stands on one of the sources. */
export interface ArchiveSourceFile {
  /** Absolute path. */
  readonly path: string;
  /** The source it was found under. */
  readonly source: string;
  /** Path from the source, with `/`. */
  readonly relativePath: string;
}

/** All that an archive is planned from: one reading of the project and one of the sources. */
export interface ArchiveMaterial {
  readonly title: string;
  readonly project: {
    /** Native path of the project file. */
    readonly path: string;
    /** What it holds; null when that is no text. */
    readonly text: string | null;
  };
  readonly items: readonly ArchiveItem[];
  /** Absolute paths of finished exports. */
  readonly exports: readonly string[];
  /** Absolute paths of the cards. */
  readonly sources: readonly string[];
  /** Everything that stands under the sources. */
  readonly listing: readonly ArchiveSourceFile[];
}
