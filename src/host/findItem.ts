import { failure } from './failure';
import { numberOf, textOf } from './hostValues';

/** `ProjectItem.type` of a bin, and of the root. */
const binType = 2;
const rootType = 3;

/** Where an item stands: indexes from the root down. */
type Place = readonly number[];

/**
 * Where items were last seen, by `$` and id, so that no id can meet a built-in name. Walking a large
 * project for each call would hold Premiere up; a place is looked at again before it is believed.
 */
const seenAt: Record<string, Place | undefined> = {};

/** Notes where an item was seen. */
export function noteSeen(id: string, place: Place): void {
  seenAt['$' + id] = place;
}

/** Whether an item is a bin or the root. */
export function isBin(item: ProjectItem): boolean {
  return item.type === binType || item.type === rootType;
}

/** The bin with this id. @throws `bin-not-found` */
export function findBin(project: Project, binId: string): ProjectItem {
  const item = find(project, binId);
  if (item !== undefined && isBin(item)) return item;
  throw failure('bin-not-found', 'The project has no bin ' + binId + '.');
}

/** The project item with this id that is no bin. @throws `item-not-found` */
export function findItem(project: Project, itemId: string): ProjectItem {
  const item = find(project, itemId);
  if (item !== undefined && !isBin(item)) return item;
  throw failure('item-not-found', 'The project has no item ' + itemId + '.');
}

/** Notes a bin's child by its index. */
export function noteChild(bin: ProjectItem, index: number, id: string): void {
  const place = seenAt['$' + textOf(bin.nodeId)];
  if (place !== undefined) noteSeen(id, placeBelow(place, index));
}

/** Notes what was just added to a bin: it stands last. */
export function noteAdded(bin: ProjectItem, id: string): void {
  noteChild(bin, bin.children.numItems - 1, id);
}

/** The place of a bin's child. */
export function placeBelow(place: Place, index: number): Place {
  const below: number[] = [];
  for (let depth = 0; depth < place.length; depth += 1) below.push(numberOf(place[depth]));
  below.push(index);
  return below;
}

function find(project: Project, id: string): ProjectItem | undefined {
  const remembered = itemAt(project, id);
  if (remembered !== undefined) return remembered;
  lookAtAll(project);
  return itemAt(project, id);
}

/** The item with this id where it was last seen; undefined when it stands there no longer. */
function itemAt(project: Project, id: string): ProjectItem | undefined {
  const place = seenAt['$' + id];
  if (place === undefined) return undefined;
  let item: ProjectItem | undefined = project.rootItem;
  for (let depth = 0; depth < place.length; depth += 1) {
    const children = item.children as ProjectItemCollection | undefined;
    item = children === undefined ? undefined : children[numberOf(place[depth])];
    if (item === undefined) return undefined;
  }
  return textOf(item.nodeId) === id ? item : undefined;
}

/** Sees every item once, without recursion: ExtendScript's stack is shallow. */
function lookAtAll(project: Project): void {
  const bins: { readonly bin: ProjectItem; readonly place: Place }[] = [];
  bins.push({ bin: project.rootItem, place: [] });
  noteSeen(textOf(project.rootItem.nodeId), []);
  for (let next = 0; next < bins.length; next += 1) {
    const entry = bins[next];
    if (entry === undefined) continue;
    const children = entry.bin.children;
    const count = children.numItems;
    for (let index = 0; index < count; index += 1) {
      const child = children[index];
      if (child === undefined) continue;
      const place = placeBelow(entry.place, index);
      noteSeen(textOf(child.nodeId), place);
      if (child.type === binType) bins.push({ bin: child, place: place });
    }
  }
}
