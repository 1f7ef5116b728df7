import fs from 'node:fs';
import path from 'node:path';
import type { Ids } from '../model/Ids';
import type { EncoderJobRecord, Project } from '../model/ProjectModel';
import type { HandlerTable } from '../scripting/HandlerTable';
import type { SimulatedMediaPort } from '../SimulatedMediaPort';
import type { RenderOrder } from './buildRenderRequest';

/** A job as it was queued: what stood in the sequence then is what is rendered. */
interface NewJob {
  readonly project: Project;
  readonly sequenceName: string;
  readonly outputPath: string;
  readonly presetPath: string;
  readonly order: RenderOrder;
}

interface Job {
  readonly record: EncoderJobRecord;
  readonly project: Project;
  readonly order: RenderOrder;
}

/** The least advance that is told: progress comes in jumps. */
const progressStep = 0.1;

/**
 * The encoder's queue. Jobs run one after another once the batch is started, and what becomes of
 * them is told by events, between scripts.
 */
export class EncoderQueue {
  private readonly jobs: Job[] = [];
  private readonly abort = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly ids: Ids,
    private readonly media: SimulatedMediaPort,
    /** Handlers bound on `app.encoder`. */
    readonly events: HandlerTable,
  ) {}

  /** Queues a job; its id. It waits for {@link startBatch}. */
  add(job: NewJob): string {
    const { sequenceName, outputPath, presetPath, project, order } = job;
    const record: EncoderJobRecord = {
      id: this.ids.jobId(),
      sequenceName,
      outputPath,
      presetPath,
      status: 'queued',
      message: '',
    };
    this.jobs.push({ record, project, order });
    this.events.post('onEncoderJobQueued', record.id);
    return record.id;
  }

  /** Runs what is queued, after what runs already. */
  startBatch(): void {
    this.running = this.running.then(() => this.runQueued());
  }

  /** Renders at once, out of turn. Rejects when it cannot. */
  async renderNow(order: RenderOrder): Promise<void> {
    if ('problem' in order) throw new Error(order.problem);
    await this.media.render(order.request, () => undefined, this.abort.signal);
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

  private async runJob({ record, order }: Job): Promise<void> {
    if ('problem' in order) {
      this.fail(record, order.problem);
      return;
    }
    if (!fs.existsSync(path.dirname(record.outputPath))) {
      this.fail(record, `The folder ${path.dirname(record.outputPath)} does not exist.`);
      return;
    }
    record.status = 'running';
    record.outputPath = freeName(record.outputPath);
    const request = { ...order.request, outputPath: record.outputPath };
    try {
      await this.media.render(request, this.progressOf(record.id), this.abort.signal);
      record.status = 'done';
      this.events.post('onEncoderJobComplete', record.id, record.outputPath);
    } catch (cause) {
      if (this.abort.signal.aborted) {
        record.status = 'cancelled';
        this.events.post('onEncoderJobCanceled', record.id);
      } else this.fail(record, cause instanceof Error ? cause.message : String(cause));
    }
  }

  private progressOf(jobId: string): (fraction: number) => void {
    let told = 0;
    return (fraction) => {
      if (fraction < told + progressStep) return;
      told = fraction;
      this.events.post('onEncoderJobProgress', jobId, fraction);
    };
  }

  private fail(record: EncoderJobRecord, message: string): void {
    record.status = 'failed';
    record.message = message;
    this.events.post('onEncoderJobError', record.id, message);
  }
}

/** An existing file is never overwritten: the encoder appends `_1`, `_2` … to the name. */
function freeName(wanted: string): string {
  const { dir, name, ext } = path.parse(wanted);
  let free = wanted;
  for (let count = 1; fs.existsSync(free); count += 1)
    free = path.join(dir, `${name}_${count}${ext}`);
  return free;
}
