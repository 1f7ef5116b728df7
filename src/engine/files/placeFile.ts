import { randomBytes } from 'node:crypto';
import { link, lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserFacingError } from '../../contract/UserFacingError';

/** A name beside the final one: hidden, ours, and never taken for a finished file. */
export function partPathOf(finalPath: string): string {
  const { dir, base } = path.parse(finalPath);
  return path.join(dir, `.${base.slice(0, 80)}.${randomBytes(4).toString('hex')}.part`);
}

/** A part that nobody has written to for so long was left by a killed run. */
const staleMs = 5 * 60_000;

/** Removes parts of this file that killed runs left beside it. */
export async function sweepParts(finalPath: string): Promise<void> {
  const { dir, base } = path.parse(finalPath);
  const names = (await readdir(dir)).filter(
    (name) => name.startsWith(`.${base.slice(0, 80)}.`) && /\.[0-9a-f]{8}\.part$/.test(name),
  );
  for (const name of names) {
    const { mtimeMs } = await stat(path.join(dir, name));
    if (Date.now() - mtimeMs > staleMs) await rm(path.join(dir, name), { force: true });
  }
}

/**
 * Gives a finished part its final name, on the disk before it returns.
 * @throws UserFacingError `file-exists` when the name is taken and may not be replaced
 */
export async function placeFile(
  partPath: string,
  finalPath: string,
  { overwrite }: { readonly overwrite: boolean },
): Promise<void> {
  await flush(partPath);
  if (overwrite) await rename(partPath, finalPath);
  else await renameWithoutReplacing(partPath, finalPath);
  await flushFolder(path.dirname(finalPath));
}

/** @throws UserFacingError `file-exists` when something stands under this name */
export async function refuseExisting(finalPath: string): Promise<void> {
  try {
    await lstat(finalPath);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  throw new UserFacingError(
    'file-exists',
    `“${finalPath}” is already there and was left as it is. Choose another name or move it away.`,
  );
}

async function renameWithoutReplacing(partPath: string, finalPath: string): Promise<void> {
  try {
    // A second name fails when it is taken, with no moment between looking and acting.
    await link(partPath, finalPath);
  } catch (error) {
    await refuseExisting(finalPath);
    if (!hasNoLinks(error)) throw error;
    await rename(partPath, finalPath);
    return;
  }
  await rm(partPath);
}

/** exFAT and many network volumes know no second names. */
function hasNoLinks(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK'].includes(code);
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is safe from a power cut only when its folder is on the disk too. */
async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders and orders its own renames.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
