import { failure } from './failure';
import { textOf } from './hostValues';

/** `ProjectItem.type` of a bin. */
const binType = 2;

/** A project item where it was found. `parentId` is null for the root. */
export interface FoundItem {
  readonly id: string;
  readonly parentId: string | null;
  readonly isBin: boolean;
  readonly item: ProjectItem;
}

/** Every bin and item of a project, parents before children, and a way to find one by its id. */
export interface ProjectWalk {
  readonly found: readonly FoundItem[];
  /** Keyed by `id` behind a `$`, so that no id can meet a built-in name. */
  readonly byId: Record<string, FoundItem>;
}

/** Walks the whole project once, without recursion: ExtendScript's stack is shallow. */
export function walkProject(project: Project): ProjectWalk {
  const root = toFound(project.rootItem, null, true);
  const found: FoundItem[] = [root];
  const byId: Record<string, FoundItem> = {};
  byId['$' + root.id] = root;
  for (let next = 0; next < found.length; next += 1) {
    const parent = found[next];
    if (parent === undefined || !parent.isBin) continue;
    const children = parent.item.children;
    const count = children.numItems;
    for (let index = 0; index < count; index += 1) {
      const child = children[index];
      if (child === undefined) continue;
      const entry = toFound(child, parent.id, child.type === binType);
      found.push(entry);
      byId['$' + entry.id] = entry;
    }
  }
  return { found: found, byId: byId };
}

/** The bin with this id. @throws `bin-not-found` */
export function binOf(walk: ProjectWalk, binId: string): ProjectItem {
  const entry = walk.byId['$' + binId];
  if (entry === undefined || !entry.isBin) {
    throw failure('bin-not-found', 'The project has no bin ' + binId + '.');
  }
  return entry.item;
}

/** The project item with this id that is no bin. @throws `item-not-found` */
export function itemOf(walk: ProjectWalk, itemId: string): ProjectItem {
  const entry = walk.byId['$' + itemId];
  if (entry === undefined || entry.isBin) {
    throw failure('item-not-found', 'The project has no item ' + itemId + '.');
  }
  return entry.item;
}

function toFound(item: ProjectItem, parentId: string | null, isBin: boolean): FoundItem {
  return { id: textOf(item.nodeId), parentId: parentId, isBin: isBin, item: item };
}
