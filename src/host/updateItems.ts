import type { HostColumn, ItemChange, UpdatedItems, UpdateItemsRequest } from '../contract/host';
import { findProject } from './findProject';
import { writeColumns } from './projectMetadata';
import { findBin, findItem } from './findItem';
import { splitChannels } from './itemSound';

/** The schema's type number of a text column. */
const textColumn = 2;

/** `isHiRes` of `attachProxy`: the path is the proxy’s, not the original’s. */
const asProxy = 0;

/** Describes, renames, labels and moves items. Whether it took is for a reading to say. */
export function updateItems(request: UpdateItemsRequest): UpdatedItems {
  const project = findProject(request.projectPath);
  const targets = findTargets(project, request.changes);
  addColumns(project, request.newColumns);
  for (let index = 0; index < targets.length; index += 1) {
    const target = targets[index];
    if (target !== undefined) applyChange(target);
  }
  return { attempted: targets.length };
}

/** A change with what it is about: found before anything moves. */
interface Target {
  readonly change: ItemChange;
  readonly item: ProjectItem;
  readonly bin: ProjectItem | undefined;
}

/** Nothing is changed when any item or bin is not there. */
function findTargets(project: Project, changes: readonly ItemChange[]): Target[] {
  const targets: Target[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) continue;
    targets.push({
      change: change,
      item: findItem(project, change.itemId),
      bin: change.binId === undefined ? undefined : findBin(project, change.binId),
    });
  }
  return targets;
}

function addColumns(project: Project, columns: readonly HostColumn[]): void {
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    if (column === undefined) continue;
    project.addPropertyToProjectMetadataSchema(column.name, column.label, textColumn);
  }
}

function applyChange(target: Target): void {
  const change = target.change;
  const item = target.item;
  // Columns first: writing them back carries the name column as it was read.
  if (change.fields !== undefined && change.fields.length > 0) writeColumns(item, change.fields);
  if (change.name !== undefined) item.name = change.name;
  if (change.label !== undefined) item.setColorLabel(change.label);
  if (change.proxyPath !== undefined) attachProxy(item, change.proxyPath);
  if (change.channels === 'mono') splitChannels(item);
  if (target.bin !== undefined) item.moveBin(target.bin);
}

/** A proxy that does not match is refused with false, which nobody need hear: a reading tells. */
function attachProxy(item: ProjectItem, proxyPath: string): void {
  if (item.canProxy() && !item.hasProxy()) item.attachProxy(proxyPath, asProxy);
}
