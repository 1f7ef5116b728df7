import type { QueuedExport, QueueExportRequest } from '../contract/host';
import { bindEncoderEvents, noteEncoderJob } from './encoderJobs';
import { failure } from './failure';
import { findProject, findSequence } from './findProject';
import { textOf } from './hostValues';

/** Keeps a finished job in the queue's list. */
const keepWhenDone = 0;

/** Hands a sequence to the encoder's queue and starts the batch: a queued job does not run by itself. */
export function queueExport(request: QueueExportRequest): QueuedExport {
  const project = findProject(request.projectPath);
  const sequence = findSequence(project, request.sequenceId);
  const encoder = app.encoder as Encoder | null | undefined;
  if (!encoder) throw failure('not-supported', 'This Premiere cannot queue exports by script.');
  bindEncoderEvents();
  encoder.launchEncoder();
  const answer = encoder.encodeSequence(
    sequence,
    request.outputPath,
    request.presetPath,
    encoder.ENCODE_ENTIRE,
    keepWhenDone,
  );
  const jobId = textOf(answer);
  // Premiere answers 0 or “0” when it refused.
  if (jobId === '0' || jobId === '' || jobId === 'undefined') {
    throw failure('export-not-queued', 'Premiere did not take ' + request.outputPath + '.');
  }
  noteEncoderJob({ jobId: jobId, status: 'queued', progress: 0, message: '' });
  encoder.startBatch();
  return { jobId: jobId };
}
