import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  openSimulatedPremiere,
  type SimulatedPremiere,
  type SimulatedPremiereOptions,
} from '../../src/premiere/simulated/openSimulatedPremiere';
import { simulatedMedia, type MediaSketch, type TestMediaPort } from './simulatedMedia';

/** Media every test may import. */
const testMedia = {
  '/cards/A001.mov': {},
  '/cards/A002.mov': { channels: 0 },
  '/cards/B001.mov': { frameRate: '24000/1001' },
  '/sound/mono.wav': { frameRate: null, channels: 1 },
  '/sound/poly.wav': { frameRate: null, channels: 4 },
} as const satisfies Record<string, MediaSketch>;

/** A second in ticks. */
const second = 254_016_000_000n;

/** So many seconds, or frames at 25, as ticks in text. */
export const seconds = (count: number): string => (BigInt(count) * second).toString();
export const frames25 = (count: number): string => (BigInt(count) * (second / 25n)).toString();

/** Names for what scripts of these tests use all the time. */
const prologue = `
  var project = app.project, root = project.rootItem;
  function bring(path, bin) {
    project.importFiles([path], true, bin || root, false);
    var target = (bin || root).children;
    return target[target.numItems - 1];
  }
  function at(ticks) { var time = new Time(); time.ticks = ticks; return time; }
  function made(name, item) { return project.createNewSequenceFromClips(name, [item], root); }
  function clear(sequence) {
    var kinds = [sequence.videoTracks, sequence.audioTracks], k, t;
    for (k = 0; k < 2; k++) for (t = 0; t < kinds[k].numTracks; t++)
      while (kinds[k][t].clips.numItems) kinds[k][t].clips[0].remove(false, false);
    return sequence;
  }
  function shape(track) {
    var text = [], i, clip;
    for (i = 0; i < track.clips.numItems; i++) {
      clip = track.clips[i];
      text.push(clip.name + ' ' + clip.start.seconds + '-' + clip.end.seconds + '@' + clip.inPoint.seconds);
    }
    return text.join(', ');
  }
`;

/** A simulated Premiere on a new project in a folder of its own. */
export interface TestPremiere {
  readonly premiere: SimulatedPremiere;
  readonly media: TestMediaPort;
  readonly folder: string;
  readonly projectPath: string;
  /** Runs a script and gives its answer; a script that fails is an error with what it threw. */
  readonly run: (script: string) => Promise<string>;
}

/** Opens one; `options` may name another mood, version or project. */
export async function openTestPremiere(
  options: Partial<SimulatedPremiereOptions> = {},
): Promise<TestPremiere> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slateflow-premiere-'));
  const media = simulatedMedia(testMedia);
  const projectPath = path.join(folder, 'Show.sfproj');
  const premiere = openSimulatedPremiere({ projectPath, media, ...options });
  await premiere.evalScript(prologue);
  const run = async (script: string) => {
    const answer = await premiere.evalScript(script);
    if (answer === 'EvalScript error.') throw new Error(premiere.lastError());
    return answer;
  };
  return { premiere, media, folder, projectPath, run };
}
