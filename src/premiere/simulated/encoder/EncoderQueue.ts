import fs from 'node:fs';
import path from 'node:path';
import type { EncoderJobRecord, Project } from '../model/ProjectModel';
import type { Session } from '../model/Session';
import type { HandlerTable } from '../scripting/HandlerTable';
import type { SimulatedMediaPort } from '../SimulatedMediaPort';
import type { RenderOrder } from './buildRenderRequest';
import { OutputFile, withEnding } from './OutputFile';
import { writeSidecar } from './writeSidecar';

/** A job as it was queued: what stood in the sequence then is what is rendered. */
interface NewJob {
  readonly project: Project;
  /** Name of the sequence, project item or file. */
  readonly sequenceName: string;
  /** As the script gave it. */
  readonly outputPath: string;
  readonly presetPath: string;
  readonly order: RenderOrder;
}

interface Job {
  readonly record: EncoderJobRecord;
  readonly project: Project;
  readonly order: RenderOrder;
  /** The output path as the script gave it. */
  readonly givenPath: string;
  readonly hasSidecar: boolean;
  /** What the file will lack, beside what the order says. */
  readonly notes: readonly string[];
}

/** Said of a job whose script wanted its metadata in the file. */
const notEmbedded = 'Metadata is not embedded in the file.';

/** The least advance that is told: progress comes in jumps. */
const progressStep = 0.1;

/**
 * The encoder's queue. Jobs run one after another once the batch is started, and what becomes of
 * them is told by events, between scripts.
 */
export class EncoderQueue {
  /** Whether jobs queued from now on write their metadata beside their file. */
  writesSidecars = false;
  /** Whether a script asked for metadata within the file, which no renderer here writes. */
  embedsMetadata = false;
  /** Folder of the last export; empty before the first. */
  lastFolder = '';
  private readonly jobs: Job[] = [];
  private readonly abort = new AbortController();
  private running: Promise<void> = Promise.resolve();
  /** Batches that were started and are not over. */
  private batches = 0;

  constructor(
    private readonly session: Session,
    private readonly media: SimulatedMediaPort,
    /** Handlers bound on `app.encoder`. */
    readonly events: HandlerTable,
  ) {}

  /** Queues a job; its id. It waits for {@link startBatch}. */
  add(job: NewJob): string {
    const { sequenceName, outputPath, presetPath, project, order } = job;
    const record: EncoderJobRecord = {
      id: this.session.ids.jobId(),
      sequenceName,
      outputPath: path.resolve(outputPath),
      presetPath,
      status: 'queued',
      message: '',
    };
    const hasSidecar = this.writesSidecars;
    const notes = this.embedsMetadata ? [notEmbedded] : [];
    this.jobs.push({ record, project, order, givenPath: outputPath, hasSidecar, notes });
    this.events.post('onEncoderJobQueued', record.id);
    return record.id;
  }

  /** Runs what is queued, after what runs already. */
  startBatch(): void {
    this.batches += 1;
    this.running = this.running
      .then(() => this.runQueued())
      .finally(() => {
        this.batches -= 1;
      });
  }

  /** Whether a batch was started that is not over. */
  get isBusy(): boolean {
    return this.batches > 0;
  }

  /** Renders while the script waits. @throws what the renderer throws, with nothing left behind */
  renderNow(order: RenderOrder, outputPath: string): void {
    if ('problem' in order) throw new Error(order.problem);
    const output = OutputFile.claim(withEnding(outputPath, order.request.format.container));
    try {
      this.media.renderNow({ ...order.request, outputPath: output.workPath });
      output.finish();
      this.lastFolder = path.dirname(output.path);
    } catch (cause) {
      output.discard();
      throw new Error(wordsOf(cause, output), { cause });
    }
  }

  /** Jobs of a project in this session, in queue order. */
  jobsOf(project: Project): readonly EncoderJobRecord[] {
    return this.jobs.filter((job) => job.project === project).map(({ record }) => record);
  }

  /** Cancels what runs and what waits. */
  close(): void {
    this.abort.abort();
  }

  private async runQueued(): Promise<void> {
    const queued = this.jobs.filter(({ record }) => record.status === 'queued');
    for (const job of queued) await this.runJob(job);
  }

  private async runJob(job: Job): Promise<void> {
    const { record, order } = job;
    const problem = this.problemOf(job);
    if ('problem' in order || problem !== undefined) {
      this.fail(record, 'problem' in order ? order.problem : (problem ?? ''));
      return;
    }
    record.status = 'running';
    const wanted = withEnding(record.outputPath, order.request.format.container);
    try {
      const output = OutputFile.claim(wanted);
      record.outputPath = output.path;
      await this.renderTo(output, job, order);
      record.message = [...job.notes, ...order.notes].join(' ');
      record.status = 'done';
      this.events.post('onEncoderJobComplete', record.id, record.outputPath);
    } catch (cause) {
      this.giveUp(record, cause);
    }
  }

  private async renderTo(
    output: OutputFile,
    { record, hasSidecar }: Job,
    { request }: Extract<RenderOrder, { request: unknown }>,
  ): Promise<void> {
    const told = this.progressOf(record.id);
    const onProgress = (fraction: number) => {
      output.grow(fraction);
      told(fraction);
    };
    try {
      const inWork = { ...request, outputPath: output.workPath };
      await this.media.render(inWork, onProgress, this.abort.signal);
      output.finish();
      if (hasSidecar) writeSidecar(output.path, record.sequenceName);
      this.lastFolder = path.dirname(output.path);
    } catch (cause) {
      output.discard();
      throw new Error(wordsOf(cause, output), { cause });
    }
  }

  /** Why a job cannot even begin (premiere-hosts C12). */
  private problemOf({ record, project, givenPath }: Job): string | undefined {
    const { takesForwardSlashes, needsSavedProject } = this.session.behaviour;
    if (!takesForwardSlashes && givenPath.includes('/')) {
      return 'The output path is empty: give it with the system’s own separators.';
    }
    if (needsSavedProject && !fs.existsSync(project.path)) {
      return 'The project has not been saved.';
    }
    const folder = path.dirname(record.outputPath);
    return fs.existsSync(folder) ? undefined : `The folder ${folder} does not exist.`;
  }

  private progressOf(jobId: string): (fraction: number) => void {
    let told = 0;
    return (fraction) => {
      if (fraction < told + progressStep) return;
      told = fraction;
      this.events.post('onEncoderJobProgress', jobId, fraction);
    };
  }

  private giveUp(record: EncoderJobRecord, cause: unknown): void {
    if (!this.abort.signal.aborted) {
      this.fail(record, cause instanceof Error ? cause.message : String(cause));
      return;
    }
    record.status = 'cancelled';
    this.events.post('onEncoderJobCanceled', record.id);
  }

  private fail(record: EncoderJobRecord, message: string): void {
    record.status = 'failed';
    record.message = message;
    if (this.session.behaviour.tellsEncoderErrors) {
      this.events.post('onEncoderJobError', record.id, message);
    }
  }
}

/** What went wrong, in words that name the file by the name its user knows. */
function wordsOf(cause: unknown, { path: finalPath, workPath }: OutputFile): string {
  const words = cause instanceof Error ? cause.message : String(cause);
  return words.replaceAll(workPath, finalPath);
}
