import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { toFileError } from './toFileError';

/**
 * Makes a folder with its parents, and says whether it is empty.
 * @throws UserFacingError `file-exists` where a file has that name, `disk-full`, `bad-input`
 */
export async function makeFolder(request: {
  readonly path: string;
}): Promise<{ readonly isEmpty: boolean }> {
  const folder = path.resolve(request.path);
  try {
    await mkdir(folder, { recursive: true });
    const entries = await readdir(folder);
    return { isEmpty: entries.length === 0 };
  } catch (error) {
    throw toFileError(error, folder);
  }
}
