import type { HostItem, HostProject, ItemChange } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding } from '../contract/StepReport';
import type { BinReference } from '../domain/ingest/BinTree';
import type { IngestPlan, PlannedItemChange } from '../domain/ingest/IngestPlan';
import { addedColumns } from '../domain/ingest/itemMetadata';
import { pathKey } from '../domain/ingest/pathKey';
import { addPlannedBins, type BinIds } from './addPlannedBins';
import { askHost } from './askHost';
import { makeCopies } from './makeCopies';
import { columnsToRead } from './readProject';
import { saveProject } from './saveProject';

/** The project after an ingest, and what Premiere said on the way. */
export interface AppliedIngest {
  readonly after: HostProject;
  /** The bin that a reference means, now that bins were made; undefined for one that was not. */
  readonly binIdOf: (bin: BinReference) => string | undefined;
  readonly complaints: readonly string[];
  /** Constant-rate copies that could not be made, and why. */
  readonly failedCopies: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** Applies an ingest plan in bins + 5 host calls at most, the reading before it included. */
export async function applyIngestPlan(
  { plan, project }: { readonly plan: IngestPlan; readonly project: HostProject },
  ports: Ports,
  job: JobContext,
): Promise<AppliedIngest> {
  const complaints: string[] = [];
  const { premiere } = ports;
  const projectPath = project.path;
  const failedCopies = await makeCopies(plan, ports, job);
  const bins = await addPlannedBins(plan.bins, project, { premiere, complaints });
  const itemIds = await importAll(
    { imports: withoutFailed(plan, failedCopies), projectPath, bins, complaints },
    premiere,
    job,
  );
  const changes = plan.changes.flatMap((change) => toItemChange(change, { itemIds, bins }));
  if (changes.length > 0) {
    const request = { projectPath, newColumns: addedColumns, changes };
    await askHost(() => premiere.updateItems(request), complaints);
  }
  const written = changes.flatMap(({ fields = [] }) => fields.map(({ column }) => column));
  const columns = [...new Set([...columnsToRead, ...written])];
  const after = await premiere.readProject({ projectPath, columns });
  const findings = await saveProject(projectPath, ports, job);
  return { after, binIdOf: (bin) => bins.idOf(bin), complaints, failedCopies, findings };
}

/** Nothing is imported for a copy that could not be made. */
function withoutFailed(
  { imports }: IngestPlan,
  failed: ReadonlyMap<string, string>,
): IngestPlan['imports'] {
  const isMade = (path: string) => !failed.has(path);
  return imports
    .map((batch) => ({ ...batch, paths: batch.paths.filter(isMade) }))
    .filter(({ paths, stills }) => paths.length + stills.length > 0);
}

interface Importing {
  readonly imports: IngestPlan['imports'];
  readonly projectPath: string;
  readonly bins: BinIds;
  readonly complaints: string[];
}

/** One call a bin. Item id of every medium that stands afterwards, by the key of its path. */
async function importAll(
  { imports, projectPath, bins, complaints }: Importing,
  premiere: Ports['premiere'],
  job: JobContext,
): Promise<ReadonlyMap<string, string>> {
  const itemIds = new Map<string, string>();
  for (const [done, batch] of imports.entries()) {
    job.checkpoint();
    job.report({ done, total: imports.length, unit: 'bins', subject: nameOf(batch.bin) });
    const binId = bins.idOf(batch.bin);
    if (binId === undefined) continue;
    const request = { projectPath, binId, paths: batch.paths, stills: batch.stills };
    const imported = await askHost(() => premiere.importMedia(request), complaints);
    for (const { path, itemId } of imported?.items ?? []) itemIds.set(pathKey(path), itemId);
  }
  const isComplete = imports.every(({ paths, stills }) =>
    [...paths, ...stills].every((path) => itemIds.has(pathKey(path))),
  );
  if (isComplete) return itemIds;
  // An import may bring its media in later, or fail afterwards: the project says which stand.
  const { items } = await premiere.readProject({ projectPath, columns: [] });
  return new Map(items.map(({ mediaPath, id }) => [pathKey(mediaPath), id]));
}

function toItemChange(
  { path, itemId, bin, ...settings }: PlannedItemChange,
  { itemIds, bins }: { readonly itemIds: ReadonlyMap<string, string>; readonly bins: BinIds },
): readonly ItemChange[] {
  const id: HostItem['id'] | undefined = itemId ?? itemIds.get(pathKey(path));
  if (id === undefined) return [];
  const binId = bin && bins.idOf(bin);
  return [{ itemId: id, ...settings, ...(binId === undefined ? {} : { binId }) }];
}

function nameOf(bin: BinReference): string {
  return bin.binKey ?? '';
}
