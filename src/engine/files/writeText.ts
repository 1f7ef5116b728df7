import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { partPathOf, placeFile, refuseExisting } from './placeFile';
import { toFileError } from './toFileError';

/**
 * Writes a text file whole, as UTF-8: temporary name, flush, rename. Its folder must be there.
 * @throws UserFacingError `file-exists`, `file-not-found`, `disk-full`, `bad-input`
 */
export async function writeText(request: {
  readonly path: string;
  readonly text: string;
  readonly overwrite: boolean;
}): Promise<void> {
  const file = path.resolve(request.path);
  const part = partPathOf(file);
  try {
    if (!request.overwrite) await refuseExisting(file);
    await writeFile(part, request.text, { flag: 'wx' });
    await placeFile(part, file, { overwrite: request.overwrite });
  } catch (error) {
    throw toFileError(error, file);
  } finally {
    // Gone already when all went well.
    await rm(part, { force: true });
  }
}
