import type { AssembleSequenceRequest } from '../src/contract/host';
import type { MediaFacts } from '../src/contract/MediaEngine';
import type { PremiereHost } from '../src/contract/PremiereHost';
import { columnsToRead } from '../src/workflows/readProject';

/** A host in a project of its own, with how long each of its scripts took, in milliseconds. */
interface MeasuredHost {
  readonly host: PremiereHost;
  readonly scriptsMs: number[];
  readonly close: () => void;
}

type OpenHost = (facts: readonly MediaFacts[], name: string) => Promise<MeasuredHost>;

/** What one project took, in milliseconds. */
interface Figures {
  readonly buildItems: number;
  readonly buildCut: number;
  readonly read: number;
  readonly readScripts: number;
  readonly longestScript: number;
}

/** How large a project and its cut are. */
interface Size {
  readonly items: number;
  readonly clips: number;
}

const small: Size = { items: 5_000, clips: 1_000 };
const large: Size = { items: 50_000, clips: 10_000 };
const itemsPerBin = 500;
const clipsPerCall = 60;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/**
 * Items, cut and reading of a project of 50,000 items and 10,000 clips beside one of a tenth of it,
 * in turn, after a round that does not count.
 */
export async function scaleRows(openHost: OpenHost, factsOf: (file: string) => MediaFacts) {
  const measure = (size: Size, name: string) => measureProject(size, name, { openHost, factsOf });
  await measure(small, 'warm');
  const rounds: { small: Figures; large: Figures }[] = [];
  for (const round of [1, 2]) {
    rounds.push({
      small: await measure(small, `small ${round}`),
      large: await measure(large, `large ${round}`),
    });
  }
  // The quicker of two: what disturbs a run only makes it slower.
  const best = (size: keyof (typeof rounds)[number], key: keyof Figures) =>
    Math.min(...rounds.map((round) => round[size][key]));
  const row = (what: string, key: keyof Figures) => ({
    what,
    figure: `${best('large', key).toFixed(0)} ms`,
    peer: `a tenth of it, ${best('small', key).toFixed(0)} ms`,
    ratio: `${(best('large', key) / best('small', key)).toFixed(1)}, at most 12`,
  });
  return [
    row('P-9 50,000 items imported and described through the host', 'buildItems'),
    row('P-9 a cut of 10,000 clips built through the host', 'buildCut'),
    row('P-9 the whole of that project read', 'read'),
    {
      what: 'P-9 scripts of that reading',
      figure: `${best('large', 'readScripts')}, the longest of all ${best('large', 'longestScript').toFixed(0)} ms`,
      peer: 'a reading of 2 s, 200 ms a script',
      ratio: (best('large', 'read') / 2000).toFixed(2),
    },
  ];
}

interface Means {
  readonly openHost: OpenHost;
  readonly factsOf: (file: string) => MediaFacts;
}

async function measureProject(size: Size, name: string, means: Means): Promise<Figures> {
  const files = Array.from({ length: size.items }, (_unused, index) => `/bench/A${index}.mov`);
  const { host, scriptsMs, close } = await means.openHost(files.map(means.factsOf), name);
  const { path: projectPath, bins } = await host.readProject({ projectPath: null, columns: [] });
  const rootId = bins[0]?.id ?? '';
  let itemIds: readonly string[] = [];
  const buildItems = await timed(async () => {
    itemIds = await importAll(host, { projectPath, rootId, files });
    const changes = itemIds.map((itemId, index) => ({
      itemId,
      name: `24A-${index}`,
      label: 3,
      fields: [{ column: 'Column.PropertyText.Scene', value: `24 ${index}` }],
    }));
    await host.updateItems({ projectPath, newColumns: [], changes });
  });
  const begun = { projectPath, binId: rootId, itemIds, clips: size.clips };
  const buildCut = await timed(() => assemble(host, begun));
  const before = scriptsMs.length;
  const read = await timed(() => host.readProject({ projectPath, columns: columnsToRead }));
  close();
  const readScripts = scriptsMs.length - before;
  return { buildItems, buildCut, read, readScripts, longestScript: Math.max(...scriptsMs) };
}

interface FilesToImport {
  readonly projectPath: string;
  readonly rootId: string;
  readonly files: readonly string[];
}

async function importAll(host: PremiereHost, wanted: FilesToImport): Promise<readonly string[]> {
  const { projectPath, rootId, files } = wanted;
  const count = Math.ceil(files.length / itemsPerBin);
  const list = Array.from({ length: count }, (_unused, index) => ({
    key: String(index),
    name: `Bin ${index}`,
    parentId: rootId,
    parentKey: null,
  }));
  const { bins } = await host.addBins({ projectPath, bins: list });
  const ids: string[] = [];
  for (const [index, { binId }] of bins.entries()) {
    const paths = files.slice(index * itemsPerBin, (index + 1) * itemsPerBin);
    const { items } = await host.importMedia({ projectPath, binId, paths, stills: [] });
    ids.push(...items.map(({ itemId }) => itemId));
  }
  return ids;
}

interface CutToBuild {
  readonly projectPath: string;
  readonly binId: string;
  readonly itemIds: readonly string[];
  readonly clips: number;
}

async function assemble(host: PremiereHost, cut: CutToBuild): Promise<void> {
  let sequenceId: string | null = null;
  for (let from = 0; from < cut.clips; from += clipsPerCall) {
    const request = toRequest(cut, from, sequenceId);
    ({ sequenceId } = await host.assembleSequence(request));
  }
}

function toRequest(
  { projectPath, binId, itemIds, clips }: CutToBuild,
  from: number,
  sequenceId: string | null,
): AssembleSequenceRequest {
  const length = Math.min(clipsPerCall, clips - from);
  return {
    projectPath,
    sequenceId,
    name: 'Cut',
    binId,
    settingsItemId: itemIds[0] ?? '',
    startTicks: '0',
    videoTracks: 1,
    audioTracks: 1,
    placements: Array.from({ length }, (_unused, offset) => ({
      itemId: itemIds[(from + offset) % itemIds.length] ?? '',
      name: `clip ${from + offset}`,
      inSeconds: 1.0004,
      outSeconds: 2.0004,
      startTicks: String(BigInt(from + offset) * 254_016_000_000n),
      videoTrack: 0,
      audioTrack: 0,
      videoEnabled: true,
      audioEnabled: [true],
    })),
    markers: [],
  };
}
