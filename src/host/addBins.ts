import type { AddBinsRequest, AddedBins, BinToAdd } from '../contract/host';
import { findProject } from './findProject';
import { binOf, walkProject, type ProjectWalk } from './walkProject';
import { textOf } from './hostValues';

/** Makes bins in list order. A bin that Premiere did not make is left out, and its children too. */
export function addBins(request: AddBinsRequest): AddedBins {
  const walk = walkProject(findProject(request.projectPath));
  requireParents(walk, request.bins);
  const madeByKey: Record<string, ProjectItem> = {};
  const bins: { key: string; binId: string }[] = [];
  for (let index = 0; index < request.bins.length; index += 1) {
    const wanted = request.bins[index];
    if (wanted === undefined) continue;
    const parent = parentOf(wanted, walk, madeByKey);
    if (parent === undefined) continue;
    // Premiere answers 0 when it made none.
    const made = parent.createBin(wanted.name) as ProjectItem | 0 | undefined;
    if (made === 0 || made === undefined) continue;
    madeByKey['$' + wanted.key] = made;
    bins.push({ key: wanted.key, binId: textOf(made.nodeId) });
  }
  return { bins: bins };
}

/** Nothing is made when a parent that should stand does not. */
function requireParents(walk: ProjectWalk, bins: readonly BinToAdd[]): void {
  for (let index = 0; index < bins.length; index += 1) {
    const wanted = bins[index];
    if (wanted !== undefined && wanted.parentId !== null) binOf(walk, wanted.parentId);
  }
}

function parentOf(
  wanted: BinToAdd,
  walk: ProjectWalk,
  madeByKey: Record<string, ProjectItem>,
): ProjectItem | undefined {
  if (wanted.parentId !== null) return binOf(walk, wanted.parentId);
  return madeByKey['$' + textOf(wanted.parentKey)];
}
