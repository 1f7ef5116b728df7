import type { HostProject } from '../contract/host';
import type { Ports } from '../contract/Ports';
import type { BinReference, PlannedBin } from '../domain/ingest/BinTree';
import { askHost } from './askHost';

/** The bins of a plan, now that they were made. */
export interface BinIds {
  /** Undefined for a bin that was not made. */
  readonly idOf: (bin: BinReference) => string | undefined;
}

/** Makes the bins that a plan lacks, with one call, and finds them again whatever the call said. */
export async function addPlannedBins(
  bins: readonly PlannedBin[],
  project: HostProject,
  { premiere, complaints }: { readonly premiere: Ports['premiere']; readonly complaints: string[] },
): Promise<BinIds> {
  const ids = new Map<string, string>();
  if (bins.length > 0) {
    const request = { projectPath: project.path, bins };
    const added = await askHost(() => premiere.addBins(request), complaints);
    for (const { key, binId } of added?.bins ?? []) ids.set(key, binId);
    // It may have made them and failed afterwards: the project itself says which stand.
    if (!added) {
      const after = await premiere.readProject({ projectPath: project.path, columns: [] });
      findBins(bins, after.bins, ids);
    }
  }
  return { idOf: (bin) => bin.binId ?? ids.get(bin.binKey) };
}

function findBins(
  planned: readonly PlannedBin[],
  standing: HostProject['bins'],
  ids: Map<string, string>,
): void {
  const rootId = standing.find(({ parentId }) => parentId === null)?.id;
  for (const { key, name, parentId, parentKey } of planned) {
    const parent = parentId ?? (parentKey === null ? rootId : ids.get(parentKey));
    const bin = standing.find((other) => other.parentId === parent && other.name === name);
    if (bin) ids.set(key, bin.id);
  }
}
