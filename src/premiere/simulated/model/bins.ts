import path from 'node:path';
import type { Ids } from './Ids';
import type { Bin, Project, ProjectItem } from './ProjectModel';

/** A bin that stands nowhere yet; with a query it is a search bin. */
export function makeBin(ids: Ids, name: string, query: string | null = null): Bin {
  return {
    kind: 'bin',
    nodeId: ids.nodeId(),
    name,
    label: 7,
    parent: null,
    metadata: new Map(),
    markers: [],
    children: [],
    query,
  };
}

/** Puts an item last into a bin, taking it out of the bin it was in. */
export function putIntoBin(item: ProjectItem, bin: Bin): void {
  takeOutOfBin(item);
  bin.children.push(item);
  item.parent = bin;
}

/** Takes an item out of its bin; it then stands nowhere. */
export function takeOutOfBin(item: ProjectItem): void {
  const siblings = item.parent?.children;
  const index = siblings?.indexOf(item) ?? -1;
  if (index >= 0) siblings?.splice(index, 1);
  item.parent = null;
}

/** Whether `inner` is `outer` or lies somewhere below it. */
export function isWithin(inner: ProjectItem, outer: ProjectItem): boolean {
  for (let at: ProjectItem | null = inner; at; at = at.parent) {
    if (at === outer) return true;
  }
  return false;
}

/** Every item below a bin, parents before children, in panel order. */
export function itemsBelow(bin: Bin): ProjectItem[] {
  return bin.children.flatMap((item) =>
    'children' in item ? [item, ...itemsBelow(item)] : [item],
  );
}

/** Whether an item still stands in a project. */
export function isInProject(item: ProjectItem, project: Project): boolean {
  return isWithin(item, project.root);
}

/** `\Show.prproj\Bin\Clip.mov`: backslashes on every system, beginning with the project's file. */
export function treePathOf(item: ProjectItem, project: Project): string {
  const names: string[] = [];
  for (let at: ProjectItem | null = item; at && at.kind !== 'root'; at = at.parent) {
    names.unshift(at.name);
  }
  return `\\${[path.basename(project.path), ...names].join('\\')}`;
}

/** `/Footage/24`, and `/` for the root. */
export function binPathOf(bin: Bin | null): string {
  const names: string[] = [];
  for (let at = bin; at && at.kind !== 'root'; at = at.parent) names.unshift(at.name);
  return `/${names.join('/')}`;
}

/** The bin an item stands in; the root when it stands nowhere. */
export function binOf(item: ProjectItem | null, project: Project): Bin {
  return item?.parent ?? project.root;
}
