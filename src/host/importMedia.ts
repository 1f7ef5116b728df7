import type { ImportedMedia, ImportMediaRequest } from '../contract/host';
import { findProject } from './findProject';
import { binOf, walkProject } from './walkProject';
import { textOf } from './hostValues';

/**
 * Imports into one bin with one call. `importFiles` returns no items, and true even for files it
 * left out, so the bin is read afterwards and matched by media path.
 */
export function importMedia(request: ImportMediaRequest): ImportedMedia {
  const project = findProject(request.projectPath);
  const bin = binOf(walkProject(project), request.binId);
  const paths: string[] = [];
  for (let index = 0; index < request.paths.length; index += 1) {
    paths.push(textOf(request.paths[index]));
  }
  project.importFiles(paths, true, bin, false);
  const idByPath = itemsByMediaPath(bin);
  const items: { path: string; itemId: string }[] = [];
  for (let index = 0; index < paths.length; index += 1) {
    const path = textOf(paths[index]);
    // Premiere gives the path back in the system's own form.
    const itemId = idByPath['$' + path] || idByPath['$' + nativePath(path)];
    if (itemId !== undefined) items.push({ path: path, itemId: itemId });
  }
  return { items: items };
}

function itemsByMediaPath(bin: ProjectItem): Record<string, string | undefined> {
  const idByPath: Record<string, string | undefined> = {};
  const children = bin.children;
  const count = children.numItems;
  for (let index = 0; index < count; index += 1) {
    const child = children[index];
    if (child === undefined || child.isSequence()) continue;
    idByPath['$' + textOf(child.getMediaPath())] = textOf(child.nodeId);
  }
  return idByPath;
}

function nativePath(path: string): string {
  return textOf(new File(path).fsName);
}
