import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { JobContext } from '../../contract/JobContext';
import type { VerifiedFile } from '../../contract/MediaEngine';
import type { Finding } from '../../contract/StepReport';
import { folderFormats } from './checkFolders';
import type { Algorithm, Digests } from './Digester';
import { digestFile } from './digestFile';
import { isSystemError } from './FileFault';
import { claimsOn, judgeFile, type Claims, type Testimony } from './judgeFile';
import { createProgressMeter, type ProgressMeter } from './ProgressMeter';
import { pathWithin } from './readHistories';
import type { FolderContents } from './walkFolder';

/** A folder to read against what is said of it. */
export interface ReadFilesRequest {
  /** Absolute path. */
  readonly root: string;
  readonly contents: FolderContents;
  readonly testimony: Testimony;
}

/** What was read. */
export interface ReadFiles {
  readonly rows: readonly VerifiedFile[];
  readonly findings: readonly Finding[];
  /** Of every file that somebody speaks for, by path from the folder. */
  readonly digests: ReadonlyMap<string, Digests>;
  /** Of every file, in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
}

interface Subject {
  readonly file: string;
  readonly claims: Claims;
}

/** Reads every file that anybody speaks for, or that should not be there, from the medium. */
export async function readFiles(
  { root, contents, testimony }: ReadFilesRequest,
  job: JobContext,
): Promise<ReadFiles> {
  const subjects = contents.files.map((file) => toSubject(file, testimony)).filter(isOfInterest);
  const others = contents.others.map((file) => toSubject(file, testimony)).filter(isOfInterest);
  const sizes = await readSizes(root, contents.files);
  const total = subjects.reduce((sum, { file }) => sum + (sizes.get(file) ?? 0), 0);
  const meter = createProgressMeter(total, job);
  const digests = new Map<string, Digests>();
  const rows: VerifiedFile[] = others.map(toSpecialRow);
  for (const { file, claims } of subjects) {
    job.checkpoint();
    const begun = meter.done;
    const made = await readFile(
      { path: path.join(root, file), file, algorithms: algorithmsFor(file, claims, testimony) },
      meter,
      job,
    );
    meter.settle(begun + (sizes.get(file) ?? 0));
    if (made) digests.set(file, made);
    rows.push(made ? judgeFile(file, claims, made) : toUnreadableRow(file, claims));
  }
  return { rows, findings: others.map(({ file }) => specialFile(file)), digests, sizes };
}

/** Rows of what bag or histories list and nobody can find. */
export function findMissing(
  { bag, histories }: Testimony,
  { files, others }: FolderContents,
): readonly VerifiedFile[] {
  const standing = new Set([...files, ...others]);
  const listed = [
    ...(bag?.expected.keys() ?? []),
    ...histories.flatMap(({ root, expected }) =>
      [...expected.keys()].map((place) => (root === '' ? place : `${root}/${place}`)),
    ),
  ];
  return [...new Set(listed)]
    .filter((file) => !standing.has(file))
    .map((file) => {
      const [first] = claimsOn(file, { bag, histories }).digests;
      return { path: file, state: 'missing', expected: first?.digest ?? '', actual: '' };
    });
}

function toSubject(file: string, testimony: Testimony): Subject {
  return { file, claims: claimsOn(file, testimony) };
}

function isOfInterest({ claims }: Subject): boolean {
  return claims.isVouchedFor !== null || claims.digests.length > 0;
}

/** What the claims need, and what the folders' own hashes are made of. */
function algorithmsFor(
  file: string,
  { digests }: Claims,
  { bag, histories }: Testimony,
): readonly Algorithm[] {
  const around = histories.filter((history) => pathWithin(history, file) !== undefined);
  return [
    ...digests.map(({ algorithm }) => algorithm),
    ...around.flatMap(folderFormats),
    bag ? 'sha256' : 'xxh128',
  ];
}

interface ReadOrder {
  readonly path: string;
  readonly file: string;
  readonly algorithms: readonly Algorithm[];
}

/** Undefined when the medium does not give it. */
async function readFile(
  { path: place, file, algorithms }: ReadOrder,
  meter: ProgressMeter,
  job: JobContext,
): Promise<Digests | undefined> {
  const onBytes = (count: number) => {
    job.checkpoint();
    meter.add(count, file);
  };
  try {
    return (await digestFile({ path: place, algorithms, onBytes })).digests;
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

async function readSizes(
  root: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const file of files) sizes.set(file, (await lstat(path.join(root, file))).size);
  return sizes;
}

function toUnreadableRow(file: string, { digests }: Claims): VerifiedFile {
  return { path: file, state: 'unreadable', expected: digests[0]?.digest ?? '', actual: '' };
}

/** A link where a file should be is as good as unreadable: what it points to is not in the folder. */
function toSpecialRow({ file, claims }: Subject): VerifiedFile {
  if (claims.digests.length > 0) return toUnreadableRow(file, claims);
  return { path: file, state: 'new', expected: '', actual: '' };
}

function specialFile(file: string): Finding {
  const message = `“${file}” is a link or another special file and was not followed.`;
  return { code: 'special-file', severity: 'error', subject: file, message };
}
