import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HostCalls } from '../../src/contract/host';
import type { JobContext } from '../../src/contract/JobContext';
import type { MediaEngine, ProbeResult } from '../../src/contract/MediaEngine';
import type { Ports } from '../../src/contract/Ports';
import type { PremiereHost } from '../../src/contract/PremiereHost';
import { openCepHost } from '../../src/premiere/cep/openCepHost';
import {
  openSimulatedPremiere,
  type SimulatedPremiere,
  type SimulatedPremiereOptions,
} from '../../src/premiere/simulated/openSimulatedPremiere';
import type { SimulatedMediaPort } from '../../src/premiere/simulated/SimulatedMediaPort';
import { buildHostBundle } from './hostBundle';

/** A host call as it was made. */
export interface HostCallRecord {
  readonly name: keyof HostCalls;
  readonly request: unknown;
  readonly tookMs: number;
}

/** What to open ports with; `projectPath` names a project that stands, or one to begin. */
export interface PortsOptions extends Omit<SimulatedPremiereOptions, 'media'> {
  readonly engine: MediaEngine;
  /** Put between the workflows and the real host. */
  readonly fault?: (host: PremiereHost) => PremiereHost;
  /** How long a script may stay unanswered before Premiere counts as showing a dialog. */
  readonly answerWithinMs?: number;
}

/** Both ports as a workflow gets them, and what a test looks at beside them. */
export interface OpenPorts {
  readonly ports: Ports;
  readonly premiere: SimulatedPremiere;
  /** The real host without any fault between, for readings of a test's own. */
  readonly host: PremiereHost;
  readonly projectPath: string;
  /** Every host call of `ports`, in order. */
  readonly calls: HostCallRecord[];
  /** Runs a script as the editor's own doing; fails with what it threw. */
  readonly run: (script: string) => Promise<string>;
  readonly close: () => void;
}

let bundle: Promise<string> | undefined;

/**
 * The built host bundle on a simulated Premiere with a real engine behind it, through the CEP
 * client. What the engine has probed for the workflow is what importing scripts are told.
 */
export async function openPorts(options: PortsOptions): Promise<OpenPorts> {
  const { engine: real, fault = (host: PremiereHost) => host, answerWithinMs, ...rest } = options;
  const { projectPath } = rest;
  const { engine, media } = rememberProbes(real);
  const premiere = openSimulatedPremiere({ ...rest, media });
  bundle ??= buildHostBundle();
  await premiere.evalFile(await bundle);
  const host = openCepHost(
    { evalScript: (script, callback) => void premiere.evalScript(script).then(callback) },
    answerWithinMs === undefined ? {} : { answerWithinMs },
  );
  const calls: HostCallRecord[] = [];
  return {
    ports: { premiere: recordCalls(fault(host), calls), engine },
    premiere,
    host,
    projectPath: path.resolve(projectPath),
    calls,
    run: async (script) => {
      const answer = await premiere.evalScript(script);
      if (answer === 'EvalScript error.') throw new Error(premiere.lastError());
      return answer;
    },
    close: () => premiere.close(),
  };
}

/** The same host, with every call written down. */
function recordCalls(host: PremiereHost, calls: HostCallRecord[]): PremiereHost {
  const names = Object.keys(host) as (keyof HostCalls)[];
  const recorded = names.map((name) => {
    const call = host[name] as (request: unknown) => Promise<unknown>;
    const run = async (request: unknown): Promise<unknown> => {
      const startMs = performance.now();
      try {
        return await call(request);
      } finally {
        calls.push({ name, request, tookMs: performance.now() - startMs });
      }
    };
    return [name, run] as const;
  });
  return Object.fromEntries(recorded) as unknown as PremiereHost;
}

/** Importing scripts wait for their answer, so they get what the workflow has had probed before. */
function rememberProbes(real: MediaEngine): {
  readonly engine: MediaEngine;
  readonly media: SimulatedMediaPort;
} {
  const known = new Map<string, ProbeResult>();
  const remember = async (paths: readonly string[], job: JobContext) => {
    const results = await real.probe({ paths }, job);
    for (const result of results) known.set(result.path, result);
    return results;
  };
  const engine: MediaEngine = {
    ...real,
    probe: async (request, job) => {
      await remember(request.paths.map(proxyOf).filter(existsSync), job);
      return remember(request.paths, job);
    },
    makeConstantRate: async (request, job) => {
      const made = await real.makeConstantRate(request, job);
      await remember([made.path], job);
      return made;
    },
  };
  const media: SimulatedMediaPort = {
    probe: (paths) => paths.map((file) => known.get(file) ?? neverProbed(file)),
    renderNow: () => {
      throw new Error('Nobody here renders while a script waits.');
    },
    render: async (request, onProgress, signal) => {
      await real.render(request, {
        signal,
        report: ({ done, total }) => onProgress(done / Math.max(1, total)),
        checkpoint: () => signal.throwIfAborted(),
      });
    },
  };
  return { engine, media };
}

/** Where a Sony card keeps the low-resolution copy of a clip. */
function proxyOf(clip: string): string {
  const { dir, name } = path.parse(clip);
  return path.join(dir, '..', 'SUB', `${name}S03.MP4`);
}

function neverProbed(file: string): ProbeResult {
  const message = `“${file}” was never probed.`;
  return { path: file, ok: false, code: 'media-unsupported', message };
}
