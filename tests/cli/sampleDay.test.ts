import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProjectSnapshot, SnapshotSequence } from '../../src/contract/ProjectSnapshot';
import type { StepReport } from '../../src/contract/StepReport';
import type { Cut } from '../../src/domain/cut/Cut';
import { parseOtio } from '../../src/domain/interchange/otio/parseOtio';
import { parseXmeml } from '../../src/domain/interchange/xmeml/parseXmeml';
import { findFfmpeg } from '../../src/engine/ffmpeg/findFfmpeg';
import { hashTree } from '../helpers/hashTree';
import { readSampleTruth, type SampleTruth } from '../helpers/sampleTruth';
import { makeTestFolder, slateflowIn } from '../helpers/slateflow';

interface DayDocument {
  readonly projectPath: string;
  readonly steps: readonly StepReport<Record<string, unknown>>[];
}

const folder = makeTestFolder('day');
const slateflow = slateflowIn(folder.path);
const dayFolder = path.join(folder.path, 'sample day');
const dayPath = path.join(dayFolder, 'day.json');
const out = path.join(folder.path, 'out');
const frameTicks = 10_594_584_000n;

let truth: SampleTruth;
let before: Readonly<Record<string, string>>;
let first: DayDocument;
let snapshot: ProjectSnapshot;

beforeAll(async () => {
  await slateflow.json(0, 'sample', dayFolder);
  truth = readSampleTruth(dayFolder);
  before = hashTree(dayFolder);
  first = await slateflow.json<DayDocument>(0, 'day', dayPath, '--out', out);
  snapshot = await slateflow.json<ProjectSnapshot>(0, 'project', 'show', first.projectPath);
}, 300_000);

afterAll(() => folder.remove());

const itemOf = (relative: string) => {
  const item = snapshot.items.find(({ mediaPath }) => mediaPath === path.join(dayFolder, relative));
  if (!item) throw new Error(`${relative} is not in the project.`);
  return item;
};

const sequenceNamed = (name: string): SnapshotSequence => {
  const sequence = snapshot.sequences.find((candidate) => candidate.name === name);
  if (!sequence) throw new Error(`There is no sequence ${name}.`);
  return sequence;
};

/** A report says when it was written; everything else must stay. */
const withoutReports = (tree: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(tree).filter(([name]) => !name.startsWith('report.')));

describe('the sample day, unattended', () => {
  test('[I-3] every step reports numbers that add up, and nothing failed', () => {
    expect(first.steps.map(({ step }) => step)).toEqual([
      'ingest',
      'sync',
      'roughcut',
      'export',
      'archive',
    ]);
    for (const { counts, status } of first.steps) {
      expect(counts.planned).toBe(counts.done + counts.alreadyThere + counts.failed);
      expect(counts.failed).toBe(0);
      expect(status).toBe('done');
    }
    expect(first.steps[0]?.counts.done).toBe(truth.clips.length);
  });

  test('every clip stands in its bin under its name, with scene, shot, take and camera', () => {
    for (const clip of truth.clips) {
      const item = itemOf(clip.path);
      expect({ clip: clip.path, binPath: item.binPath, name: item.name }).toEqual({
        clip: clip.path,
        binPath: clip.binPath,
        name: clip.name,
      });
      expect(item.metadata).toMatchObject({
        scene: clip.scene,
        shot: clip.setup,
        take: clip.take,
        camera: clip.camera,
        good: clip.circled,
      });
    }
  });

  test('cameras have colours of their own', () => {
    const pictures = truth.clips.filter(({ kind, camera }) => kind === 'picture' && camera !== '');
    const labels = new Map<string, Set<number>>();
    for (const clip of pictures) {
      labels.set(clip.camera, (labels.get(clip.camera) ?? new Set()).add(itemOf(clip.path).label));
    }
    const colours = [...labels.values()].map((set) => [...set]);
    expect(colours.length).toBeGreaterThan(1);
    expect(colours.every((set) => set.length === 1)).toBe(true);
    expect(new Set(colours.flat()).size).toBe(colours.length);
  });

  test('sound lies under picture to the sample in every take sequence', () => {
    const synced = truth.sync.filter(({ recorder }) => recorder !== null);
    expect(synced.length).toBeGreaterThan(8);
    for (const { clip, recorder, offsetSamples } of synced) {
      const picture = itemOf(clip);
      const sound = itemOf(recorder ?? '');
      const takes = snapshot.sequences.filter(
        ({ binPath, videoTracks }) =>
          binPath.startsWith('/Takes') &&
          videoTracks.some(({ clips }) => clips.some(({ itemId }) => itemId === picture.id)),
      );
      expect(takes).toHaveLength(1);
      const [take] = takes as [SnapshotSequence];
      const video = take.videoTracks
        .flatMap(({ clips }) => clips)
        .find(({ itemId }) => itemId === picture.id);
      const audio = take.audioTracks[0]?.clips.find(({ itemId }) => itemId === sound.id);
      expect(video && audio).toBeTruthy();
      if (!video || !audio) continue;
      const soundZero = BigInt(audio.startTicks) - BigInt(audio.inTicks);
      const pictureZero = BigInt(video.startTicks) - BigInt(video.inTicks);
      const samples = Number(pictureZero - soundZero) / 5_292_000;
      expect(Math.abs(samples - offsetSamples)).toBeLessThanOrEqual(1);
    }
  });

  test('the rough cut stands in script order with circled takes, their sound, and a marked gap', () => {
    const cut = sequenceNamed('Rough cut');
    let position = 0n;
    const clips = cut.videoTracks.flatMap((track) => track.clips);
    const sounds = cut.audioTracks[0]?.clips ?? [];
    for (const event of truth.roughCut) {
      if (event.missing) {
        const marker = cut.markers.find(
          ({ startTicks, color }) => BigInt(startTicks) === position && color === 1,
        );
        expect(marker).toBeDefined();
        position += BigInt(event.durationFrames) * frameTicks;
        continue;
      }
      const clip = clips.find(({ startTicks }) => BigInt(startTicks) === position);
      expect(clip).toMatchObject({
        itemId: itemOf(event.clip).id,
        inTicks: String(BigInt(event.inFrames) * frameTicks),
        outTicks: String(BigInt(event.outFrames) * frameTicks),
        enabled: true,
      });
      if (event.recorder !== null) {
        const sound = sounds.find(({ startTicks }) => BigInt(startTicks) === position);
        expect(sound).toMatchObject({ itemId: itemOf(event.recorder).id, enabled: true });
      }
      position += BigInt(event.outFrames - event.inFrames) * frameTicks;
    }
    expect(clips).toHaveLength(truth.roughCut.filter(({ missing }) => !missing).length);
  });

  test('the exported file is what the preset asks, frame for frame', async () => {
    const [name] = readdirSync(path.join(out, 'exports')).filter((entry) => entry.endsWith('.mp4'));
    const { ffprobe } = await findFfmpeg(process.env);
    const probed = JSON.parse(
      execFileSync(
        ffprobe,
        [
          '-v',
          'error',
          '-count_packets',
          '-show_streams',
          '-show_format',
          '-of',
          'json',
          path.join(out, 'exports', name ?? ''),
        ],
        { encoding: 'utf8' },
      ),
    ) as { streams: Record<string, unknown>[] };
    const video = probed.streams.find((stream) => stream['codec_type'] === 'video');
    const audio = probed.streams.find((stream) => stream['codec_type'] === 'audio');
    const frames = truth.roughCut.reduce(
      (sum, event) =>
        sum + (event.missing ? event.durationFrames : event.outFrames - event.inFrames),
      0,
    );
    expect(video).toMatchObject({
      codec_name: 'h264',
      profile: 'High',
      width: 1920,
      height: 1080,
      pix_fmt: 'yuv420p',
      r_frame_rate: '24000/1001',
      avg_frame_rate: '24000/1001',
      nb_read_packets: String(frames),
    });
    expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
  });

  test('the bundle verifies, and names the file in which one byte was changed', async () => {
    const bundle = path.join(out, 'archive');
    await slateflow.json(0, 'verify', bundle);
    const copy = path.join(folder.path, 'damaged bundle');
    cpSync(bundle, copy, { recursive: true });
    const victim = Object.keys(hashTree(copy)).find((file) => file.endsWith('C0001.MP4')) ?? '';
    const bytes = readFileSync(path.join(copy, victim));
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
    writeFileSync(path.join(copy, victim), bytes);
    const report = await slateflow.json<StepReport<{ files: { path: string; state: string }[] }>>(
      1,
      'verify',
      copy,
    );
    const changed = report.result.files.filter(({ state }) => state !== 'ok');
    expect(changed).toMatchObject([{ path: victim, state: 'changed' }]);
  });

  test('the project in a bundle that was carried elsewhere finds all its media inside it', async () => {
    const carried = path.join(folder.path, 'carried');
    cpSync(path.join(out, 'archive'), carried, { recursive: true });
    const file = path.join(carried, 'data', 'project', path.basename(first.projectPath));
    const opened = await slateflow.json<ProjectSnapshot>(0, 'project', 'show', file);
    expect(opened.items).toHaveLength(snapshot.items.length);
    for (const { mediaPath, offline } of opened.items) {
      expect({ inside: mediaPath.startsWith(`${carried}${path.sep}`), offline }).toEqual({
        inside: true,
        offline: false,
      });
    }
  });

  test('[X-15] no step wrote into the cards', () => {
    expect(hashTree(dayFolder)).toEqual(before);
  });

  test('both timeline formats read back as the same cut', async () => {
    const read = async (format: 'otio' | 'xmeml'): Promise<Cut> => {
      const file = path.join(folder.path, `cut.${format}`);
      await slateflow.json(
        0,
        'interchange',
        '--project',
        first.projectPath,
        '--sequence',
        'Rough cut',
        '--format',
        format,
        '--out',
        file,
      );
      const { cut } = { otio: parseOtio, xmeml: parseXmeml }[format](readFileSync(file, 'utf8'));
      if (!cut) throw new Error(`The ${format} was not read.`);
      return cut;
    };
    const otio = await read('otio');
    const xmeml = await read('xmeml');
    expect(otio.videoTracks.flatMap(({ events }) => events)).toHaveLength(
      truth.roughCut.filter(({ missing }) => !missing).length,
    );
    expect(xmeml).toEqual(otio);
  });

  test('[I-4] the same day again changes nothing', async () => {
    const exportsBefore = hashTree(out);
    const second = await slateflow.json<DayDocument>(0, 'day', dayPath, '--out', out);
    for (const { step, counts } of second.steps) {
      expect({ step, done: counts.done, failed: counts.failed }).toEqual({
        step,
        done: 0,
        failed: 0,
      });
      expect(counts.alreadyThere).toBe(counts.planned);
    }
    const again = await slateflow.json<ProjectSnapshot>(0, 'project', 'show', first.projectPath);
    expect(again).toEqual(snapshot);
    expect(withoutReports(hashTree(out))).toEqual(withoutReports(exportsBefore));
  }, 120_000);
});
