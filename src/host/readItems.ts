import type { HostBin, HostItem, ReadCursor } from '../contract/host';
import { failure } from './failure';
import { isBin, noteSeen, placeBelow } from './findItem';
import { numberOf, textOf } from './hostValues';
import type { ColumnReader } from './projectMetadata';
import { readItem } from './readItem';
import { isTimeUp, type TimeLimit } from './timeLimit';

/** From where, and what of each item. */
interface ItemReading {
  readonly from: ReadCursor;
  readonly reader: ColumnReader;
  readonly limit: TimeLimit;
}

/** What was read, and where to go on. */
interface ReadItems {
  readonly bins: HostBin[];
  readonly items: HostItem[];
  next: ReadCursor | null;
}

/** A bin that is being gone through. */
interface OpenBin {
  readonly id: string;
  readonly place: readonly number[];
  readonly children: ProjectItemCollection;
  readonly count: number;
  next: number;
}

/**
 * Reads bins and items, each bin before what it holds, until all are read or the time is up.
 * Without recursion: ExtendScript's stack is shallow.
 */
export function readItems(project: Project, reading: ItemReading): ReadItems {
  const read: ReadItems = { bins: [], items: [], next: null };
  const place = reading.from.item;
  if (place === null) return read;
  const open = openBins(project, place, reading.from.id);
  if (place.length === 0) {
    read.bins.push({ id: textOf(project.rootItem.nodeId), parentId: null, name: '' });
  }
  while (open.length > 0) {
    const bin = open[open.length - 1];
    if (bin === undefined) break;
    if (bin.next >= bin.count) {
      open.pop();
      continue;
    }
    if (isTimeUp(reading.limit)) {
      read.next = cursorAtItem(bin);
      return read;
    }
    bin.next += 1;
    readChild({ open: open, bin: bin, read: read }, reading);
  }
  return read;
}

function cursorAtItem(bin: OpenBin): ReadCursor {
  const next = bin.children[bin.next];
  return {
    item: placeBelow(bin.place, bin.next),
    sequence: 0,
    trackItems: 0,
    id: next === undefined ? '' : textOf(next.nodeId),
  };
}

/** The bins from the root down to the item where the reading goes on; the root alone at the beginning. */
function openBins(project: Project, place: readonly number[], id: string): OpenBin[] {
  let bin = openBin(project.rootItem, []);
  noteSeen(bin.id, []);
  const open = [bin];
  for (let depth = 0; depth < place.length - 1; depth += 1) {
    bin = enterBin(bin, numberOf(place[depth]));
    open.push(bin);
  }
  if (place.length > 0) goTo(bin, numberOf(place[place.length - 1]), id);
  return open;
}

/** Opens a bin that was begun on an earlier page. */
function enterBin(parent: OpenBin, index: number): OpenBin {
  const child = parent.children[index];
  if (child === undefined || !isBin(child)) throw changed();
  parent.next = index + 1;
  return openBin(child, placeBelow(parent.place, index));
}

function goTo(bin: OpenBin, index: number, id: string): void {
  const child = bin.children[index];
  if (child === undefined || textOf(child.nodeId) !== id) throw changed();
  bin.next = index;
}

function openBin(bin: ProjectItem, place: readonly number[]): OpenBin {
  const children = bin.children;
  return {
    id: textOf(bin.nodeId),
    place: place,
    children: children,
    count: children.numItems,
    next: 0,
  };
}

interface WithinBin {
  readonly open: OpenBin[];
  readonly bin: OpenBin;
  readonly read: ReadItems;
}

function readChild(within: WithinBin, reading: ItemReading): void {
  const bin = within.bin;
  const place = placeBelow(bin.place, bin.next - 1);
  const child = bin.children[bin.next - 1];
  if (child === undefined) return;
  if (!isBin(child)) {
    const item = readItem(child, bin.id, reading.reader);
    noteSeen(item.id, place);
    within.read.items.push(item);
    return;
  }
  const inner = openBin(child, place);
  noteSeen(inner.id, place);
  within.read.bins.push({ id: inner.id, parentId: bin.id, name: textOf(child.name) });
  within.open.push(inner);
}

/** Somebody moved or removed something between two pages. */
export function changed(): Error {
  return failure('project-changed', 'The project changed while it was being read.');
}
