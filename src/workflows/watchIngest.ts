import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { StepPlan, StepReport } from '../contract/StepReport';
import { UserFacingError } from '../contract/UserFacingError';
import { planFingerprint } from '../domain/cut/fingerprint';
import { ingestMedia, previewIngest, type IngestRequest } from './ingestMedia';
import { readBinPreset } from './readBinPreset';
import { sleep } from './sleep';

/** What a look at watched folders led to. */
export type WatchedLook =
  /** New material, planned and not applied: the preset leaves that to whoever looks. */
  | { readonly kind: 'planned'; readonly plan: StepPlan }
  /** New material, applied at once as the preset says. */
  | { readonly kind: 'applied'; readonly report: StepReport<unknown> }
  /** The look could not be finished; the next one is taken all the same. */
  | { readonly kind: 'problem'; readonly error: UserFacingError };

/** How to watch. */
export interface WatchSettings {
  /** Told of every look that found something new. */
  readonly onLook: (look: WatchedLook) => void;
  /** Milliseconds from one look to the next. */
  readonly everyMs: number;
}

/**
 * Watches sources until it is cancelled. Whenever what stands there has changed since the look
 * before, new cards and clips are planned, and applied at once only if the preset says so. Files
 * that still grow are left out and looked for again.
 */
export async function watchIngest(
  request: IngestRequest & WatchSettings,
  ports: Ports,
  job: JobContext,
): Promise<never> {
  const preset = await readBinPreset(request, ports);
  let seen = '';
  for (;;) {
    const { files, findings } = await ports.engine.listSources({ sources: request.sources }, job);
    const now = planFingerprint({ files, findings });
    if (now !== seen) {
      const look = await lookAt(request, preset.whenWatched, { ports, job });
      // What could not be finished is looked at again, changed or not.
      seen = look?.kind === 'problem' ? '' : now;
      if (look) request.onLook(look);
    }
    await sleep(request.everyMs, job.signal);
    job.checkpoint();
  }
}

/** Null when there is nothing to do. */
async function lookAt(
  request: IngestRequest,
  whenWatched: 'show' | 'apply',
  { ports, job }: { readonly ports: Ports; readonly job: JobContext },
): Promise<WatchedLook | null> {
  try {
    const plan = await previewIngest(request, ports, job);
    const hasWork = plan.rows.some(({ action }) => action === 'add' || action === 'change');
    if (!hasWork) return null;
    if (whenWatched === 'show') return { kind: 'planned', plan };
    const expected = { ...request, expectedPlan: plan.fingerprint };
    return { kind: 'applied', report: await ingestMedia(expected, ports, job) };
  } catch (error) {
    if (!(error instanceof UserFacingError) || job.signal.aborted) throw error;
    return { kind: 'problem', error };
  }
}
