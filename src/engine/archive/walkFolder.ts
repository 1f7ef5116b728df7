import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isAbsence } from './BundleFolder';

/** What stands in a folder, as paths from it with `/`, sorted. */
export interface FolderContents {
  /** Regular files. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Links, pipes, sockets, devices; none is followed or opened. */
  readonly others: readonly string[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly string[];
}

/** Lists a folder to its bottom; one that is not there is empty. */
export async function walkFolder(root: string): Promise<FolderContents> {
  const lists = { files: [] as string[], folders: [] as string[], others: [] as string[] };
  const unreadable: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = await readEntries(path.join(root, folder));
    if (entries === null) unreadable.push(folder);
    for (const entry of entries ?? []) {
      const place = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kindOf(entry);
      lists[kind].push(place);
      if (kind === 'folders') pending.push(place);
    }
  }
  for (const list of Object.values(lists)) list.sort();
  return { ...lists, unreadable };
}

function kindOf(entry: Dirent): 'files' | 'folders' | 'others' {
  if (entry.isDirectory()) return 'folders';
  return entry.isFile() ? 'files' : 'others';
}

/** Null when the folder is there and cannot be listed. */
async function readEntries(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return isAbsence(error) ? [] : null;
  }
}
