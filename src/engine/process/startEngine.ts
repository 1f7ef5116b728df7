import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import fetch from 'node-fetch';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { UserFacingError } from '../../contract/UserFacingError';
import { connectEngine, type ConnectedEngine } from '../client/connectEngine';

/** What an engine is started with. */
export interface StartEngineRequest {
  /** The bundled engine, `dist/engine/main.js`. */
  readonly enginePath: string;
  /** Folder of its journal, cache and log. */
  readonly stateDir: string;
  /** Folder of the panel's page; null serves none. */
  readonly panelDir: string | null;
  /** 0, the default, takes a free one. */
  readonly port?: number;
}

/** An engine that this process started, and ends with it. */
export interface RunningEngine {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly token: string;
  readonly pid: number;
  readonly engine: ConnectedEngine;
  /** Ends its jobs and the process. */
  stop(): Promise<void>;
}

const startTimeoutMs = 20_000;
const stopTimeoutMs = 3000;
const readySchema = z.object({ address: z.string().startsWith('http://127.0.0.1:') });

/** Starts an engine and connects to it. @throws UserFacingError `engine-unreachable` */
export async function startEngine(request: StartEngineRequest): Promise<RunningEngine> {
  const token = randomBytes(32).toString('base64url');
  const child = spawnEngine(request, token);
  try {
    const address = await untilReady(child);
    await checkHealth(address);
    const engine = await connectEngine({ address, token, WebSocket });
    const stop = async () => {
      engine.close();
      await stopChild(child);
    };
    // `address` was printed by it, so it has a pid.
    return { address, token, pid: child.pid ?? 0, engine, stop };
  } catch (error) {
    await stopChild(child);
    throw error;
  }
}

function spawnEngine(request: StartEngineRequest, token: string): ChildProcess {
  return spawn(process.execPath, [request.enginePath], {
    // Our end of its standard input closes when we end, however we end.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      SLATEFLOW_TOKEN: token,
      SLATEFLOW_STATE: request.stateDir,
      SLATEFLOW_PORT: String(request.port ?? 0),
      ...(request.panelDir === null ? {} : { SLATEFLOW_PANEL: request.panelDir }),
    },
  });
}

/** The engine prints one line when it listens. */
async function untilReady(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: nonNull(child.stdout) });
  const gone = once(child, 'exit').then(() => {
    throw notStarted('It ended at once; what it said stands above.');
  });
  const late = sleep(startTimeoutMs, undefined, { ref: false }).then(() => {
    throw notStarted('It did not answer in time.');
  });
  const line = once(lines, 'line').then(([text]) => text as string);
  const ready = await Promise.race([line, gone, late]);
  // Whichever loses may still fail, and concerns nobody any more.
  for (const loser of [gone, late]) loser.catch(() => undefined);
  return readySchema.parse(JSON.parse(ready)).address;
}

async function checkHealth(address: string): Promise<void> {
  const response = await fetch(`${address}/health`);
  if (!response.ok) throw notStarted(`It answered with ${response.status}.`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  const kill = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await gone;
  clearTimeout(kill);
}

function notStarted(words: string): UserFacingError {
  return new UserFacingError('engine-unreachable', `Slateflow’s engine did not start. ${words}`);
}

function nonNull<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A pipe that was asked for is not there.');
  return value;
}
