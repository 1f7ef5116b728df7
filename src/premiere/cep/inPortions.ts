import type {
  AddBinsRequest,
  AddedBins,
  BinToAdd,
  ImportedMedia,
  ImportMediaRequest,
  UpdatedItems,
  UpdateItemsRequest,
} from '../../contract/host';
import type { PremiereHost } from '../../contract/PremiereHost';
import { readWholeProject } from './readWholeProject';
import type { WireHost } from './WireHost';

/** So many bins, files or items take a script well under 200 ms: Premiere's own window stays alive. */
const portion = 100;

/** An image sequence or a proxy is opened by a call of its own: it takes as long as so many files. */
const openedAlone = 20;

/**
 * The calls for callers that need not count. A portion that fails ends its call: those before it
 * are done, and a reading says so.
 */
export function inPortions(wire: WireHost): PremiereHost {
  return {
    ...wire,
    readProject: (request) => readWholeProject(wire, request),
    addBins: (request) => addBins(wire, request),
    importMedia: (request) => importMedia(wire, request),
    updateItems: (request) => updateItems(wire, request),
  };
}

/** A parent that an earlier portion made is named by its id from then on. */
async function addBins(wire: WireHost, { projectPath, bins }: AddBinsRequest): Promise<AddedBins> {
  const made = new Map<string, string>();
  const earlier = new Set<string>();
  for (const part of portions(bins)) {
    const added = await wire.addBins({
      projectPath,
      bins: part.flatMap((bin) => withStandingParent(bin, made, earlier)),
    });
    for (const { key, binId } of added.bins) made.set(key, binId);
    for (const { key } of part) earlier.add(key);
  }
  return { bins: [...made].map(([key, binId]) => ({ key, binId })) };
}

/** Nothing for a bin whose parent was to be made earlier and was not. */
function withStandingParent(
  bin: BinToAdd,
  made: ReadonlyMap<string, string>,
  earlier: ReadonlySet<string>,
): readonly BinToAdd[] {
  const { parentKey } = bin;
  if (parentKey === null || !earlier.has(parentKey)) return [bin];
  const parentId = made.get(parentKey);
  return parentId === undefined ? [] : [{ ...bin, parentId, parentKey: null }];
}

async function importMedia(wire: WireHost, request: ImportMediaRequest): Promise<ImportedMedia> {
  const media = [
    ...request.paths.map((path) => ({ path, isStill: false })),
    ...request.stills.map((path) => ({ path, isStill: true })),
  ];
  const items: ImportedMedia['items'][number][] = [];
  for (const part of portions(media, ({ isStill }) => (isStill ? openedAlone : 1))) {
    const pathsOf = (stills: boolean) =>
      part.filter(({ isStill }) => isStill === stills).map(({ path }) => path);
    const imported = await wire.importMedia({
      ...request,
      paths: pathsOf(false),
      stills: pathsOf(true),
    });
    items.push(...imported.items);
  }
  return { items };
}

async function updateItems(wire: WireHost, request: UpdateItemsRequest): Promise<UpdatedItems> {
  let attempted = 0;
  const parts = portions(request.changes, ({ proxyPath }) =>
    proxyPath === undefined ? 1 : openedAlone,
  );
  for (const [index, changes] of parts.entries()) {
    const newColumns = index === 0 ? request.newColumns : [];
    const updated = await wire.updateItems({ ...request, newColumns, changes });
    attempted += updated.attempted;
  }
  return { attempted };
}

/** In order, by what each weighs. One portion at least: a request that lists nothing is one too. */
function portions<Value>(
  values: readonly Value[],
  weightOf: (value: Value) => number = () => 1,
): readonly (readonly Value[])[] {
  let part: Value[] = [];
  const parts = [part];
  let weight = 0;
  for (const value of values) {
    weight += weightOf(value);
    if (weight > portion) {
      part = [];
      parts.push(part);
      weight = weightOf(value);
    }
    part.push(value);
  }
  return parts;
}
