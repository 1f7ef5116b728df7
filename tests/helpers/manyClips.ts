import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatWaveHeader } from '../../src/domain/sound/formatWaveHeader';
import { aClip } from './mediaFiles';

/** Setups a scene, and takes a setup, of the days that {@link manyClips} makes. */
const setups = ['A', 'B', 'C', 'E'];
const takesPerSetup = 25;

/**
 * A day of `count` small media in a folder: half camera clips (one short clip under many names, on
 * cards of 500), half recordings of one sample each with a slate in their iXML. Setups have 25 takes.
 */
export async function manyClips(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const clip = await aClip(folder, { name: 'seed.mp4', seconds: 0.2, size: '64x36', tone: 0 });
  const days = Array.from({ length: count / 2 }, (_, index) => slateAt(index));
  for (const [index, slate] of days.entries()) {
    const card = path.join(folder, `A${String(Math.floor(index / 500) + 1).padStart(3, '0')}`);
    const roll = path.join(folder, 'Sound', `S${String(Math.floor(index / 500) + 1)}`);
    if (index % 500 === 0) {
      await mkdir(card, { recursive: true });
      await mkdir(roll, { recursive: true });
    }
    await link(clip, path.join(card, `${slate.setup}-${slate.take}_A.mp4`));
    await writeFile(path.join(roll, `${slate.setup}-T${slate.take}.WAV`), aRecordingOf(slate));
  }
  await rm(clip);
}

interface ManySlate {
  readonly setup: string;
  readonly take: number;
}

function slateAt(index: number): ManySlate {
  const setup = Math.floor(index / takesPerSetup);
  const scene = Math.floor(setup / setups.length) + 1;
  return { setup: `${scene}${setups[setup % setups.length]}`, take: (index % takesPerSetup) + 1 };
}

function aRecordingOf({ setup, take }: ManySlate): Uint8Array {
  const header = formatWaveHeader({
    channels: 1,
    sampleRate: 48_000,
    bitsPerSample: 16,
    dataBytes: 2,
    bext: null,
    ixml: {
      version: '1.61',
      project: 'Many',
      scene: setup,
      take: String(take),
      tape: 'S1',
      note: '',
      circled: take % 7 === 0,
      takeTypes: [],
      fileUid: `${setup}-${take}`,
      ubits: '',
      fileSet: null,
      speed: null,
      tracks: [],
    },
  });
  return Buffer.concat([header, Buffer.alloc(2)]);
}
