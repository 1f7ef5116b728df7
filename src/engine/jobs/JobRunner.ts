import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobContext, Progress } from '../../contract/JobContext';
import type { MediaEngine } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import type { Journal } from '../journal/Journal';
import type { EngineLog } from '../log/EngineLog';
import type { JobEnd, JobEvent, JobRequest } from './JobRequest';
import { describeFailure } from './describeFailure';

/** Starts jobs, tells of them and ends them. A job outlives the connection that started it. */
export interface JobRunner {
  /** Begins a job and returns its id. */
  start(request: JobRequest): string;
  /** Progress at most ten times a second, then the end. @throws UserFacingError `bad-arguments` */
  watch(id: string, signal: AbortSignal): AsyncGenerator<JobEvent, void, void>;
  /** Aborts a job; one that is over or unknown is left alone. */
  cancel(id: string): void;
  /** Aborts every job and waits until all have ended. */
  stopAll(): Promise<void>;
}

/** What a runner works with. */
export interface JobRunnerPorts {
  readonly engine: MediaEngine;
  readonly journal: Journal;
  readonly log: EngineLog;
}

interface Job {
  readonly controller: AbortController;
  progress: Progress | null;
  end: JobEnd | null;
  readonly ended: Promise<void>;
}

/** Between two progresses that a watcher is told. */
const throttleMs = 100;
/** How long an ended job can still be asked for. */
const rememberMs = 10 * 60_000;

/** A runner over an engine; every job is in the journal from its start to its end. */
export function createJobRunner(ports: JobRunnerPorts): JobRunner {
  const jobs = new Map<string, Job>();
  return {
    start: (request) => {
      const id = randomUUID();
      jobs.set(id, begin(id, request, ports));
      void jobs.get(id)?.ended.then(() => {
        setTimeout(() => jobs.delete(id), rememberMs).unref();
      });
      return id;
    },
    watch: (id, signal) => {
      const job = jobs.get(id);
      if (!job) throw new UserFacingError('bad-arguments', `The engine knows no job “${id}”.`);
      return watch(job, signal);
    },
    cancel: (id) => jobs.get(id)?.controller.abort(),
    stopAll: async () => {
      for (const job of jobs.values()) job.controller.abort();
      await Promise.all([...jobs.values()].map((job) => job.ended));
    },
  };
}

function begin(id: string, request: JobRequest, ports: JobRunnerPorts): Job {
  const controller = new AbortController();
  const { signal } = controller;
  // Every process and stream of the job listens to it; that is no leak.
  setMaxListeners(0, signal);
  ports.journal.beginJob({ id, ...request });
  const context: JobContext = {
    signal,
    report: (progress) => {
      job.progress = progress;
    },
    checkpoint: () => {
      signal.throwIfAborted();
    },
  };
  const job: Job = {
    controller,
    progress: null,
    end: null,
    // A turn later, so that `job` stands before the work reports to it.
    ended: Promise.resolve()
      .then(() => run(request, ports.engine, context))
      .then(
        (result): JobEnd => ({ type: 'done', result }),
        (error: unknown): JobEnd =>
          signal.aborted ? { type: 'cancelled' } : describeFailure(error, request.kind, ports.log),
      )
      .then((end) => {
        job.end = end;
        const code = end.type === 'failed' ? (end.code ?? 'internal') : '';
        ports.journal.endJob(id, end.type, code);
      })
      // The work is done or not, whatever the journal could still write (a full disk).
      .catch((error: unknown) => ports.log.error('journal', error)),
  };
  return job;
}

type Call = (input: unknown, job: JobContext) => Promise<unknown>;

/** The kind names the call, and the schema has matched the input to the kind. */
function run(request: JobRequest, engine: MediaEngine, job: JobContext): Promise<unknown> {
  const calls = engine as unknown as Record<string, Call | undefined>;
  const call = calls[request.kind];
  if (!call) throw new Error(`There is no call “${request.kind}”.`);
  return call(request.input, job);
}

async function* watch(job: Job, signal: AbortSignal): AsyncGenerator<JobEvent, void, void> {
  let told: Progress | null = null;
  while (!signal.aborted) {
    if (job.progress && job.progress !== told) {
      told = job.progress;
      yield { type: 'progress', progress: told };
    }
    if (job.end) {
      yield job.end;
      return;
    }
    await Promise.race([job.ended, sleep(throttleMs)]);
  }
}
