import type { PremiereHost } from '../../src/contract/PremiereHost';
import { UserFacingError } from '../../src/contract/UserFacingError';

/** Ids of things that were never made. */
let ghosts = 0;
const ghost = (): string => `ghost-${(ghosts += 1)}`;

/** Answers as if everything had been done, and does nothing. Readings are true. */
export function answersWithoutDoing(host: PremiereHost): PremiereHost {
  return {
    ...host,
    addBins: ({ bins }) =>
      Promise.resolve({ bins: bins.map(({ key }) => ({ key, binId: ghost() })) }),
    importMedia: ({ paths }) =>
      Promise.resolve({ items: paths.map((path) => ({ path, itemId: ghost() })) }),
    updateItems: ({ changes }) => Promise.resolve({ attempted: changes.length }),
    assembleSequence: ({ sequenceId }) =>
      Promise.resolve({ sequenceId: sequenceId ?? ghost(), itemId: ghost() }),
    queueExport: () => Promise.resolve({ jobId: ghost() }),
    saveProject: ({ projectPath }) => Promise.resolve({ path: projectPath }),
  };
}

/** Does everything, and then says that it failed. */
export function failsAfterDoing(host: PremiereHost): PremiereHost {
  const thenFail = async (done: Promise<unknown>): Promise<never> => {
    await done;
    throw new UserFacingError('host-failed', 'Premiere could not do this.');
  };
  return {
    ...host,
    addBins: (request) => thenFail(host.addBins(request)),
    importMedia: (request) => thenFail(host.importMedia(request)),
    updateItems: (request) => thenFail(host.updateItems(request)),
    assembleSequence: (request) => thenFail(host.assembleSequence(request)),
    queueExport: (request) => thenFail(host.queueExport(request)),
    saveProject: (request) => thenFail(host.saveProject(request)),
  };
}

/** Does the first half of each batch and answers as if it had done all of it. */
export function doesHalf(host: PremiereHost): PremiereHost {
  return {
    ...host,
    addBins: async (request) => {
      const { bins } = await host.addBins({ ...request, bins: firstHalf(request.bins) });
      const made = new Map(bins.map(({ key, binId }) => [key, binId]));
      return { bins: request.bins.map(({ key }) => ({ key, binId: made.get(key) ?? ghost() })) };
    },
    importMedia: async (request) => {
      const { items } = await host.importMedia({ ...request, paths: firstHalf(request.paths) });
      const missing = request.paths.slice(firstHalf(request.paths).length);
      return { items: [...items, ...missing.map((path) => ({ path, itemId: ghost() }))] };
    },
    updateItems: async (request) => {
      const changes = firstHalf(request.changes).filter(
        ({ itemId }) => !itemId.startsWith('ghost'),
      );
      await host.updateItems({ ...request, changes });
      return { attempted: request.changes.length };
    },
    assembleSequence: (request) =>
      host.assembleSequence({
        ...request,
        placements: firstHalf(request.placements),
        markers: firstHalf(request.markers),
      }),
    queueExport: () => Promise.resolve({ jobId: ghost() }),
  };
}

function firstHalf<Value>(values: readonly Value[]): readonly Value[] {
  return values.slice(0, Math.floor(values.length / 2));
}
