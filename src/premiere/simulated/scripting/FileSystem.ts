import type { DialogAnswers } from './DialogAnswers';

/** What `File` and `Folder` of one Premiere share. */
export class FileSystem {
  /** `Folder.current`: relative paths start here. */
  current = process.cwd();

  constructor(
    readonly answers: DialogAnswers,
    /** Told of what a script wanted to show. */
    readonly show: (text: string) => void,
    /** Told of what a script wanted to have opened: nothing is. */
    readonly launch: (path: string) => void,
  ) {}
}
