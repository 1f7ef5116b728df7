/** A file under a source. */
export interface ListedFile {
  readonly path: string;
  /** Absolute path of the folder that was named. */
  readonly source: string;
  /** From the source, with `/`. */
  readonly relativePath: string;
  readonly sizeBytes: number;
  /** It changed between two looks: somebody is still writing it. */
  readonly isGrowing: boolean;
}
