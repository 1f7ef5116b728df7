import type { AddBinsRequest, AddedBins, BinToAdd } from '../contract/host';
import { findProject } from './findProject';
import { findBin, noteAdded } from './findItem';
import { textOf } from './hostValues';

/** Makes bins in list order. A bin that Premiere did not make is left out, and its children too. */
export function addBins(request: AddBinsRequest): AddedBins {
  const project = findProject(request.projectPath);
  requireParents(project, request.bins);
  const madeByKey: Record<string, ProjectItem> = {};
  const bins: { key: string; binId: string }[] = [];
  for (let index = 0; index < request.bins.length; index += 1) {
    const wanted = request.bins[index];
    if (wanted === undefined) continue;
    const parent = parentOf(wanted, project, madeByKey);
    if (parent === undefined) continue;
    // Premiere answers 0 when it made none.
    const made = parent.createBin(wanted.name) as ProjectItem | 0 | undefined;
    if (made === 0 || made === undefined) continue;
    madeByKey['$' + wanted.key] = made;
    const binId = textOf(made.nodeId);
    noteAdded(parent, binId);
    bins.push({ key: wanted.key, binId: binId });
  }
  return { bins: bins };
}

/** Nothing is made when a parent that should stand does not. */
function requireParents(project: Project, bins: readonly BinToAdd[]): void {
  for (let index = 0; index < bins.length; index += 1) {
    const wanted = bins[index];
    if (wanted !== undefined && wanted.parentId !== null) findBin(project, wanted.parentId);
  }
}

function parentOf(
  wanted: BinToAdd,
  project: Project,
  madeByKey: Record<string, ProjectItem>,
): ProjectItem | undefined {
  if (wanted.parentId !== null) return findBin(project, wanted.parentId);
  return madeByKey['$' + textOf(wanted.parentKey)];
}
