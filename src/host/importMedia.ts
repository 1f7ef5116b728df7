import type { ImportedMedia, ImportMediaRequest } from '../contract/host';
import { findProject } from './findProject';
import { findBin, noteChild } from './findItem';
import { textOf } from './hostValues';

/** `ProjectItem.type` of a clip, and of a sequence, which has no path. */
const clipType = 1;

type ImportedItem = ImportedMedia['items'][number];

/**
 * Imports into one bin. `importFiles` returns no items, and true even for files it left out, so the
 * bin is read afterwards and matched by media path. An image sequence has that of its first frame,
 * and a call of its own: of several firsts at once Premiere does not say where each ends.
 */
export function importMedia(request: ImportMediaRequest): ImportedMedia {
  const project = findProject(request.projectPath);
  const bin = findBin(project, request.binId);
  const paths = toTexts(request.paths);
  if (paths.length > 0) project.importFiles(paths, true, bin, false);
  const stills = toTexts(request.stills);
  for (let index = 0; index < stills.length; index += 1) {
    const first = textOf(stills[index]);
    project.importFiles([first], true, bin, true);
    paths.push(first);
  }
  return { items: findImported(bin, paths) };
}

function toTexts(values: readonly string[]): string[] {
  const texts: string[] = [];
  for (let index = 0; index < values.length; index += 1) texts.push(textOf(values[index]));
  return texts;
}

/** New items stand last, so the bin is gone through from its end, until all are found. */
function findImported(bin: ProjectItem, paths: readonly string[]): ImportedItem[] {
  const wanted = toNativePaths(paths);
  const idByPath: Record<string, string | undefined> = {};
  const children = bin.children;
  let missing = paths.length;
  for (let index = children.numItems - 1; index >= 0 && missing > 0; index -= 1) {
    const child = children[index];
    if (child === undefined || child.type !== clipType) continue;
    const path = wanted['$' + textOf(child.getMediaPath())];
    if (path === undefined || idByPath['$' + path] !== undefined) continue;
    const itemId = textOf(child.nodeId);
    idByPath['$' + path] = itemId;
    noteChild(bin, index, itemId);
    missing -= 1;
  }
  return inOrder(paths, idByPath);
}

function inOrder(
  paths: readonly string[],
  idByPath: Record<string, string | undefined>,
): ImportedItem[] {
  const items: ImportedItem[] = [];
  for (let index = 0; index < paths.length; index += 1) {
    const path = textOf(paths[index]);
    const itemId = idByPath['$' + path];
    if (itemId !== undefined) items.push({ path: path, itemId: itemId });
  }
  return items;
}

/** Each path by the forms that Premiere may give it back in: as it was asked for, and the system's own. */
function toNativePaths(paths: readonly string[]): Record<string, string | undefined> {
  const asked: Record<string, string | undefined> = {};
  for (let index = 0; index < paths.length; index += 1) {
    const path = textOf(paths[index]);
    asked['$' + path] = path;
    asked['$' + textOf(new File(path).fsName)] = path;
  }
  return asked;
}
