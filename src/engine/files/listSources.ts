import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { JobContext } from '../../contract/JobContext';
import type { MediaEngine, SourceFile, SourceListing } from '../../contract/MediaEngine';
import type { Finding } from '../../contract/StepReport';
import { findGrowing } from './findGrowing';

interface Walk {
  /** By path, so that sources within one another list a file once. */
  readonly files: Map<string, SourceFile>;
  readonly findings: Finding[];
  readonly job: JobContext;
}

/**
 * Lists every regular file under the named sources, sorted by path. Links within a source are not
 * followed, so the walk never leaves it and never goes round. Where growing files are to be told, those
 * that were written to in the last minute are looked at again two seconds later.
 */
export async function listSources(
  { sources, tellsGrowing = false }: Parameters<MediaEngine['listSources']>[0],
  job: JobContext,
): Promise<SourceListing> {
  const walk: Walk = { files: new Map(), findings: [], job };
  for (const source of sources) await listSource(path.resolve(source), walk);
  const listed = [...walk.files.values()];
  const growing = tellsGrowing ? await findGrowing(listed, job) : new Set<string>();
  const files = listed
    .map((file) => ({ ...file, isGrowing: growing.has(file.path) }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  return { files, findings: walk.findings };
}

async function listSource(source: string, walk: Walk): Promise<void> {
  const stats = await lookAt(source, walk);
  if (!stats) return;
  if (stats.isDirectory()) {
    // The named folder itself may be a link (a mounted card); its files keep the name as given.
    await listFolders(await realpath(source), source, walk);
  } else if (stats.isFile()) {
    addFile({ path: source, source: path.dirname(source), stats }, walk);
  } else {
    walk.findings.push(specialFile(source));
  }
}

/** Depth first without recursion: a tree may be deeper than the stack. */
async function listFolders(root: string, source: string, walk: Walk): Promise<void> {
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    walk.job.checkpoint();
    const entries = await readFolder(folder, walk);
    const subfolders: string[] = [];
    for (const entry of entries) {
      const entryPath = path.join(folder, entry.name);
      if (entry.isDirectory()) subfolders.push(entryPath);
      else await listEntry(entryPath, entry, { root, source, walk });
    }
    pending.push(...subfolders);
    walk.job.report({
      done: walk.files.size,
      total: walk.files.size,
      unit: 'files',
      subject: folder,
    });
  }
}

async function listEntry(
  entryPath: string,
  entry: Dirent,
  { root, source, walk }: { readonly root: string; readonly source: string; readonly walk: Walk },
): Promise<void> {
  if (entry.isSymbolicLink()) {
    walk.findings.push({
      code: 'link-not-followed',
      severity: 'info',
      subject: entryPath,
      message: 'A link; what it points to was not listed.',
    });
  } else if (entry.isFile()) {
    const stats = await lookAt(entryPath, walk);
    const named = path.join(source, path.relative(root, entryPath));
    if (stats) addFile({ path: named, source, stats }, walk);
  } else {
    walk.findings.push(specialFile(entryPath));
  }
}

interface FoundFile extends Pick<SourceFile, 'path' | 'source'> {
  readonly stats: Stats;
}

function addFile({ path: file, source, stats }: FoundFile, { files }: Walk): void {
  if (files.has(file)) return;
  files.set(file, {
    path: file,
    source,
    relativePath: path.relative(source, file).split(path.sep).join('/'),
    sizeBytes: stats.size,
    modifiedMs: Math.trunc(stats.mtimeMs),
    isGrowing: false,
  });
}

function specialFile(file: string): Finding {
  const message = 'Neither a file nor a folder (a pipe, socket or device); it was left out.';
  return { code: 'special-file', severity: 'warning', subject: file, message };
}

async function lookAt(file: string, walk: Walk): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    walk.findings.push(unreadable(file, error));
    return undefined;
  }
}

async function readFolder(folder: string, walk: Walk): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    walk.findings.push(unreadable(folder, error));
    return [];
  }
}

function unreadable(file: string, error: unknown): Finding {
  const { code } = error as NodeJS.ErrnoException;
  const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
  return {
    code: isAbsent ? 'source-not-found' : 'source-unreadable',
    severity: 'error',
    subject: file,
    message: isAbsent
      ? 'There is nothing here. Check that the card is mounted and the name is right.'
      : `It could not be read (${code ?? 'unknown error'}).`,
  };
}
