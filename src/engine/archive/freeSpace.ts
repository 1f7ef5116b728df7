import { statfs } from 'node:fs/promises';
import { UserFacingError } from '../../contract/UserFacingError';

/** Beside the files: manifests, histories, folders. */
const overhead = 1.01;

/** @throws UserFacingError `disk-full` when a volume cannot take so many bytes and one percent more */
export async function assertFreeSpace(folder: string, bytes: number): Promise<void> {
  if (bytes === 0) return;
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = Math.ceil(bytes * overhead);
  if (needed <= free) return;
  throw new UserFacingError(
    'disk-full',
    `The archive needs ${toGigabytes(needed)}, but the disk of “${folder}” has ${toGigabytes(free)} free. Make room or choose another disk; nothing was copied.`,
  );
}

function toGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}
