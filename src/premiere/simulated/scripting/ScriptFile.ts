import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type OpenMode = 'r' | 'w' | 'a' | 'e';

/** A file or folder by its path, and a file's open text, as ExtendScript's File and Folder see it. */
export class ScriptFile {
  /** Absolute, native. */
  path: string;
  encoding = 'UTF-8';
  lineFeed = process.platform === 'win32' ? 'Windows' : 'Unix';
  /** Why the last operation failed; empty when it did not. */
  error = '';
  private mode: OpenMode | null = null;
  private text = '';
  private position = 0;

  constructor(given: string) {
    this.path = toNativePath(given);
  }

  /** Whether anything is there now. */
  get stats(): fs.Stats | undefined {
    return fs.statSync(this.path, { throwIfNoEntry: false });
  }

  /** Whether reading has come to the end. */
  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Where reading or writing stands, in characters. */
  get offset(): number {
    return this.position;
  }

  /** Opens for reading, writing, appending or editing; false with `error` set when it cannot. */
  open(mode: string): boolean {
    if (mode !== 'r' && mode !== 'w' && mode !== 'a' && mode !== 'e') return false;
    return this.attempt(() => {
      const keepsText = mode !== 'w' && (mode === 'r' || this.stats !== undefined);
      this.text = keepsText ? fs.readFileSync(this.path, this.nodeEncoding()) : '';
      if (mode !== 'r') fs.writeFileSync(this.path, this.text, this.nodeEncoding());
      if (mode === 'r') this.text = this.text.replace(/^\uFEFF/, '');
      this.position = mode === 'a' ? this.text.length : 0;
      this.mode = mode;
    });
  }

  /** Closes, writing what was written; true unless that failed. */
  close(): boolean {
    const { mode } = this;
    this.mode = null;
    if (mode === null || mode === 'r') return true;
    return this.attempt(() => {
      fs.writeFileSync(this.path, this.text, this.nodeEncoding());
    });
  }

  /** Reads so many characters, or all that is left. */
  read(count = this.text.length): string {
    if (this.mode === null) return '';
    const read = this.text.slice(this.position, this.position + count);
    this.position += read.length;
    return read;
  }

  /** Reads to the end of the line and past its line feed. */
  readLine(): string {
    const rest = this.mode === null ? '' : this.text.slice(this.position);
    const [line = '', feed = ''] = /^([^\r\n]*)(\r\n|\r|\n)?/.exec(rest)?.slice(1) ?? [];
    this.position += line.length + feed.length;
    return line;
  }

  /** Writes at the position; false when the file is not open for writing. */
  write(text: string): boolean {
    if (this.mode === null || this.mode === 'r') return false;
    const after = this.text.slice(this.position + text.length);
    this.text = this.text.slice(0, this.position) + text + after;
    this.position += text.length;
    return true;
  }

  /** Moves the position. */
  seek(position: number): boolean {
    this.position = Math.max(0, Math.min(position, this.text.length));
    return this.mode !== null;
  }

  /** Runs a file operation; false with `error` set when the system refuses. */
  attempt(run: () => void): boolean {
    try {
      run();
      this.error = '';
      return true;
    } catch (cause) {
      this.error = cause instanceof Error ? cause.message : String(cause);
      return false;
    }
  }

  private nodeEncoding(): BufferEncoding {
    const encoding = this.encoding.toUpperCase();
    if (encoding === 'BINARY' || encoding === 'ASCII') return 'latin1';
    return encoding.startsWith('UTF-16') || encoding.startsWith('UCS-2') ? 'utf16le' : 'utf8';
  }
}

/** ExtendScript takes native paths and URI notation alike, and decodes what looks encoded. */
function toNativePath(given: string): string {
  const decoded = given.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch (cause) {
      // Not UTF-8 in URI notation: it stays as written.
      if (cause instanceof URIError) return run;
      throw cause;
    }
  });
  const atHome = decoded.replace(/^~(?=$|[\\/])/, os.homedir());
  return path.resolve(atHome === '' ? os.tmpdir() : atHome);
}
