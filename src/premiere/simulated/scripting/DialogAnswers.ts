/** What scripts are answered when they ask; nobody is there, so what is not given is declined. */
export interface DialogAnswers {
  /** What `confirm` gives. */
  readonly confirm?: boolean;
  /** What `prompt` gives; null is its cancelling. */
  readonly prompt?: string | null;
  /** Paths that `File.openDialog` gives. */
  readonly openFiles?: readonly string[];
  /** Path that `File.saveDialog` gives. */
  readonly saveFile?: string;
  /** Path that `Folder.selectDialog` gives. */
  readonly folder?: string;
}
