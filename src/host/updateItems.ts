import type { HostColumn, ItemChange, UpdatedItems, UpdateItemsRequest } from '../contract/host';
import { findProject } from './findProject';
import { writeColumns } from './projectMetadata';
import { binOf, itemOf, walkProject, type ProjectWalk } from './walkProject';

/** The schema's type number of a text column. */
const textColumn = 2;

/** Describes, renames, labels and moves items. Whether it took is for a reading to say. */
export function updateItems(request: UpdateItemsRequest): UpdatedItems {
  const project = findProject(request.projectPath);
  const walk = walkProject(project);
  requireTargets(walk, request.changes);
  addColumns(project, request.newColumns);
  let attempted = 0;
  for (let index = 0; index < request.changes.length; index += 1) {
    const change = request.changes[index];
    if (change === undefined) continue;
    applyChange(walk, change);
    attempted += 1;
  }
  return { attempted: attempted };
}

/** Nothing is changed when any item or bin is not there. */
function requireTargets(walk: ProjectWalk, changes: readonly ItemChange[]): void {
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) continue;
    itemOf(walk, change.itemId);
    if (change.binId !== undefined) binOf(walk, change.binId);
  }
}

function addColumns(project: Project, columns: readonly HostColumn[]): void {
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    if (column === undefined) continue;
    project.addPropertyToProjectMetadataSchema(column.name, column.label, textColumn);
  }
}

function applyChange(walk: ProjectWalk, change: ItemChange): void {
  const item = itemOf(walk, change.itemId);
  // Columns first: writing them back carries the name column as it was read.
  if (change.fields !== undefined && change.fields.length > 0) writeColumns(item, change.fields);
  if (change.name !== undefined) item.name = change.name;
  if (change.label !== undefined) item.setColorLabel(change.label);
  if (change.binId !== undefined) item.moveBin(binOf(walk, change.binId));
}
