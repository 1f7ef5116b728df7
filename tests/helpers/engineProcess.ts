import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine, type RunningEngine } from '../../src/engine/process/startEngine';

const root = path.resolve(__dirname, '../..');

/** The engine's bundle, the very file that is shipped. */
export const enginePath = path.join(root, 'dist/engine/main.js');

/** An engine of the real bundle in a process of its own, and the folder of its state. */
export interface TestEngine extends RunningEngine {
  readonly stateDir: string;
}

/** Starts the real engine; a given state folder is gone on with. */
export async function startTestEngine(
  settings: { readonly stateDir?: string; readonly panelDir?: string } = {},
): Promise<TestEngine> {
  await buildEngine();
  const stateDir = settings.stateDir ?? (await aFolder('state'));
  const running = await startEngine({
    enginePath,
    stateDir,
    panelDir: settings.panelDir ?? null,
  });
  return { ...running, stateDir };
}

/** A fresh folder of this test's own. */
export function aFolder(name: string): Promise<string> {
  return mkdtemp(path.join(tmpdir(), `slateflow-${name}-`));
}

/** Builds the bundle when the sources are newer; one test process builds, the others wait. */
export async function buildEngine(): Promise<void> {
  const lock = path.join(tmpdir(), 'slateflow-engine-build.lock');
  while (isStale()) {
    if (!take(lock)) {
      await sleep(200);
      continue;
    }
    try {
      execFileSync('npx', ['webpack', '--config-name', 'engine'], { cwd: root, stdio: 'pipe' });
      // A bundle that came out the same is not written again, and would look stale for ever.
      utimesSync(enginePath, new Date(), new Date());
    } finally {
      rmdirSync(lock);
    }
  }
}

function isStale(): boolean {
  if (!existsSync(enginePath)) return true;
  const built = statSync(enginePath).mtimeMs;
  const sources = ['src/engine', 'src/domain', 'src/contract'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return sources.some((source) => statSync(source).mtimeMs > built);
}

function take(lock: string): boolean {
  const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
  // Left by a test run that was killed.
  if (age > 120_000) rmdirSync(lock);
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
