import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HostItem, HostProject, HostSequence, Placement } from '../../src/contract/host';
import type { MediaFacts } from '../../src/contract/MediaEngine';
import type { PremiereHost } from '../../src/contract/PremiereHost';
import {
  contractMedia,
  contractProxies,
  frame,
  hostileName,
  second,
  stillFrames,
  writeStills,
} from './contractMedia';

/** A Premiere with an empty project in which the media given can be imported. */
interface OpenedHost {
  readonly host: PremiereHost;
  readonly projectPath: string;
  readonly close: () => Promise<void> | void;
}

/** What not every Premiere can. */
interface Abilities {
  readonly disablesTrackItems: boolean;
}

const scene = 'Column.PropertyText.Scene';
const columns = [scene, 'Column.PropertyBool.Good', 'SlateflowTake'];
const missingPath = '/cards/never-shot.mov';

/** What every Premiere must do with the calls of `HostCalls`, whatever stands behind it. */
export function describePremiereHost(
  name: string,
  open: (media: readonly MediaFacts[]) => Promise<OpenedHost>,
  { disablesTrackItems }: Abilities = { disablesTrackItems: true },
): void {
  /** What a reading says of a clip that was to be on or off. */
  const told = (enabled: boolean) => (disablesTrackItems ? enabled : null);
  describe(`PremiereHost on ${name}`, () => {
    let opened: OpenedHost;
    let host: PremiereHost;
    let projectPath: string;
    let stills: MediaFacts;
    beforeEach(async () => {
      stills = writeStills(mkdtempSync(path.join(os.tmpdir(), 'slateflow-stills-')));
      const proxies = Object.values(contractProxies);
      opened = await open([...Object.values(contractMedia), ...proxies, stills]);
      ({ host, projectPath } = opened);
    });
    afterEach(() => opened.close());

    const read = () => host.readProject({ projectPath, columns });

    async function importAll(
      media: readonly MediaFacts[] = Object.values(contractMedia),
    ): Promise<Map<string, string>> {
      const binId = rootOf(await read());
      const paths = media.map((each) => each.path);
      const { items } = await host.importMedia({ projectPath, binId, paths, stills: [] });
      return new Map(items.map((item) => [item.path, item.itemId]));
    }

    /** Imports, assembles, and reads the sequence back. */
    async function assemble(
      placements: (idOf: (media: MediaFacts) => string) => readonly Placement[],
      tracks: { readonly video?: number; readonly audio?: number } = {},
    ): Promise<{ sequence: HostSequence; itemId: string }> {
      const ids = await importAll();
      const idOf = (media: MediaFacts) => ids.get(media.path) ?? '';
      const { sequenceId, itemId } = await host.assembleSequence({
        projectPath,
        sequenceId: null,
        name: 'Rough cut',
        binId: rootOf(await read()),
        settingsItemId: idOf(contractMedia.camera),
        startTicks: String(86_400n * frame),
        videoTracks: tracks.video ?? 1,
        audioTracks: tracks.audio ?? 1,
        placements: placements(idOf),
        markers: [
          {
            startSeconds: seconds(48n),
            endSeconds: seconds(72n),
            name: 'Missing',
            comment: '24A take 4 was not shot',
            color: 1,
          },
        ],
      });
      return { sequence: sequenceOf(await read(), sequenceId), itemId };
    }

    test('tells what is running and what is open', async () => {
      expect(await host.describeHost({})).toMatchObject({
        projectPath,
        capabilities: {
          createsSequences: true,
          addsTracks: true,
          disablesTrackItems,
          queuesExports: true,
          writesXmp: true,
          attachesProxies: true,
          mapsAudio: true,
        },
      });
    });

    test('reads the project in front when none is named', async () => {
      const project = await host.readProject({ projectPath: null, columns: [] });
      expect(project.path).toBe(projectPath);
    });

    test('refuses a project that is not open', async () => {
      await expect(
        host.readProject({ projectPath: '/other.prproj', columns }),
      ).rejects.toMatchObject({ code: 'host-failed', cause: { code: 'project-not-open' } });
    });

    test('makes bins within bins of the same call', async () => {
      const root = rootOf(await read());
      const { bins } = await host.addBins({
        projectPath,
        bins: [
          { key: 'day', name: 'Day 1', parentId: root, parentKey: null },
          { key: 'scene', name: hostileName, parentId: null, parentKey: 'day' },
        ],
      });
      const [day, inner] = bins.map(({ binId }) => binId);
      expect(bins.map(({ key }) => key)).toEqual(['day', 'scene']);
      expect((await read()).bins).toEqual([
        { id: root, parentId: null, name: '' },
        { id: day, parentId: root, name: 'Day 1' },
        { id: inner, parentId: day, name: hostileName },
      ]);
    });

    test('makes no bin when a parent is not there', async () => {
      const root = rootOf(await read());
      const bins = [
        { key: 'a', name: 'A', parentId: root, parentKey: null },
        { key: 'b', name: 'B', parentId: 'ffffffff', parentKey: null },
      ];
      await expect(host.addBins({ projectPath, bins })).rejects.toMatchObject({
        cause: { code: 'bin-not-found' },
      });
      expect((await read()).bins).toHaveLength(1);
    });

    test('imports into the bin and names the item of each path that arrived', async () => {
      const root = rootOf(await read());
      const { bins } = await host.addBins({
        projectPath,
        bins: [{ key: 'footage', name: 'Footage', parentId: root, parentKey: null }],
      });
      const binId = bins[0]?.binId ?? '';
      const paths = [contractMedia.camera.path, missingPath, contractMedia.recorder.path];
      const { items } = await host.importMedia({ projectPath, binId, paths, stills: [] });
      expect(items.map((item) => item.path)).toEqual([paths[0], paths[2]]);
      const standing = (await read()).items;
      expect(standing.map(({ id }) => id)).toEqual(items.map(({ itemId }) => itemId));
      expect(standing.every((item) => item.binId === binId)).toBe(true);
    });

    test('tells what it knows of each item', async () => {
      const ids = await importAll();
      const { items } = await read();
      const of = (media: MediaFacts) => itemOf(items, ids.get(media.path));
      expect(of(contractMedia.camera)).toMatchObject({
        name: 'A001C001.mov',
        isSequence: false,
        offline: false,
        startTicks: contractMedia.camera.startTicks,
        durationTicks: contractMedia.camera.durationTicks,
        inTicks: '0',
        outTicks: contractMedia.camera.durationTicks,
        frameTicks: String(frame),
        proxyPath: '',
        audioClips: 1,
        audioClipChannels: 2,
        fields: [],
      });
      expect(of(contractMedia.mute)).toMatchObject({ audioClips: 0, audioClipChannels: 0 });
      expect(of(contractMedia.recorder)).toMatchObject({
        frameTicks: '0',
        audioClips: 4,
        audioClipChannels: 1,
      });
    });

    test('imports an image sequence as one item, by its first frame, beside other media', async () => {
      const { items } = await host.importMedia({
        projectPath,
        binId: rootOf(await read()),
        paths: [contractMedia.camera.path],
        stills: [stills.path],
      });
      expect(items.map((item) => item.path)).toEqual([contractMedia.camera.path, stills.path]);
      const standing = (await read()).items;
      expect(standing.map(({ id }) => id)).toEqual(items.map(({ itemId }) => itemId));
      expect(itemOf(standing, items[1]?.itemId)).toMatchObject({
        mediaPath: stills.path,
        durationTicks: String(BigInt(stillFrames) * frame),
      });
    });

    test('attaches a proxy, and leaves the one that is attached', async () => {
      const ids = await importAll([contractMedia.camera]);
      const itemId = ids.get(contractMedia.camera.path) ?? '';
      for (const proxyPath of [contractProxies.matching.path, contractProxies.tooLong.path]) {
        const changes = [{ itemId, proxyPath }];
        await host.updateItems({ projectPath, newColumns: [], changes });
        expect(itemOf((await read()).items, itemId)).toMatchObject({
          mediaPath: contractMedia.camera.path,
          proxyPath: contractProxies.matching.path,
        });
      }
    });

    test('does the rest of a change whose proxy is refused', async () => {
      const ids = await importAll([contractMedia.camera]);
      const itemId = ids.get(contractMedia.camera.path) ?? '';
      const changes = [{ itemId, proxyPath: contractProxies.tooLong.path, name: 'A', label: 4 }];
      await host.updateItems({ projectPath, newColumns: [], changes });
      const expected = { proxyPath: '', name: 'A', label: 4 };
      expect(itemOf((await read()).items, itemId)).toMatchObject(expected);
    });

    test('makes each source channel a clip of its own, once', async () => {
      const ids = await importAll();
      const media = [contractMedia.camera, contractMedia.mute, contractMedia.recorder];
      const itemIds = media.map((each) => ids.get(each.path) ?? '');
      const changes = itemIds.map((itemId) => ({ itemId, channels: 'mono' as const }));
      await host.updateItems({ projectPath, newColumns: [], changes });
      await host.updateItems({ projectPath, newColumns: [], changes });
      const { items } = await read();
      expect(
        itemIds.map((id) => {
          const { audioClips, audioClipChannels } = itemOf(items, id);
          return [audioClips, audioClipChannels];
        }),
      ).toEqual([
        [2, 1],
        [0, 0],
        [4, 1],
      ]);
    });

    test('lays channels that were made mono on tracks of their own, and leaves what was cut', async () => {
      const before = await assemble((idOf) => [
        aPlacement(idOf(contractMedia.camera), { name: 'stereo', from: 0n, to: 24n, at: 0n }),
      ]);
      const { items } = await read();
      const camera = items.find((item) => item.mediaPath === contractMedia.camera.path);
      const itemId = camera?.id ?? '';
      const changes = [{ itemId, channels: 'mono' as const }];
      await host.updateItems({ projectPath, newColumns: [], changes });
      await host.assembleSequence({
        projectPath,
        sequenceId: before.sequence.id,
        name: 'Rough cut',
        binId: rootOf(await read()),
        settingsItemId: itemId,
        startTicks: before.sequence.startTicks,
        videoTracks: 1,
        audioTracks: 2,
        placements: [
          aPlacement(itemId, {
            name: 'mono',
            from: 24n,
            to: 48n,
            at: 24n,
            audioEnabled: [true, true],
          }),
        ],
        markers: [],
      });
      const { audioTracks } = sequenceOf(await read(), before.sequence.id);
      expect(audioTracks.slice(0, 2).map((track) => track.items.map((item) => item.name))).toEqual([
        ['stereo', 'mono'],
        ['mono'],
      ]);
    });

    test('imports a name that is meant to do harm as any other', async () => {
      const ids = await importAll([contractMedia.hostile]);
      const item = itemOf((await read()).items, ids.get(contractMedia.hostile.path));
      expect(item.mediaPath).toBe(contractMedia.hostile.path);
      expect(item.name).toBe(contractMedia.hostile.path.replace('/cards/', ''));
    });

    test('names, labels, moves and describes items', async () => {
      const ids = await importAll([contractMedia.camera]);
      const itemId = ids.get(contractMedia.camera.path) ?? '';
      const root = rootOf(await read());
      const { bins } = await host.addBins({
        projectPath,
        bins: [{ key: 'a', name: '24A', parentId: root, parentKey: null }],
      });
      const binId = bins[0]?.binId ?? '';
      const fields = [
        { column: scene, value: hostileName },
        { column: 'Column.PropertyBool.Good', value: 'True' },
        { column: 'SlateflowTake', value: 'Ä 3 <&>' },
      ];
      const { attempted } = await host.updateItems({
        projectPath,
        newColumns: [{ name: 'SlateflowTake', label: 'Take' }],
        changes: [{ itemId, name: '24A-3_A', label: 4, binId, fields }],
      });
      expect(attempted).toBe(1);
      const item = itemOf((await read()).items, itemId);
      expect(item).toMatchObject({ name: '24A-3_A', label: 4, binId });
      expect(item.fields).toEqual(expect.arrayContaining(fields));
      expect(item.fields).toHaveLength(3);
    });

    test('leaves what a change does not name as it is', async () => {
      const ids = await importAll([contractMedia.camera]);
      const itemId = ids.get(contractMedia.camera.path) ?? '';
      const update = (change: object) =>
        host.updateItems({ projectPath, newColumns: [], changes: [{ itemId, ...change }] });
      await update({ name: 'A', label: 7, fields: [{ column: scene, value: '24' }] });
      await update({ fields: [{ column: 'Column.PropertyBool.Good', value: 'True' }] });
      const item = itemOf((await read()).items, itemId);
      expect(item).toMatchObject({ name: 'A', label: 7 });
      expect(item.fields).toContainEqual({ column: scene, value: '24' });
    });

    test('changes nothing when one of the items is not there', async () => {
      const ids = await importAll([contractMedia.camera]);
      const itemId = ids.get(contractMedia.camera.path) ?? '';
      const changes = [
        { itemId, name: 'changed' },
        { itemId: 'ffffffff', name: 'nobody' },
      ];
      await expect(
        host.updateItems({ projectPath, newColumns: [], changes }),
      ).rejects.toMatchObject({ cause: { code: 'item-not-found' } });
      expect(itemOf((await read()).items, itemId).name).toBe('A001C001.mov');
    });

    test('places picture to the frame, where and as it was asked', async () => {
      const { sequence, itemId } = await assemble((idOf) => [
        aPlacement(idOf(contractMedia.camera), { name: 'one', from: 24n, to: 72n, at: 0n }),
        aPlacement(idOf(contractMedia.otherCamera), {
          name: 'two',
          from: 1n,
          to: 100n,
          at: 72n,
          videoEnabled: false,
          audioEnabled: [true],
        }),
      ]);
      expect(sequence).toMatchObject({
        name: 'Rough cut',
        itemId,
        frameTicks: String(frame),
        width: 1920,
        height: 1080,
        startTicks: String(86_400n * frame),
      });
      expect(sequence.videoTracks[0]?.items).toMatchObject([
        { name: 'one', ...span(0n, 48n), ...source(24n, 72n), enabled: told(true) },
        { name: 'two', ...span(72n, 171n), ...source(1n, 100n), enabled: told(false) },
      ]);
      expect(sequence.audioTracks[0]?.items).toMatchObject([
        { name: 'one', ...span(0n, 48n), enabled: told(false) },
        { name: 'two', ...span(72n, 171n), enabled: told(true) },
      ]);
    });

    test('lays a polyphonic recording over as many tracks as it has channels', async () => {
      const { sequence } = await assemble(
        (idOf) => [
          aPlacement(idOf(contractMedia.camera), { name: 'picture', from: 0n, to: 48n, at: 24n }),
          {
            ...aPlacement(idOf(contractMedia.recorder), { from: 48n, to: 96n, at: 24n }),
            inSeconds: seconds(48n, insideSample),
            outSeconds: seconds(96n, insideSample),
            name: 'sound',
            videoTrack: null,
            audioTrack: 1,
            audioEnabled: [true, false, true, false],
          },
        ],
        { audio: 5 },
      );
      const tracks = sequence.audioTracks.slice(0, 5).map(({ items }) => items);
      expect(
        tracks.map((items) => items.map(({ name: itemName, enabled }) => [itemName, enabled])),
      ).toEqual([
        [['picture', told(false)]],
        [['sound', told(true)]],
        [['sound', told(false)]],
        [['sound', told(true)]],
        [['sound', told(false)]],
      ]);
      expect(tracks[1]).toMatchObject([{ ...span(24n, 72n), ...source(48n, 96n) }]);
    });

    test('adds the tracks that are missing, and leaves those that stand', async () => {
      const { sequence } = await assemble(() => [], { video: 5, audio: 9 });
      expect(sequence.videoTracks).toHaveLength(5);
      expect(sequence.audioTracks).toHaveLength(9);
    });

    test('sets markers with their length, colour and words', async () => {
      const { sequence } = await assemble(() => []);
      expect(sequence.markers).toEqual([
        {
          startTicks: String(48n * frame),
          durationTicks: String(24n * frame),
          name: 'Missing',
          comment: '24A take 4 was not shot',
          type: 'Comment',
          color: 1,
        },
      ]);
    });

    test('leaves nothing behind in the items it placed from', async () => {
      const before = await assemble((idOf) => [
        aPlacement(idOf(contractMedia.camera), { from: 24n, to: 72n, at: 0n }),
      ]);
      const item = (await read()).items.find(
        ({ mediaPath }) => mediaPath === contractMedia.camera.path,
      );
      expect(before.sequence.videoTracks[0]?.items).toHaveLength(1);
      expect(item).toMatchObject({ inTicks: '0', outTicks: contractMedia.camera.durationTicks });
    });

    test('goes on with a sequence that it began', async () => {
      const { sequence } = await assemble((idOf) => [
        aPlacement(idOf(contractMedia.camera), { name: 'one', from: 0n, to: 24n, at: 0n }),
      ]);
      const { items } = await read();
      const camera = items.find(({ mediaPath }) => mediaPath === contractMedia.otherCamera.path);
      await host.assembleSequence({
        projectPath,
        sequenceId: sequence.id,
        name: sequence.name,
        binId: rootOf(await read()),
        settingsItemId: camera?.id ?? '',
        startTicks: sequence.startTicks,
        videoTracks: 1,
        audioTracks: 1,
        placements: [aPlacement(camera?.id ?? '', { name: 'two', from: 0n, to: 24n, at: 24n })],
        markers: [],
      });
      const project = await read();
      expect(project.sequences).toHaveLength(1);
      expect(sequenceOf(project, sequence.id).videoTracks[0]?.items).toMatchObject([
        { name: 'one', ...span(0n, 24n) },
        { name: 'two', ...span(24n, 48n) },
      ]);
    });

    test('refuses to leave out half of an item, and makes nothing', async () => {
      const halves = assemble((idOf) => [
        {
          ...aPlacement(idOf(contractMedia.camera), { from: 0n, to: 24n, at: 0n }),
          audioTrack: null,
        },
      ]);
      await expect(halves).rejects.toMatchObject({ cause: { code: 'bad-request' } });
      expect((await read()).sequences).toEqual([]);
    });

    test('refuses a sequence that is not there', async () => {
      await expect(
        host.queueExport({
          projectPath,
          sequenceId: 'none',
          outputPath: '/out/a.mov',
          presetPath: '/presets/none.epr',
        }),
      ).rejects.toMatchObject({ cause: { code: 'sequence-not-found' } });
    });

    test('says so when the encoder does not take a sequence', async () => {
      const { sequence } = await assemble(() => []);
      await expect(
        host.queueExport({
          projectPath,
          sequenceId: sequence.id,
          outputPath: '/out/a.mov',
          presetPath: '/presets/none.epr',
        }),
      ).rejects.toMatchObject({ cause: { code: 'export-not-queued' } });
      expect(await host.readEncoderJobs({})).toEqual({ jobs: [] });
    });
  });
}

interface Wanted {
  readonly from: bigint;
  readonly to: bigint;
  readonly at: bigint;
  readonly name?: string;
  readonly videoEnabled?: boolean;
  readonly audioEnabled?: readonly boolean[];
}

/** A placement on the first tracks; times in frames at 24000/1001. */
function aPlacement(itemId: string, wanted: Wanted): Placement {
  return {
    itemId,
    name: wanted.name ?? 'placed',
    inSeconds: seconds(wanted.from),
    outSeconds: seconds(wanted.to),
    startTicks: String(wanted.at * frame),
    videoTrack: 0,
    audioTrack: 0,
    videoEnabled: wanted.videoEnabled ?? true,
    audioEnabled: wanted.audioEnabled ?? [false],
  };
}

/** How far inside, in seconds: a hundredth of a frame, and for sound alone of a sample. */
const insideFrame = 0.0004;
const insideSample = 0.0000002;

/** Seconds at a frame, a little inside, as Premiere must be given them. */
function seconds(frames: bigint, inside = insideFrame): number {
  return Number(frames) * (Number(frame) / Number(second)) + inside;
}

function span(start: bigint, end: bigint) {
  return { startTicks: String(start * frame), endTicks: String(end * frame) };
}

function source(from: bigint, to: bigint) {
  return { inTicks: String(from * frame), outTicks: String(to * frame) };
}

function rootOf(project: HostProject): string {
  return project.bins.find(({ parentId }) => parentId === null)?.id ?? '';
}

function itemOf(items: readonly HostItem[], id: string | undefined): HostItem {
  const item = items.find((each) => each.id === id);
  if (!item) throw new Error(`No item ${String(id)}.`);
  return item;
}

function sequenceOf(project: HostProject, id: string): HostSequence {
  const sequence = project.sequences.find((each) => each.id === id);
  if (!sequence) throw new Error(`No sequence ${id}.`);
  return sequence;
}
