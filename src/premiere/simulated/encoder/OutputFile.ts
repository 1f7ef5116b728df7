import fs from 'node:fs';
import path from 'node:path';
import type { EncoderFormat } from '../../../domain/spec/EncoderFormat';

/** How much a file that is being written has grown at its end, in bytes: it only has to grow. */
const grownBytes = 65_536;

/** Endings that name a media file: another one belongs to the name. */
const mediaEndings =
  /\.(mp4|mov|mxf|mpe?g|m2v|m4[av]|avi|mkv|wav|aiff?|mp3|aac|png|jpe?g|tiff?|dpx|gif)$/i;

/** The name a container's file gets: a wrong ending is replaced, a missing one added. */
export function withEnding(wanted: string, container: EncoderFormat['container']): string {
  if (wanted.toLowerCase().endsWith(`.${container}`)) return wanted;
  return `${wanted.replace(mediaEndings, '')}.${container}`;
}

/**
 * The file that a render makes. It stands under its final name from the start and grows, as the
 * encoder's files do, while the renderer writes to a hidden name beside it. Whoever gives up leaves
 * nothing behind.
 */
export class OutputFile {
  private constructor(
    /** The final name; another than was wished for when that was taken. */
    readonly path: string,
    /** Where the renderer writes. Nothing stands there yet. */
    readonly workPath: string,
  ) {}

  /** Takes the first free name: the one wished for, or with `_1`, `_2` … @throws what `fs` throws */
  static claim(wanted: string): OutputFile {
    const { dir, name, ext } = path.parse(wanted);
    for (let count = 0; ; count += 1) {
      const free = count === 0 ? wanted : path.join(dir, `${name}_${count}${ext}`);
      if (!isTaken(free))
        return new OutputFile(free, path.join(dir, `.${name}_${count}.work${ext}`));
    }
  }

  /** Says how far the render is, from 0 to 1. */
  grow(fraction: number): void {
    fs.truncateSync(this.path, Math.round(Math.min(1, Math.max(0, fraction)) * grownBytes));
  }

  /** Puts what was rendered under the final name. */
  finish(): void {
    fs.renameSync(this.workPath, this.path);
  }

  /** Leaves nothing behind. */
  discard(): void {
    for (const each of [this.path, this.workPath]) fs.rmSync(each, { force: true });
  }
}

/** Makes an empty file, unless something has the name. */
function isTaken(filePath: string): boolean {
  try {
    fs.closeSync(fs.openSync(filePath, 'wx'));
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return true;
    throw error;
  }
}
