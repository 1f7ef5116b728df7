import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AssembleSequenceRequest } from '../../src/contract/host';
import type { MediaFacts } from '../../src/contract/MediaEngine';
import { formatEpr } from '../../src/domain/interchange/epr';
import { openCepHost } from '../../src/premiere/cep/openCepHost';
import { versionNumbers } from '../../src/premiere/simulated/model/Behaviour';
import { contractMedia } from '../contract/contractMedia';
import { buildHostBundle } from '../helpers/hostBundle';
import { openSimulatedHost, type SimulatedHost } from '../helpers/openSimulatedHost';

let bundle: string;
beforeAll(async () => {
  bundle = await buildHostBundle();
});

/** The version that the tests run on now. */
let version = '';
const opened: SimulatedHost[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

async function open(
  options: Parameters<typeof openSimulatedHost>[2] = {},
  media: readonly MediaFacts[] = [contractMedia.camera],
): Promise<SimulatedHost> {
  const simulated = await openSimulatedHost(bundle, media, { version, ...options });
  opened.push(simulated);
  return simulated;
}

/** Imports the camera clip into the root; the ids. */
async function importCamera({ host, projectPath }: SimulatedHost) {
  const { bins } = await host.readProject({ projectPath, columns: [] });
  const binId = bins[0]?.id ?? '';
  const paths = [contractMedia.camera.path];
  const { items } = await host.importMedia({ projectPath, binId, paths, stills: [] });
  return { binId, itemId: items[0]?.itemId ?? '' };
}

function anAssembly(
  { projectPath }: SimulatedHost,
  ids: { readonly binId: string; readonly itemId: string },
): AssembleSequenceRequest {
  return {
    projectPath,
    sequenceId: null,
    name: 'Rough cut',
    binId: ids.binId,
    settingsItemId: ids.itemId,
    startTicks: '0',
    videoTracks: 1,
    audioTracks: 1,
    placements: [
      {
        itemId: ids.itemId,
        name: 'one',
        inSeconds: 1.001,
        outSeconds: 2.003,
        startTicks: '0',
        videoTrack: 0,
        audioTrack: 0,
        videoEnabled: true,
        audioEnabled: [true],
      },
    ],
    markers: [],
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe.each(Object.entries(versionNumbers))('on version %s', (named, number) => {
  beforeEach(() => {
    version = named;
  });

  describe('the host bundle in Premiere', () => {
    test('gives an item its own marks back after placing from it', async () => {
      const simulated = await open();
      const ids = await importCamera(simulated);
      const item = 'app.project.rootItem.children[0]';
      await simulated.premiere.evalScript(
        `${item}.setInPoint(5.01, 4); ${item}.setOutPoint(7.03, 4);`,
      );
      const marks = async () => {
        const { items } = await simulated.host.readProject({ projectPath: null, columns: [] });
        return [items[0]?.inTicks, items[0]?.outTicks];
      };
      const before = await marks();
      await simulated.host.assembleSequence(anAssembly(simulated, ids));
      expect(await marks()).toEqual(before);
      expect(before[0]).not.toBe('0');
    });

    test('tells of an encoder job from queue to end, also after the panel was opened again', async () => {
      const simulated = await open();
      const { host, premiere, projectPath } = simulated;
      const ids = await importCamera(simulated);
      const { sequenceId } = await host.assembleSequence(anAssembly(simulated, ids));
      const folder = await mkdtemp(path.join(tmpdir(), 'slateflow-export-'));
      const presetPath = path.join(folder, 'preset.epr');
      await writeFile(presetPath, anEncoderPreset());
      const outputPath = path.join(folder, 'cut.mov');
      const { jobId } = await host.queueExport({ projectPath, sequenceId, outputPath, presetPath });
      await premiere.evalFile(bundle);
      await until(async () => {
        const { jobs } = await host.readEncoderJobs({});
        return jobs.some(({ status }) => status === 'done');
      });
      expect(await host.readEncoderJobs({})).toEqual({
        jobs: [{ jobId, status: 'done', progress: 1, message: outputPath }],
      });
    });

    test('says that Premiere shows a dialog, and goes on when it is closed', async () => {
      const { premiere } = await open();
      const host = openCepHost(
        { evalScript: (script, callback) => void premiere.evalScript(script).then(callback) },
        { answerWithinMs: 50 },
      );
      void premiere.evalScript('app.project.createNewSequence("Sequence 01", "")');
      await expect(host.describeHost({})).rejects.toMatchObject({ code: 'host-busy' });
      premiere.dismissDialog();
      await expect(host.describeHost({})).resolves.toMatchObject({ version: number });
    });

    test('finds its project when another is in front', async () => {
      const simulated = await open();
      const other = path.join(path.dirname(simulated.projectPath), 'Other.prproj');
      await simulated.premiere.evalScript(`app.newProject(${JSON.stringify(other)})`);
      await importCamera(simulated);
      const read = (projectPath: string) =>
        simulated.host.readProject({ projectPath, columns: [] });
      expect((await read(simulated.projectPath)).items).toHaveLength(1);
      expect((await read(other)).items).toHaveLength(0);
    });

    test('refuses to go on when tracks came in below those that stood', async () => {
      const simulated = await open({ version: '26.3.2' });
      const ids = await importCamera(simulated);
      const request = anAssembly(simulated, ids);
      const { sequenceId } = await simulated.host.assembleSequence(request);
      const more = { ...request, sequenceId, videoTracks: 9, placements: [] };
      await expect(simulated.host.assembleSequence(more)).rejects.toMatchObject({
        cause: { code: 'tracks-not-added' },
      });
    });

    test('reads two thousand items with their columns in one call', async () => {
      const media = Array.from({ length: 2000 }, (_unused, index) => ({
        ...contractMedia.camera,
        path: `/cards/A001C${index}.mov`,
      }));
      const { host, projectPath } = await open({}, media);
      const binId = (await host.readProject({ projectPath, columns: [] })).bins[0]?.id ?? '';
      const paths = media.map((each) => each.path);
      const { items } = await host.importMedia({ projectPath, binId, paths, stills: [] });
      const column = 'Column.PropertyText.Scene';
      const changes = items.map(({ itemId }, index) => ({
        itemId,
        fields: [{ column, value: String(index) }],
      }));
      await host.updateItems({ projectPath, newColumns: [], changes });
      const project = await host.readProject({ projectPath, columns: [column] });
      expect(project.items).toHaveLength(2000);
      expect(project.items[1999]?.fields).toEqual([{ column, value: '1999' }]);
    });
  });

  describe('a Premiere that does not do what it was asked shows it in the reading', () => {
    test('when it does nothing and says nothing', async () => {
      const simulated = await open({ mood: 'silent' });
      const { host, projectPath } = simulated;
      const { binId } = await importCamera(simulated);
      const bin = { key: 'a', name: 'A', parentId: binId, parentKey: null };
      await host.addBins({ projectPath, bins: [bin] });
      expect(await host.readProject({ projectPath, columns: [] })).toMatchObject({
        bins: [{ name: '' }],
        items: [],
        sequences: [],
      });
    });

    test('when it throws after doing it', async () => {
      const { host, projectPath } = await open({ mood: 'throwsAfter' });
      const root = (await host.readProject({ projectPath, columns: [] })).bins[0]?.id ?? '';
      const bins = [{ key: 'a', name: 'A', parentId: root, parentKey: null }];
      await expect(host.addBins({ projectPath, bins })).rejects.toMatchObject({
        code: 'host-failed',
        cause: {
          code: 'host-error',
          message: expect.stringMatching(/^Unknown error exception \(line \d+\)$/) as string,
        },
      });
      const project = await host.readProject({ projectPath, columns: [] });
      expect(project.bins.map(({ name }) => name)).toEqual(['', 'A']);
    });

    test('when it does half of it', async () => {
      const { host, projectPath } = await open({ mood: 'half' });
      const root = (await host.readProject({ projectPath, columns: [] })).bins[0]?.id ?? '';
      const bins = ['A', 'B', 'C'].map((name) => ({
        key: name,
        name,
        parentId: root,
        parentKey: null,
      }));
      const answer = await host.addBins({ projectPath, bins });
      const standing = (await host.readProject({ projectPath, columns: [] })).bins;
      expect(answer.bins).toHaveLength(3);
      expect(standing.map(({ name }) => name)).toEqual(['', 'A', 'C']);
    });

    test.each(['silent', 'half', 'throwsAfter'] as const)(
      'and an assembly in a %s Premiere never brings the host down',
      async (mood) => {
        const faithful = await open();
        const ids = await importCamera(faithful);
        await faithful.host.saveProject({ projectPath: faithful.projectPath });
        const moody = await open({ mood, projectPath: faithful.projectPath });
        const { projectPath } = faithful;
        const project = await moody.host.readProject({ projectPath, columns: [] });
        const request = anAssembly(faithful, { ...ids, itemId: project.items[0]?.id ?? '' });
        await moody.host.assembleSequence(request).catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'host-failed' });
        });
        const { sequences } = await moody.host.readProject({ projectPath, columns: [] });
        const placed = sequences.flatMap(({ videoTracks }) =>
          videoTracks.flatMap(({ items }) => items),
        );
        expect(
          placed.filter(({ name, startTicks }) => name === 'one' && startTicks === '0').length,
        ).toBeLessThanOrEqual(1);
      },
    );
  });

  function anEncoderPreset(): string {
    return formatEpr('Test', {
      container: 'mov',
      videoCodec: 'prores',
      profile: 'proxy',
      width: 1920,
      height: 1080,
      frameRate: '24000/1001',
      videoBitrateKbps: 0,
      audioCodec: 'pcm_s24le',
      audioChannels: 2,
      sampleRate: 48_000,
      audioBitrateKbps: 0,
    });
  }
});
