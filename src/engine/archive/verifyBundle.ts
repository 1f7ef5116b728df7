import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { JobContext } from '../../contract/JobContext';
import type { VerifiedBundle } from '../../contract/MediaEngine';
import type { Finding } from '../../contract/StepReport';
import { UserFacingError } from '../../contract/UserFacingError';
import { toFileError } from '../files/toFileError';
import { bagFileNames } from '../../domain/interchange/bagit/tagFiles';
import { checkFolders } from './checkFolders';
import type { Testimony } from './judgeFile';
import { looksLikeBag, readBag } from './readBag';
import { readHistories } from './readHistories';
import { findMissing, readFiles, type ReadFiles } from './readFiles';
import { walkFolder, type FolderContents } from './walkFolder';

/** What a verification works with. */
export interface VerifyBundlePorts {
  readonly job: JobContext;
}

/**
 * Reads every file of a bundle, or of a folder with ASC MHL histories, past the cache where the
 * system can, and judges it by all manifests at once. Damage to manifests is in the findings, as
 * errors. Writes nothing.
 * @throws UserFacingError `file-not-found` when there is no such folder, or no manifest in it
 */
export async function verifyBundle(
  request: { readonly path: string },
  { job }: VerifyBundlePorts,
): Promise<VerifiedBundle> {
  const root = path.resolve(request.path);
  const contents = await listFolder(root);
  const testimony = await readTestimony(root, contents);
  const read = await readFiles({ root, contents, testimony }, job);
  const rows = [...read.rows, ...findMissing(testimony, contents)].sort((left, right) =>
    left.path < right.path ? -1 : 1,
  );
  const { bag, histories } = testimony;
  const seen = { rows, digests: read.digests, folders: contents.folders };
  const folders = await Promise.all(
    histories.map((history) => checkFolders(history, histories, seen)),
  );
  return {
    files: rows,
    findings: [
      ...(bag?.findings ?? []),
      ...histories.flatMap(({ findings }) => findings),
      ...read.findings,
      ...checkOxum(testimony, read),
      ...folders.flat(),
      ...contents.unreadable.map(unreadableFolder),
    ],
  };
}

async function listFolder(root: string): Promise<FolderContents> {
  try {
    const stats = await stat(root);
    if (stats.isDirectory()) return await walkFolder(root);
  } catch (error) {
    throw toFileError(error, root);
  }
  throw new UserFacingError('bad-input', `“${root}” is a file. Name the folder of the bundle.`);
}

async function readTestimony(root: string, contents: FolderContents): Promise<Testimony> {
  const top = contents.files.filter((file) => !file.includes('/'));
  const bag = looksLikeBag(top) ? await readBag(root, top) : null;
  const histories = await readHistories(root, contents.folders);
  if (bag || histories.length > 0) return { bag, histories };
  throw new UserFacingError(
    'file-not-found',
    `“${root}” holds no manifest to verify it by: neither a BagIt bag nor an ASC MHL history. Name the folder of a bundle or of a backup.`,
  );
}

function checkOxum({ bag }: Testimony, { sizes }: ReadFiles): readonly Finding[] {
  if (!bag?.oxum) return [];
  const payload = [...sizes].filter(([file]) => file.startsWith(`${bagFileNames.payload}/`));
  const sizeBytes = payload.reduce((sum, [, size]) => sum + size, 0);
  if (bag.oxum.sizeBytes === sizeBytes && bag.oxum.files === payload.length) return [];
  const message = `bag-info.txt speaks of ${bag.oxum.files} files with ${bag.oxum.sizeBytes} bytes, but data/ holds ${payload.length} with ${sizeBytes}.`;
  return [{ code: 'oxum-differs', severity: 'error', subject: bagFileNames.info, message }];
}

function unreadableFolder(folder: string): Finding {
  const subject = folder || '.';
  const message = `The folder “${subject}” could not be listed.`;
  return { code: 'folder-unreadable', severity: 'error', subject, message };
}
