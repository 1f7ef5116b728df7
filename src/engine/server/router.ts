import { initTRPC, type TRPCError } from '@trpc/server';
import { z, ZodError } from 'zod';
import type { MediaEngine } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { describeFailure } from '../jobs/describeFailure';
import type { JobRunner } from '../jobs/JobRunner';
import { callInputSchemas, jobRequestSchema } from '../jobs/requestSchemas';
import type { EngineLog } from '../log/EngineLog';

/** What the calls are answered with. */
export interface RouterPorts {
  readonly engine: MediaEngine;
  readonly jobs: JobRunner;
  readonly log: EngineLog;
}

/** The engine's calls: quick ones answer at once, long ones are jobs. */
export type EngineRouter = ReturnType<typeof createRouter>;

/** The procedures over an engine. Inputs are checked before any of them runs. */
export function createRouter({ engine, jobs, log }: RouterPorts) {
  const { router, procedure } = createProcedures(log);
  const jobId = z.strictObject({ jobId: z.string() });
  return router({
    /** Answers when address and token are right. */
    hello: procedure.query(() => ({ pid: process.pid })),
    readText: procedure
      .input(callInputSchemas.readText)
      .query(({ input }) => engine.readText(input)),
    writeText: procedure
      .input(callInputSchemas.writeText)
      .mutation(({ input }) => engine.writeText(input)),
    makeFolder: procedure
      .input(callInputSchemas.makeFolder)
      .mutation(({ input }) => engine.makeFolder(input)),
    startJob: procedure.input(jobRequestSchema).mutation(({ input }) => jobs.start(input)),
    cancelJob: procedure.input(jobId).mutation(({ input }) => jobs.cancel(input.jobId)),
    jobEvents: procedure
      .input(jobId)
      .subscription(({ input, signal }) => jobs.watch(input.jobId, signal ?? neverAborted)),
  });
}

const neverAborted = new AbortController().signal;

function createProcedures(log: EngineLog) {
  return initTRPC.create({
    isDev: false,
    errorFormatter: ({ shape, error, path }) => {
      const failure = toFailure(error, path ?? 'connection', log);
      const { code, message } = failure;
      return { ...shape, message, data: { code: shape.data.code, userCode: code } };
    },
  });
}

/** Our own words cross as they are; refused input says so; all else stays in the log. */
function toFailure(error: TRPCError, subject: string, log: EngineLog) {
  if (error.code === 'UNAUTHORIZED') return { code: null, message: error.message };
  if (error.cause instanceof ZodError) {
    log.error(subject, error.cause);
    const message = `The engine was asked for “${subject}” in a way it does not understand.`;
    return { code: 'bad-arguments' as const, message };
  }
  return describeFailure(
    error.cause instanceof UserFacingError ? error.cause : error,
    subject,
    log,
  );
}
