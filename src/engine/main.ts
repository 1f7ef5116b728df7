import path from 'node:path';
import { z } from 'zod';
import { createMediaEngine } from './createMediaEngine';
import { findFfmpeg, type FfmpegPaths } from './ffmpeg/findFfmpeg';
import { createJobRunner } from './jobs/JobRunner';
import { openJournal } from './journal/Journal';
import { openEngineLog, type EngineLog } from './log/EngineLog';
import { openProbeCache } from './probe/ProbeCache';
import { createRouter } from './server/router';
import { startServer } from './server/startServer';

/** What the process that starts the engine tells it; the token never stands on a command line. */
const settingsSchema = z.object({
  SLATEFLOW_TOKEN: z.string().min(16),
  SLATEFLOW_STATE: z.string().min(1),
  SLATEFLOW_PANEL: z.string().optional(),
  SLATEFLOW_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Origins of panels, separated by commas: `file://,null` for CEP. */
  SLATEFLOW_ORIGINS: z.string().default(''),
});

/** How long a job may take to clean up when the engine is told to go. */
const farewellMs = 2000;

async function main(): Promise<void> {
  const settings = settingsSchema.parse(process.env);
  // Children (ffmpeg) have no use for it.
  delete process.env['SLATEFLOW_TOKEN'];
  const stateDir = path.resolve(settings.SLATEFLOW_STATE);
  const log = openEngineLog(stateDir);
  process.on('uncaughtExceptionMonitor', (error) => log.error('engine', error));
  const journal = openJournal(stateDir);
  if (journal.notice) tell(log, 'journal', journal.notice);
  const probeCache = openProbeCache(stateDir);
  const engine = createMediaEngine({ findFfmpeg: findOnce(), journal, probeCache });
  const jobs = createJobRunner({ engine, journal, log });
  const server = await startServer(createRouter({ engine, jobs, log }), {
    port: settings.SLATEFLOW_PORT,
    token: settings.SLATEFLOW_TOKEN,
    panelDir: settings.SLATEFLOW_PANEL ? path.resolve(settings.SLATEFLOW_PANEL) : null,
    extraOrigins: settings.SLATEFLOW_ORIGINS.split(',').filter((origin) => origin !== ''),
    log,
  });
  process.stdout.write(`${JSON.stringify({ address: server.address })}\n`);
  await untilToldToGo();
  const farewell = setTimeout(() => process.exit(1), farewellMs);
  await jobs.stopAll();
  await server.close();
  journal.close();
  probeCache.close();
  clearTimeout(farewell);
}

/** One search serves all; a failed one is made again, for ffmpeg may have been installed since. */
function findOnce(): () => Promise<FfmpegPaths> {
  let found: Promise<FfmpegPaths> | undefined;
  return () => {
    found ??= findFfmpeg(process.env).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

/** The parent closes our standard input by ending, however it ends. */
function untilToldToGo(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.on('end', resolve).on('error', () => resolve());
    process.stdin.resume();
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}

function tell(log: EngineLog, subject: string, message: string): void {
  log.note(subject, message);
  process.stderr.write(`${message}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    // The last resort: nothing is left to report to but the parent.
    process.stderr.write(`The engine ended: ${String(error)}\n`);
    process.exit(1);
  },
);
