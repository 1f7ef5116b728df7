import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding } from '../contract/StepReport';
import { formatOtio } from '../domain/interchange/otio/formatOtio';
import { formatXmeml } from '../domain/interchange/xmeml/formatXmeml';
import { readSequenceCut } from './readSequenceCut';

/** A sequence to write for others. */
export interface InterchangeRequest {
  readonly sequenceName: string;
  readonly format: 'otio' | 'xmeml';
  /** The file to write; one of that name is replaced. */
  readonly path: string;
  /** Only says what the format could not hold. */
  readonly dryRun: boolean;
}

/** What was written, and what the format could not hold. */
export interface WrittenInterchange {
  readonly path: string;
  readonly format: 'otio' | 'xmeml';
  readonly findings: readonly Finding[];
}

const formatters = { otio: formatOtio, xmeml: formatXmeml };

/** Writes a sequence as OpenTimelineIO or FCP7 XML. */
export async function exportInterchange(
  request: InterchangeRequest,
  ports: Ports,
  job: JobContext,
): Promise<WrittenInterchange> {
  const { cut, findings } = await readSequenceCut(request.sequenceName, ports, job);
  const written = formatters[request.format](cut);
  job.checkpoint();
  const { path, format, dryRun } = request;
  if (!dryRun) await ports.engine.writeText({ path, text: written.text, overwrite: true });
  return { path, format, findings: [...findings, ...written.findings] };
}
