import type { ProjectSnapshot } from '../../src/contract/ProjectSnapshot';

/**
 * A snapshot without what differs between two runs of the same day: ids become their order of
 * appearance, paths below the output folder become relative to it.
 */
export function normaliseSnapshot(snapshot: ProjectSnapshot, outFolder: string): unknown {
  const ids = new Map<string, string>();
  const toOrder = (id: string): string => {
    const order = ids.get(id) ?? `#${String(ids.size + 1)}`;
    ids.set(id, order);
    return order;
  };
  const normalise = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      return isId(key) ? toOrder(value) : value.split(outFolder).join('<out>');
    }
    if (Array.isArray(value)) return value.map((entry) => normalise(entry, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, normalise(entry, name)]),
    );
  };
  return normalise(snapshot, '');
}

/** `id`, `itemId`, and an encoder job's `sequence`, which may be an id. */
function isId(key: string): boolean {
  return key === 'id' || key.endsWith('Id');
}
