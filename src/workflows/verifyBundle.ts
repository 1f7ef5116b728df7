import type { JobContext } from '../contract/JobContext';
import type { VerifiedFile } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import type { ReportItem, StepReport } from '../contract/StepReport';
import { toStepReport } from './stepReport';

/** What a verification found, file by file. */
export interface VerifyResult {
  readonly files: readonly VerifiedFile[];
}

const sentences: Readonly<Record<VerifiedFile['state'], string>> = {
  ok: '',
  changed: 'Its content is not what the manifest says. Restore it from another copy.',
  missing: 'The manifest lists it, but it is not there. Restore it from another copy.',
  new: 'No manifest lists it. Remove it, or archive again.',
  unreadable: 'It could not be read. Check the disk and restore it from another copy.',
};

/** Reads every file of a bundle or backup against its manifests. */
export async function verifyBundle(
  request: { readonly path: string },
  { engine }: Pick<Ports, 'engine'>,
  job: JobContext,
): Promise<StepReport<VerifyResult>> {
  const { files, findings } = await engine.verifyBundle(request, job);
  const damaged = findings.filter((finding) => finding.severity === 'error');
  const items = [
    ...files.map(toItem),
    ...damaged.map(({ subject, code, message }): ReportItem => ({
      subject,
      outcome: 'failed',
      code,
      message,
    })),
  ];
  return toStepReport('verify', items, { findings, result: { files } });
}

function toItem({ path, state }: VerifiedFile): ReportItem {
  const isSound = state === 'ok';
  return {
    subject: path,
    outcome: isSound ? 'done' : 'failed',
    code: isSound ? '' : `file-${state}`,
    message: sentences[state],
  };
}
