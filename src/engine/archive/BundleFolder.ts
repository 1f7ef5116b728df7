import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UserFacingError } from '../../contract/UserFacingError';
import { toFileError } from '../files/toFileError';
import { openSink } from './Sink';

/**
 * A bundle on the disk: its paths, and how files come to stand in it. Whatever is unfinished lies
 * in one hidden folder, which a later run empties.
 */
export interface BundleFolder {
  /** Absolute path of the bundle. */
  readonly root: string;
  /** Absolute path of a place in the bundle. @throws UserFacingError `path-outside-folder` */
  resolve(relativePath: string): string;
  /** A fresh place for an unfinished file. */
  newPart(): Promise<string>;
  /** Gives a finished, flushed part its name; an existing file is replaced only by `replace`. */
  place(partPath: string, relativePath: string, replace: boolean): Promise<void>;
  /** Writes a small text whole, on the disk when it returns; what stood there is replaced. */
  writeText(relativePath: string, text: string): Promise<void>;
  /** A small text of the bundle; null when it is not there. */
  readText(relativePath: string): Promise<string | null>;
  /** Removes what an earlier run left unfinished, and our folder for it. */
  clearParts(): Promise<void>;
}

/** Where unfinished files lie within a bundle. */
const partsFolder = '.slateflow-unfinished';

/**
 * Opens a bundle's folder, making it when absent and clearing what a killed run left.
 * @throws UserFacingError when it cannot be written to
 */
export async function openBundleFolder(folder: string): Promise<BundleFolder> {
  try {
    await makeFolderDurably(folder);
    const bundle = toBundleFolder(await realpath(folder));
    await bundle.clearParts();
    return bundle;
  } catch (error) {
    throw toFileError(error, folder);
  }
}

function toBundleFolder(root: string): BundleFolder {
  const resolve = (relativePath: string) => resolveWithin(root, relativePath);
  const parts = path.join(root, partsFolder);
  const newPart = async () => {
    await mkdir(parts, { recursive: true });
    return path.join(parts, randomUUID());
  };
  const place = async (part: string, relativePath: string, replace: boolean) => {
    const final = resolve(relativePath);
    await makeFolderDurably(path.dirname(final));
    if (!replace) await refuseExisting(final);
    await rename(part, final);
    await syncFolder(path.dirname(final));
  };
  return {
    root,
    resolve,
    newPart,
    place,
    writeText: async (relativePath, text) => {
      const part = await newPart();
      await writePart(part, Buffer.from(text, 'utf8'));
      await place(part, relativePath, true);
    },
    readText: (relativePath) => readTextIfThere(resolve(relativePath)),
    clearParts: () => rm(parts, { recursive: true, force: true }),
  };
}

/** A small file's text; null when it is not there. */
export async function readTextIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Whether the system says that nothing stands there. */
export function isAbsence(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function resolveWithin(root: string, relativePath: string): string {
  const steps = relativePath.split('/');
  const isWithin =
    !path.isAbsolute(relativePath) &&
    !relativePath.includes('\0') &&
    steps.every((step) => step !== '' && step !== '.' && step !== '..');
  if (isWithin) return path.join(root, ...steps);
  throw new UserFacingError(
    'path-outside-folder',
    `“${relativePath}” does not lie in the bundle. Nothing is written outside of it.`,
  );
}

async function writePart(part: string, bytes: Uint8Array): Promise<void> {
  const sink = await openSink(part, false);
  try {
    if (bytes.length > 0) await sink.write(bytes, bytes.length, 0);
    await sink.finish(bytes.length, new Date());
  } finally {
    await sink.close();
  }
}

async function refuseExisting(final: string): Promise<void> {
  try {
    await lstat(final);
  } catch (error) {
    if (isAbsence(error)) return;
    throw error;
  }
  throw new UserFacingError('file-exists', `“${final}” is already there and was left as it is.`);
}

/** A folder with its parents, each entered in its own parent on the disk. */
async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  let made = folder;
  while (made.length >= first.length) {
    made = path.dirname(made);
    await syncFolder(made);
  }
}

/** A rename survives a power cut only when its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders and orders its own renames.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
