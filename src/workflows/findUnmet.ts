import type { HostItem } from '../contract/host';
import type { BinReference } from '../domain/ingest/BinTree';
import type { IngestPlan, PlannedItemChange } from '../domain/ingest/IngestPlan';
import { pathKey } from '../domain/ingest/pathKey';
import type { AppliedIngest } from './applyIngestPlan';
import { explainMissing } from './askHost';

/**
 * Compares the project after an ingest with its plan, setting by setting.
 * Path of every file of which something does not stand as planned → why, in words.
 */
export function findUnmet(plan: IngestPlan, applied: AppliedIngest): ReadonlyMap<string, string> {
  const reading = new AfterReading(applied);
  const { complaints } = applied;
  const unmet = new Map<string, string>();
  const note = (path: string, what: string | undefined) => {
    if (what !== undefined && !unmet.has(path)) {
      unmet.set(path, `${what} ${explainMissing(complaints)}`);
    }
  };
  for (const [path, why] of applied.failedCopies) unmet.set(path, why);
  for (const { bin, paths, stills } of plan.imports) {
    for (const path of [...paths, ...stills]) note(path, reading.whyNotIn(path, bin));
  }
  for (const change of plan.changes) note(change.path, reading.whyNotSet(change));
  return unmet;
}

class AfterReading {
  readonly #items: ReadonlyMap<string, HostItem>;
  readonly #binIdOf: AppliedIngest['binIdOf'];

  constructor({ after, binIdOf }: AppliedIngest) {
    this.#items = new Map(after.items.map((item) => [pathKey(item.mediaPath), item]));
    this.#binIdOf = binIdOf;
  }

  whyNotIn(path: string, bin: BinReference): string | undefined {
    const item = this.#items.get(pathKey(path));
    if (!item) return 'It was not imported.';
    return this.#liesIn(item, bin) ? undefined : 'It does not lie in its bin.';
  }

  whyNotSet(change: PlannedItemChange): string | undefined {
    const item = this.#items.get(pathKey(change.path));
    if (!item) return 'It was not imported.';
    const missing = this.#unset(change, item);
    return missing.length === 0 ? undefined : `Not set: ${missing.join(', ')}.`;
  }

  #unset(change: PlannedItemChange, item: HostItem): readonly string[] {
    const { name, label, bin, proxyPath, fields = [] } = change;
    const differs = (wanted: unknown, actual: unknown) => wanted !== undefined && wanted !== actual;
    return [
      ...(differs(name, item.name) ? ['name'] : []),
      ...(differs(label, item.label) ? ['colour'] : []),
      ...(differs(proxyPath, item.proxyPath) ? ['proxy'] : []),
      ...(bin && !this.#liesIn(item, bin) ? ['bin'] : []),
      ...fields.filter((field) => !holds(item, field)).map(({ column }) => column),
    ];
  }

  #liesIn(item: HostItem, bin: BinReference): boolean {
    return item.binId === this.#binIdOf(bin);
  }
}

function holds(
  item: HostItem,
  field: { readonly column: string; readonly value: string },
): boolean {
  return item.fields.some(({ column, value }) => column === field.column && value === field.value);
}
