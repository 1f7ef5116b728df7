/**
 * Measures plans, host calls and the sample day, each beside a peer in the same run, and prints
 * them as a table. Run from the checkout after a build: `npm run bench`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MediaFacts } from '../src/contract/MediaEngine';
import type { PremiereHost } from '../src/contract/PremiereHost';
import { untoldFacts, untoldPicture } from '../src/contract/untoldFacts';
import { readCards } from '../src/domain/ingest/cards/readCards';
import { planIngest } from '../src/domain/ingest/planIngest';
import { findBinPreset } from '../src/domain/ingest/findBinPreset';
import { parseLog } from '../src/domain/report/parseLog';
import { findFfmpeg } from '../src/engine/ffmpeg/findFfmpeg';
import { openCepHost } from '../src/premiere/cep/openCepHost';
import { openSimulatedPremiere } from '../src/premiere/simulated/openSimulatedPremiere';
import { applyIngestPlan } from '../src/workflows/applyIngestPlan';
import { columnsToRead } from '../src/workflows/readProject';
import { scaleRows } from './benchScale';

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly peer: string;
  readonly ratio: string;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'slateflow-bench-'));
const root = process.cwd();
const program = path.join(root, 'bin', 'slateflow.js');

const timed = <Value>(work: () => Value): readonly [ms: number, value: Value] => {
  const start = performance.now();
  const value = work();
  return [performance.now() - start, value];
};

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** Probed files of so many takes, and the log that speaks of them: five files to two takes. */
interface ProbedDay {
  readonly facts: readonly MediaFacts[];
  readonly log: string;
}

const picture: MediaFacts['video'] = {
  codec: 'h264',
  profile: 'High',
  width: 640,
  height: 360,
  frameRate: '25/1',
  pixelFormat: 'yuv420p',
  frames: 250,
  scan: 'progressive',
  ...untoldPicture('25/1'),
};

/** Two cameras, the second on every other take, and a recorder; a hundred takes to a card. */
function dayOf(files: number): ProbedDay {
  const rows = Array.from({ length: (files * 2) / 5 }, (_, index) => {
    const card = String(1 + Math.floor(index / 100)).padStart(3, '0');
    const setup = `${1 + Math.floor(index / 20)}A`;
    const take = String(1 + (index % 20));
    const clip = String(1 + (index % 100)).padStart(4, '0');
    const hasB = index % 2 === 1;
    const sound = `${setup}-T${take.padStart(2, '0')}`;
    const facts = [
      toFacts(`/bench/A${card}R1AB/A${card}C${clip.slice(1)}_260412_R1AB.mov`, picture),
      ...(hasB ? [toFacts(`/bench/B${card}/C${clip}.MP4`, picture)] : []),
      toFacts(`/bench/S${card}/${sound}.WAV`, null, { scene: setup, take, soundRoll: `S${card}` }),
    ];
    const cells = [
      setup.slice(0, -1),
      setup,
      take,
      `A${card}C${clip.slice(1)}_260412_R1AB`,
      hasB ? `B${card}/C${clip}` : '',
      sound,
    ];
    return { facts, cells };
  });
  const heading = 'Scene,Setup,Take,Camera A,Camera B,Sound';
  return {
    facts: rows.flatMap(({ facts }) => facts),
    log: [heading, ...rows.map(({ cells }) => cells.join(','))].join('\n'),
  };
}

function toFacts(
  file: string,
  video: MediaFacts['video'],
  slate: {
    readonly scene: string;
    readonly take: string;
    readonly soundRoll: string;
  } | null = null,
): MediaFacts {
  const recorded = {
    circled: false,
    wildTrack: false,
    note: '',
    timeReferenceSamples: '1728000000',
    timecodeRate: '25/1',
    dropFrame: false,
    originationDate: '2026-04-12',
    trackNames: ['MIX', 'BOOM'],
    familyUid: '',
    fileSetIndex: '',
    filesInSet: 0,
  };
  return {
    path: file,
    sizeBytes: 1000,
    modifiedMs: 0,
    container: video ? 'mov' : 'wav',
    durationTicks: '2540160000000',
    startTimecode: '10:00:00:00',
    startTicks: '9144576000000000',
    reel: '',
    ...untoldFacts,
    video,
    audio: { codec: 'pcm_s24le', sampleRate: 48_000, channels: 2, streams: [2], bitsPerSample: 24 },
    sound: slate && { ...slate, ...recorded },
  };
}

function planOf({ facts, log }: ProbedDay, project: Parameters<typeof planIngest>[0]['project']) {
  const preset = findBinPreset('scene-take');
  if (!preset) throw new Error('The preset scene-take is not shipped.');
  const listing = facts.map(({ path: file, sizeBytes }) => {
    const [, , card = '', ...rest] = file.split('/');
    return {
      path: file,
      source: `/bench/${card}`,
      relativePath: rest.join('/'),
      sizeBytes,
      isGrowing: false,
    };
  });
  const probes = facts.map((media) => ({ path: media.path, ok: true as const, media }));
  return planIngest({
    listing,
    cards: readCards(listing, new Map()),
    probes,
    log: parseLog(log, 'log.csv'),
    preset,
    constantRateFolder: null,
    project,
  });
}

const empty = { bins: [{ id: 'root', parentId: null, name: '' }], items: [] };

/** Plans 2,000 and 10,000 files in turn with a copy of their facts, after a round that does not count. */
function planRows(): Row[] {
  const days = [2000, 10_000].map((count) => ({ count, day: dayOf(count) }));
  const rounds = Array.from({ length: 6 }, () =>
    days.map(({ day }) => ({
      plan: timed(() => planOf(day, empty))[0],
      copy: timed(() => JSON.parse(JSON.stringify(day.facts)) as unknown)[0],
    })),
  ).slice(1);
  const medians = days.map(({ count }, index) => ({
    count,
    plan: median(rounds.map((round) => round[index]?.plan ?? 0)),
    copy: median(rounds.map((round) => round[index]?.copy ?? 0)),
  }));
  const rows = medians.map(({ count, plan, copy }) => ({
    what: `P-4 plan of an ingest of ${count} probed files with a log`,
    figure: `${plan.toFixed(0)} ms`,
    peer: `their facts copied as JSON, ${copy.toFixed(0)} ms`,
    ratio: (plan / copy).toFixed(1),
  }));
  const [small, large] = medians;
  const growth = {
    what: 'P-4 growth of that plan when the files are five times as many',
    figure: `${((large?.plan ?? 0) / (small?.plan ?? 1)).toFixed(2)} times`,
    peer: `the copy, ${((large?.copy ?? 0) / (small?.copy ?? 1)).toFixed(2)} times`,
    ratio: 'at most 6.1 (n log n)',
  };
  return [...rows, growth];
}

/** The same host, with every call written down. */
function writingDown(host: PremiereHost, calls: string[]): PremiereHost {
  const recorded = Object.entries(host).map(([name, call]) => {
    const run = (request: never): Promise<unknown> => {
      calls.push(name);
      return (call as (request: never) => Promise<unknown>)(request);
    };
    return [name, run] as const;
  });
  return Object.fromEntries(recorded) as unknown as PremiereHost;
}

/** The built host bundle on a simulated Premiere that is told of these files from memory. */
async function openHost(facts: readonly MediaFacts[], name: string) {
  const byPath = new Map(facts.map((media) => [media.path, media]));
  const premiere = openSimulatedPremiere({
    projectPath: path.join(folder, `${name}.prproj`),
    media: {
      probe: (paths) =>
        paths.flatMap((file) => {
          const media = byPath.get(file);
          return media ? [{ path: file, ok: true as const, media }] : [];
        }),
      render: () => Promise.resolve(),
      renderNow: () => undefined,
    },
  });
  await premiere.evalFile(path.join(root, 'dist', 'host', 'slateflow.jsx'));
  const scriptsMs: number[] = [];
  const host = openCepHost({
    evalScript: (script, callback) => {
      const start = performance.now();
      void premiere.evalScript(script).then((answer) => {
        scriptsMs.push(performance.now() - start);
        callback(answer);
      });
    },
  });
  return { host, scriptsMs, close: () => premiere.close() };
}

async function hostCallsRow(count: number): Promise<Row> {
  const day = dayOf(count);
  const { host, scriptsMs, close } = await openHost(day.facts, `bench ${count}`);
  const calls: string[] = [];
  const premiere = writingDown(host, calls);
  const project = await premiere.readProject({ projectPath: null, columns: columnsToRead });
  const plan = planOf(day, project);
  const signal = new AbortController().signal;
  const job = { signal, report: () => undefined, checkpoint: () => undefined };
  // The engine is asked only whether the project file was written.
  const engine = { listSources: () => Promise.resolve({ files: [], findings: [] }) } as never;
  await applyIngestPlan({ plan, project }, { premiere, engine }, job);
  close();
  return {
    what: `P-3 host calls of an ingest of ${count} files`,
    figure: `${calls.length} calls, the longest script ${Math.max(...scriptsMs).toFixed(0)} ms`,
    peer: `${plan.imports.length} bins + 5; 200 ms a script`,
    ratio: (calls.length / (plan.imports.length + 5)).toFixed(2),
  };
}

/** The sample day and its peers in turn, three times: cards to verified archive, and all with the export. */
async function dayRows(): Promise<Row[]> {
  const env = { ...process.env, SLATEFLOW_STATE: path.join(folder, 'state') };
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [program, ...args, '--quiet'], { env, stdio: 'ignore' });
  const { ffmpeg } = await findFfmpeg(process.env);
  const day = path.join(folder, 'day');
  run('sample', day);
  const rounds = [1, 2, 3].map((round) => {
    const at = (name: string) => path.join(folder, `${name} ${round}`);
    const runDay = (out: string, steps: readonly string[]) =>
      timed(() => run('day', path.join(day, 'day.json'), '--out', out, ...steps))[0];
    const unrendered = runDay(at('out'), ['--step', 'ingest', 'sync', 'roughcut', 'archive']);
    const copy = timed(() => execFileSync('cp', ['-r', day, at('copy')]))[0];
    const whole = runDay(at('whole'), []);
    const encode = timed(() => encodeAgain(ffmpeg, path.join(at('whole'), 'exports')))[0];
    return { unrendered, copy, whole, encode };
  });
  const of = (key: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[key]));
  const peer = of('copy') + of('encode');
  return [
    {
      what: 'P-8 the sample day, cards to verified archive, without render',
      figure: `${(of('unrendered') / 1000).toFixed(1)} s`,
      peer: `cp -r of the day, unhashed, ${(of('copy') / 1000).toFixed(2)} s`,
      ratio: (of('unrendered') / of('copy')).toFixed(1),
    },
    {
      what: 'P-8 the sample day, all of it, export rendered and measured',
      figure: `${(of('whole') / 1000).toFixed(1)} s`,
      peer: `cp -r and one ffmpeg run from that export to its own format, ${(peer / 1000).toFixed(1)} s`,
      ratio: (of('whole') / peer).toFixed(2),
    },
  ];
}

/** What a plain ffmpeg needs for a file of the same length and format. */
function encodeAgain(ffmpeg: string, exports: string): void {
  const name = readdirSync(exports).find((file) => file.endsWith('.mp4')) ?? '';
  const video = ['-c:v', 'libx264', '-profile:v', 'high', '-pix_fmt', 'yuv420p'];
  const rate = ['-b:v', '10000k', '-maxrate', '15000k', '-bufsize', '20000k', '-g', '24'];
  const files = [path.join(exports, name), path.join(exports, 'again.mp4')] as const;
  const args = ['-v', 'error', '-y', '-i', files[0], ...video, ...rate, '-c:a', 'aac'];
  execFileSync(ffmpeg, [...args, '-b:a', '320k', files[1]]);
}

async function main(): Promise<void> {
  const scale = await scaleRows(openHost, (file) => toFacts(file, picture));
  const rows = [...planRows(), await hostCallsRow(2000), ...scale, ...(await dayRows())];
  const lines = rows.map(
    ({ what, figure, peer, ratio }) => `| ${what} | ${figure} | ${peer} | ${ratio} |`,
  );
  process.stdout.write(
    ['| what | figure | beside | ratio |', '| --- | --- | --- | --- |', ...lines, ''].join('\n'),
  );
}

main().then(
  () => rmSync(folder, { recursive: true, force: true }),
  (error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  },
);
