import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { adobeErrorText } from '../es3/adobeErrors';
import { decodeText, encodeText, markOf } from './textEncoding';

type OpenMode = 'r' | 'w' | 'a' | 'e';

/** What a text ends its lines with, by the name ExtendScript has for it. */
const lineEnds: Readonly<Record<string, string>> = {
  Windows: '\r\n',
  Unix: '\n',
  Macintosh: '\r',
};

/** Numbers of Adobe's error table for what a system refuses. */
const numbersByCode: Readonly<Record<string, number>> = {
  ENOENT: 48,
  ENOTDIR: 48,
  EEXIST: 49,
  ENOTEMPTY: 49,
  EACCES: 53,
  EPERM: 53,
  EROFS: 53,
};

/** A file or folder by its path, and a file's open bytes, as ExtendScript's File and Folder see it. */
export class ScriptFile {
  /** Absolute, native. */
  path: string;
  encoding = 'UTF-8';
  lineFeed = process.platform === 'win32' ? 'Windows' : 'Unix';
  /** Why the last operation failed; empty when it did not. */
  error = '';
  private mode: OpenMode | null = null;
  /** Grows ahead of what is written; `size` bytes of it are the file's. */
  private store: Buffer = Buffer.alloc(0);
  private size = 0;
  private position = 0;

  /** `given` is native or in URI notation, from the folder `base` where it is relative. */
  constructor(given: string, base = process.cwd()) {
    this.path = toNativePath(given, base);
  }

  /** What is there now; undefined also below a file, or where nobody may look. */
  get stats(): fs.Stats | undefined {
    try {
      return fs.statSync(this.path);
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      if (code in numbersByCode || code === 'ELOOP' || code === 'ENAMETOOLONG') return undefined;
      throw cause;
    }
  }

  private get bytes(): Buffer {
    return this.store.subarray(0, this.size);
  }

  /** Bytes of the file, written or still to be written. */
  get length(): number {
    return this.mode === null ? (this.stats?.size ?? 0) : this.bytes.length;
  }

  /** Whether reading has come to the end. */
  get isAtEnd(): boolean {
    return this.position >= this.bytes.length;
  }

  /** Where reading or writing stands, in bytes. */
  get offset(): number {
    return this.position;
  }

  /** Opens for reading, writing, appending or editing; false with `error` set when it cannot. */
  open(mode: string): boolean {
    if (mode !== 'r' && mode !== 'w' && mode !== 'a' && mode !== 'e') return false;
    return this.attempt(() => {
      const keepsText = mode !== 'w' && (mode === 'r' || this.stats !== undefined);
      this.store = keepsText ? fs.readFileSync(this.path) : Buffer.alloc(0);
      this.size = this.store.length;
      if (mode !== 'r') fs.writeFileSync(this.path, this.bytes);
      this.position = mode === 'a' ? this.bytes.length : mode === 'r' ? this.skipMark() : 0;
      this.mode = mode;
    });
  }

  /** Closes, writing what was written; true unless that failed. */
  close(): boolean {
    const { mode } = this;
    if (mode === null) return this.fail(50);
    this.mode = null;
    return mode === 'r' || this.attempt(() => fs.writeFileSync(this.path, this.bytes));
  }

  /** Reads so many characters, or all that is left. */
  read(count?: number): string {
    if (this.mode === null) {
      this.fail(50);
      return '';
    }
    const rest = decodeText(this.bytes.subarray(this.position), this.encoding);
    const read = count === undefined ? rest : rest.slice(0, Math.max(0, count));
    const isAll = read.length === rest.length;
    const size = isAll ? this.bytes.length : encodeText(read, this.encoding).length;
    this.position = isAll ? size : this.position + size;
    return read;
  }

  /** Reads to the end of the line and past its line feed. */
  readLine(): string {
    if (this.mode === null) return this.read();
    const wide = /^(UTF-?16|UCS-?2)/i.test(this.encoding);
    if (wide) return this.readWideLine();
    let end = this.position;
    while (end < this.bytes.length && this.bytes[end] !== 10 && this.bytes[end] !== 13) end += 1;
    const line = decodeText(this.bytes.subarray(this.position, end), this.encoding);
    const isPair = this.bytes[end] === 13 && this.bytes[end + 1] === 10;
    this.position = Math.min(this.bytes.length, end + (isPair ? 2 : 1));
    return line;
  }

  /** Writes at the position; false when the file is not open for writing. */
  write(text: string): boolean {
    if (this.mode === null || this.mode === 'r') return this.fail(50);
    const written = encodeText(text, this.encoding);
    const end = this.position + written.length;
    if (end > this.store.length) this.store = Buffer.concat([this.bytes], 2 * end);
    written.copy(this.store, this.position);
    this.size = Math.max(this.size, end);
    this.position = end;
    return true;
  }

  /** Writes and ends the line. */
  writeLine(text: string): boolean {
    return this.write(text + (lineEnds[this.lineFeed] ?? '\n'));
  }

  /** Moves the position: 0 from the beginning, 1 from where it stands, 2 back from the end. */
  seek(distance: number, mode: number): boolean {
    if (this.mode === null) return this.fail(50);
    const from = mode === 1 ? this.position + distance : distance;
    const wanted = mode === 2 ? this.bytes.length - distance : from;
    this.position = Math.max(0, Math.min(wanted, this.bytes.length));
    return this.position === wanted;
  }

  /** Runs a file operation; false with `error` set when the system refuses. */
  attempt(run: () => void): boolean {
    try {
      run();
      this.error = '';
      return true;
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      return this.fail(numbersByCode[code] ?? 52);
    }
  }

  /** Sets the error text of a number; false, so that it can be given back at once. */
  fail(number: number): false {
    this.error = adobeErrorText(number);
    return false;
  }

  private readWideLine(): string {
    const { position } = this;
    const rest = this.read();
    const [line = '', feed = ''] = /^([^\r\n]*)(\r\n|\r|\n)?/.exec(rest)?.slice(1) ?? [];
    this.position = position + 2 * (line.length + feed.length);
    return line;
  }

  private skipMark(): number {
    const mark = markOf(this.bytes);
    if (mark) this.encoding = mark.encoding;
    return mark?.size ?? 0;
  }
}

/** ExtendScript takes native paths and URI notation alike, and decodes what looks encoded. */
function toNativePath(given: string, base: string): string {
  const decoded = decodeUri(given);
  const atHome = decoded.replace(/^~(?=$|[\\/])/, os.homedir());
  return path.resolve(base, atHome === '' ? os.tmpdir() : atHome);
}

/** Decodes URI notation; what is not UTF-8 in URI notation stays as written. */
export function decodeUri(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch (cause) {
      if (cause instanceof URIError) return run;
      throw cause;
    }
  });
}

/** URI notation of a native path: `/c/` for a drive on Windows. */
export function toUri(nativePath: string): string {
  const forward = nativePath.replace(/\\/g, '/').replace(/^([A-Za-z]):/, '/$1');
  return encodeURI(forward).replace(/[?#]/g, encodeURIComponent);
}

/** URI notation with `~` for the user's folder, as ExtendScript shows paths. */
export function toShortUri(nativePath: string): string {
  const home = os.homedir();
  const isAtHome = home !== '/' && (nativePath === home || nativePath.startsWith(home + path.sep));
  return isAtHome ? `~${toUri(nativePath.slice(home.length))}` : toUri(nativePath);
}
