import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CommanderError } from 'commander';
import { createSyncFn } from 'synckit';
import type { ProbeResult } from '../contract/MediaEngine';
import { UserFacingError } from '../contract/UserFacingError';
import { startEngine } from '../engine/process/startEngine';
import { openCepHost } from '../premiere/cep/openCepHost';
import { serveBridge } from '../premiere/simulated/bridgeServer';
import { lockProject } from '../premiere/simulated/file/ProjectLock';
import { unreadLines } from '../premiere/simulated/model/ProjectOrigin';
import {
  openSimulatedPremiere,
  type SimulatedPremiere,
} from '../premiere/simulated/openSimulatedPremiere';
import type { SimulatedMediaPort } from '../premiere/simulated/SimulatedMediaPort';
import type {
  Implementations,
  OpenEngine,
  OpenPanel,
  OpenScripts,
  ScriptProject,
  PanelOptions,
  Writing,
} from './Implementations';
import type { MediaQuestion } from './mediaWorker';
import { createProgram } from './program';

const dist = path.join(__dirname, '..');

/**
 * Runs one command line and sets the exit status: 0 all well, 1 finished with failures,
 * 2 could not run, 130 cancelled.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  process.once('SIGTERM', () => cancel.abort());
  try {
    const finish = (status: number) => {
      process.exitCode = status;
    };
    await createProgram({ implementations, signal: cancel.signal, finish }).parseAsync(argv);
  } catch (error) {
    process.exitCode = cancel.signal.aborted ? 130 : explain(error);
  }
}

const implementations: Implementations = {
  openEngine: () => openEngine(null, 0),
  openPremiere: async (projectPath, open, writing) => {
    const simulated = await openPremiere(projectPath, open, writing);
    return {
      premiere: openCepHost(bridgeTo(simulated)),
      snapshot: () => simulated.snapshot(),
      close: () => simulated.close(),
    };
  },
  openScripts,
  startPanel,
};

function openEngine(panelDir: string | null, port: number): Promise<OpenEngine> {
  const stateDir = process.env['SLATEFLOW_STATE'] ?? path.join(os.homedir(), '.slateflow');
  const enginePath = path.join(dist, 'engine', 'main.js');
  return startEngine({ enginePath, stateDir, panelDir, port });
}

async function openPremiere(
  projectPath: string,
  open: OpenEngine,
  writing: Writing | null,
): Promise<SimulatedPremiere> {
  const simulated = await openLocked({ projectPath, premiereVersion: null }, open, writing);
  try {
    await simulated.evalFile(path.join(dist, 'host', 'slateflow.jsx'));
    return simulated;
  } catch (error) {
    simulated.close();
    throw error;
  }
}

/** Opens a project once nobody else has it, as it then stands; closing it gives the lock back. */
async function openLocked(
  { projectPath, premiereVersion }: ScriptProject,
  open: OpenEngine,
  writing: Writing | null,
): Promise<SimulatedPremiere> {
  const lock = writing && (await lockProject(projectPath, writing));
  try {
    const media = mediaPortOver(open);
    const version = premiereVersion === null ? {} : { version: premiereVersion };
    return openSimulatedPremiere({ projectPath, media, ...version, ...(lock && { lock }) });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Scripts of other people meet a Premiere without our host bundle; nobody is there for its dialogs. */
async function openScripts(
  project: ScriptProject,
  open: OpenEngine,
  writing: Writing | null,
): Promise<OpenScripts> {
  const simulated = await openLocked(project, open, writing);
  const report = simulated.notUnderstood();
  const dialogs: string[] = [];
  const dismiss = () => {
    const title = simulated.dialog();
    if (title === null) return;
    dialogs.push(`Premiere shows “${title}”`);
    simulated.dismissDialog();
  };
  return {
    evaluateFile: async (scriptPath, host) => {
      const watch = setInterval(dismiss, 50);
      const running = simulated.evaluateFile(scriptPath, host);
      const outcome = await running.finally(() => clearInterval(watch));
      while (simulated.isEncoding()) await delay(100);
      return outcome;
    },
    unread: report ? unreadLines(report) : [],
    shown: () => [...dialogs, ...simulated.alerts],
    log: simulated.log,
    save: simulated.save,
    close: simulated.close,
  };
}

/** The simulated Premiere's scripts are synchronous: a worker asks the engine while they wait. */
function mediaPortOver({ engine, address, token }: OpenEngine): SimulatedMediaPort {
  const ask = createSyncFn(path.join(__dirname, 'mediaWorker.js')) as (
    address: string,
    token: string,
    question: MediaQuestion,
  ) => readonly ProbeResult[];
  return {
    probe: (paths) => ask(address, token, { kind: 'probe', paths }),
    renderNow: (request) => {
      ask(address, token, { kind: 'render', request });
    },
    render: async (request, onProgress, signal) => {
      const report = (progress: { readonly done: number; readonly total: number }) =>
        onProgress(progress.done / Math.max(1, progress.total));
      await engine.render(request, { signal, report, checkpoint: () => signal.throwIfAborted() });
    },
  };
}

function bridgeTo(simulated: SimulatedPremiere) {
  return {
    evalScript: (script: string, callback: (result: string) => void) => {
      void simulated.evalScript(script).then(callback);
    },
  };
}

async function startPanel(options: PanelOptions, writing: Writing): Promise<OpenPanel> {
  const open = await openEngine(path.join(dist, 'panel'), options.port);
  try {
    return await openPanel(options, open, writing);
  } catch (error) {
    await open.stop();
    throw error;
  }
}

async function openPanel(
  options: PanelOptions,
  open: OpenEngine,
  writing: Writing,
): Promise<OpenPanel> {
  const simulated = await openPremiere(options.projectPath, open, writing);
  const bridge = await serveBridge(simulated, {
    token: open.token,
    allowedOrigins: [open.address],
  });
  const fragment = new URLSearchParams({ token: open.token, bridge: String(bridge.port) });
  if (options.dayPath !== null) fragment.set('day', options.dayPath);
  if (options.outFolder !== null) fragment.set('out', options.outFolder);
  return {
    address: `${open.address}/#${fragment.toString()}`,
    stop: async () => {
      await bridge.close();
      simulated.close();
      await open.stop();
    },
  };
}

/** Says what went wrong on standard error; the exit status that goes with it. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const words = error instanceof UserFacingError ? error.message : describeBug(error);
  process.stderr.write(`${words}\n`);
  return 2;
}

function describeBug(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Slateflow stopped because of a fault of its own. Please report this:\n${detail}`;
}
