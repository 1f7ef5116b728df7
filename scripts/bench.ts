/**
 * Measures plans, host calls and the sample day, each beside a peer in the same run, and prints
 * them as a table. Run from the checkout after a build: `npm run bench`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MediaFacts } from '../src/contract/MediaEngine';
import type { PremiereHost } from '../src/contract/PremiereHost';
import { planIngest } from '../src/domain/ingest/planIngest';
import { findBinPreset } from '../src/domain/ingest/findBinPreset';
import { openCepHost } from '../src/premiere/cep/openCepHost';
import { openSimulatedPremiere } from '../src/premiere/simulated/openSimulatedPremiere';
import { applyIngestPlan } from '../src/workflows/applyIngestPlan';

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

/** Facts of so many camera clips, fifty to a card. */
function factsOf(count: number): MediaFacts[] {
  return Array.from({ length: count }, (_, index) => {
    const card = `A${String(1 + Math.floor(index / 50)).padStart(3, '0')}`;
    const slate = `${1 + Math.floor(index / 20)}A-${1 + (index % 20)}`;
    return {
      path: `/bench/${card}R1AB/${slate}_A.mov`,
      sizeBytes: 1000,
      modifiedMs: 0,
      container: 'mov',
      durationTicks: '2540160000000',
      startTimecode: '10:00:00:00',
      startTicks: '9144576000000000',
      reel: card,
      video: {
        codec: 'h264',
        profile: 'High',
        width: 640,
        height: 360,
        frameRate: '25/1',
        pixelFormat: 'yuv420p',
        frames: 250,
        scan: 'progressive',
      },
      audio: { codec: 'aac', sampleRate: 48_000, channels: 2, bitsPerSample: 0 },
      sound: null,
    };
  });
}

function planOf(
  facts: readonly MediaFacts[],
  project: Parameters<typeof planIngest>[0]['project'],
) {
  const preset = findBinPreset('scene-take');
  if (!preset) throw new Error('The preset scene-take is not shipped.');
  const listing = facts.map(({ path: file, sizeBytes }) => ({
    path: file,
    source: '/bench',
    relativePath: file.slice('/bench/'.length),
    sizeBytes,
  }));
  const probes = facts.map((media) => ({ path: media.path, ok: true as const, media }));
  return planIngest({ listing, probes, log: null, preset, project });
}

const empty = { bins: [{ id: 'root', parentId: null, name: '' }], items: [] };

function planRow(count: number): Row {
  const facts = factsOf(count);
  const rounds = [1, 2, 3].map(() => ({
    plan: timed(() => planOf(facts, empty))[0],
    copy: timed(() => JSON.parse(JSON.stringify(facts)) as unknown)[0],
  }));
  const plan = median(rounds.map((round) => round.plan));
  const copy = median(rounds.map((round) => round.copy));
  return {
    what: `P-4 plan of an ingest of ${count} probed files`,
    figure: `${plan.toFixed(0)} ms`,
    peer: `their facts copied as JSON, ${copy.toFixed(0)} ms`,
    ratio: (plan / copy).toFixed(1),
  };
}

/** Counts a host's calls and keeps how long the longest took. */
function counted(host: PremiereHost): {
  readonly host: PremiereHost;
  calls: number;
  longestMs: number;
} {
  const seen = { host, calls: 0, longestMs: 0 };
  const wrap =
    <Request, Answer>(call: (request: Request) => Promise<Answer>) =>
    async (request: Request): Promise<Answer> => {
      const start = performance.now();
      const answer = await call(request);
      seen.calls += 1;
      seen.longestMs = Math.max(seen.longestMs, performance.now() - start);
      return answer;
    };
  seen.host = {
    ...host,
    readProject: wrap(host.readProject),
    addBins: wrap(host.addBins),
    importMedia: wrap(host.importMedia),
    updateItems: wrap(host.updateItems),
    saveProject: wrap(host.saveProject),
  };
  return seen;
}

async function hostCallsRow(count: number): Promise<Row> {
  const facts = new Map(factsOf(count).map((media) => [media.path, media]));
  const premiere = openSimulatedPremiere({
    projectPath: path.join(folder, 'bench.prproj'),
    media: {
      probe: (paths) =>
        paths.flatMap((file) => {
          const media = facts.get(file);
          return media ? [{ path: file, ok: true as const, media }] : [];
        }),
      render: () => Promise.resolve(),
    },
  });
  await premiere.evalFile(path.join(root, 'dist', 'host', 'slateflow.jsx'));
  const seen = counted(
    openCepHost({
      evalScript: (script, callback) => void premiere.evalScript(script).then(callback),
    }),
  );
  const project = await seen.host.readProject({ projectPath: null, columns: [] });
  const plan = planOf([...facts.values()], project);
  const signal = new AbortController().signal;
  const job = { signal, report: () => undefined, checkpoint: () => undefined };
  // The engine is asked only whether the project file was written.
  const engine = { listSources: () => Promise.resolve({ files: [], findings: [] }) } as never;
  await applyIngestPlan({ plan, project }, { premiere: seen.host, engine }, job);
  premiere.close();
  return {
    what: `P-3 host calls of an ingest of ${count} files`,
    figure: `${seen.calls} calls, the longest ${seen.longestMs.toFixed(0)} ms`,
    peer: `${plan.imports.length} bins + 5`,
    ratio: (seen.calls / (plan.imports.length + 5)).toFixed(2),
  };
}

function dayRow(): Row {
  const env = { ...process.env, SLATEFLOW_STATE: path.join(folder, 'state') };
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [program, ...args, '--quiet'], { env, stdio: 'ignore' });
  const day = path.join(folder, 'day');
  run('sample', day);
  const rounds = [1, 2, 3].map((round) => ({
    day: timed(() =>
      run(
        'day',
        path.join(day, 'day.json'),
        '--out',
        path.join(folder, `out${round}`),
        '--step',
        'ingest',
        'sync',
        'roughcut',
        'archive',
      ),
    )[0],
    copy: timed(() => {
      cpSync(day, path.join(folder, `copy${round}`), { recursive: true });
    })[0],
  }));
  const whole = median(rounds.map((round) => round.day));
  const copy = median(rounds.map((round) => round.copy));
  return {
    what: 'P-8 the sample day, cards to verified archive, without render',
    figure: `${(whole / 1000).toFixed(1)} s`,
    peer: `its files copied once, unhashed, ${(copy / 1000).toFixed(2)} s`,
    ratio: (whole / copy).toFixed(1),
  };
}

async function main(): Promise<void> {
  const rows = [planRow(2000), planRow(4000), await hostCallsRow(2000), dayRow()];
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
