import type { EncoderJob } from '../contract/host';
import { persistentState } from './persistentState';
import { numberOf, textOf } from './hostValues';

/** Binds the encoder's events once for as long as Premiere runs: binding again would replace them. */
export function bindEncoderEvents(): void {
  if (persistentState().isEncoderBound) return;
  app.encoder.bind('onEncoderJobQueued', onQueued);
  app.encoder.bind('onEncoderJobProgress', onProgress);
  app.encoder.bind('onEncoderJobComplete', onComplete);
  app.encoder.bind('onEncoderJobError', onFailed);
  app.encoder.bind('onEncoderJobCanceled', onCanceled);
  persistentState().isEncoderBound = true;
}

/** Notes what became of a job; a job is known from the first time it is heard of. */
export function noteEncoderJob(job: EncoderJob): void {
  const jobs = persistentState().encoderJobs;
  for (let index = 0; index < jobs.length; index += 1) {
    const known = jobs[index];
    if (known === undefined || known.jobId !== job.jobId) continue;
    // An end that came is final: a late progress event must not reopen it.
    if (!isOver(known) || isOver(job)) jobs[index] = job;
    return;
  }
  jobs.push(job);
}

function isOver(job: EncoderJob): boolean {
  return job.status !== 'queued' && job.status !== 'running';
}

function onQueued(jobId: unknown): void {
  noteEncoderJob({ jobId: textOf(jobId), status: 'queued', progress: 0, message: '' });
}

function onProgress(jobId: unknown, progress: unknown): void {
  const amount = numberOf(progress);
  noteEncoderJob({ jobId: textOf(jobId), status: 'running', progress: amount, message: '' });
}

function onComplete(jobId: unknown, outputPath: unknown): void {
  const message = textOf(outputPath);
  noteEncoderJob({ jobId: textOf(jobId), status: 'done', progress: 1, message: message });
}

function onFailed(jobId: unknown, reason: unknown): void {
  noteEncoderJob({
    jobId: textOf(jobId),
    status: 'failed',
    progress: 0,
    message: textOf(reason),
  });
}

function onCanceled(jobId: unknown): void {
  noteEncoderJob({ jobId: textOf(jobId), status: 'cancelled', progress: 0, message: '' });
}
