import fc from 'fast-check';
import type { ImportMediaRequest, UpdateItemsRequest } from '../../../src/contract/host';
import { inPortions } from '../../../src/premiere/cep/inPortions';
import type { WireHost } from '../../../src/premiere/cep/WireHost';

/** What a portion may hold, counted in files; what is opened alone counts as so many. */
const most = 100;
const openedAlone = 20;

/** A wire that does all it is asked, and the requests that crossed it. */
function aWire() {
  const imports: ImportMediaRequest[] = [];
  const updates: UpdateItemsRequest[] = [];
  const wire: Partial<WireHost> = {
    importMedia: (request) => {
      imports.push(request);
      const paths = [...request.paths, ...request.stills];
      return Promise.resolve({ items: paths.map((path) => ({ path, itemId: `id of ${path}` })) });
    },
    updateItems: (request) => {
      updates.push(request);
      return Promise.resolve({ attempted: request.changes.length });
    },
  };
  return { host: inPortions(wire as WireHost), imports, updates };
}

const names = (name: string, count: number) =>
  Array.from({ length: count }, (_unused, index) => `/cards/${name}${index}`);

const counts = fc.nat({ max: 350 });

describe('calls in portions', () => {
  test('import every file and every image sequence once, in order, in scripts that stay short', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.nat({ max: 40 }), async (files, sequences) => {
        const { host, imports } = aWire();
        const paths = names('clip', files);
        const stills = names('still', sequences);
        const request = { projectPath: '/p.prproj', binId: 'bin', paths, stills };
        const { items } = await host.importMedia(request);
        expect(items.map(({ path }) => path)).toEqual([...paths, ...stills]);
        expect(imports.flatMap((each) => each.paths)).toEqual(paths);
        expect(imports.flatMap((each) => each.stills)).toEqual(stills);
        for (const each of imports) {
          const weight = each.paths.length + openedAlone * each.stills.length;
          expect(weight).toBeLessThanOrEqual(most);
        }
        const enough = Math.ceil(files / most) + Math.ceil((sequences * openedAlone) / most);
        expect(imports.length).toBeLessThanOrEqual(Math.max(1, enough));
      }),
    );
  });

  test('change every item once, in order, few with proxies in a script', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 300 }), async (haveProxies) => {
        const { host, updates } = aWire();
        const changes = haveProxies.map((hasProxy, index) => ({
          itemId: String(index),
          ...(hasProxy ? { proxyPath: `/proxies/${index}` } : {}),
        }));
        const newColumns = [{ name: 'SlateflowTake', label: 'Take' }];
        const request = { projectPath: '/p.prproj', newColumns, changes };
        expect(await host.updateItems(request)).toEqual({ attempted: changes.length });
        expect(updates.flatMap((each) => each.changes)).toEqual(changes);
        expect(updates.map((each) => each.newColumns.length)).toEqual([
          1,
          ...updates.slice(1).map(() => 0),
        ]);
        for (const each of updates) {
          const proxies = each.changes.filter((change) => change.proxyPath !== undefined).length;
          const weight = each.changes.length - proxies + openedAlone * proxies;
          expect(weight).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
