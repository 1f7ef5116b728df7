import type { ListedFile } from './ListedFile';

/**
 * Where the constant-rate copy of a medium goes: under the folder chosen, by its source's name and
 * its own path from there, so that two cards with an `IMG_0001.MOV` each do not meet.
 */
export function constantRatePath(folder: string, { source, relativePath }: ListedFile): string {
  const root = folder.replace(/[/\\]+$/, '');
  const separator = root.includes('\\') ? '\\' : '/';
  const sourceName = source.split(/[/\\]/).filter(Boolean).at(-1) ?? '';
  const levels = [sourceName, ...relativePath.replace(/\.[^./]+$/, '').split('/')];
  return [root, ...levels.filter(Boolean)].join(separator) + '_CFR.mov';
}
