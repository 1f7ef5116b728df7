import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding, ReportItem } from '../contract/StepReport';
import type { Cut } from '../domain/cut/Cut';
import { durationOfCut } from '../domain/cut/durationOfCut';
import { folderOf } from '../domain/day/resolvePath';
import { formatEpr } from '../domain/interchange/epr';
import { isAccepted, judgeMedia, type RuleResult } from '../domain/spec/judgeMedia';
import { ticksToFrames } from '../domain/time/FrameRate';
import { explainMissing } from './askHost';
import { explainRule, toFinding } from './checkMedia';
import { recordPathOf, type PlannedExport } from './planExports';
import type { readSequenceCut } from './readSequenceCut';
import { waitForExport } from './waitForExport';

/** One deliverable to render. */
export interface RenderToCheck {
  readonly delivery: PlannedExport;
  readonly sequenceCut: Awaited<ReturnType<typeof readSequenceCut>>;
  readonly stallSeconds: number;
}

/** What became of it. */
export interface RenderedDelivery {
  readonly item: ReportItem;
  readonly rules: readonly RuleResult[];
  readonly findings: readonly Finding[];
}

/** Renders one deliverable through Premiere's encoder and judges the file that came of it. */
export async function renderAndCheck(
  request: RenderToCheck,
  ports: Ports,
  job: JobContext,
): Promise<RenderedDelivery> {
  const { delivery, sequenceCut, stallSeconds } = request;
  const { outputPath } = delivery;
  const presetPath = await writeEncoderPreset(delivery, ports);
  const frames = lengthOf(sequenceCut.cut);
  const failure = await waitForExport(
    {
      queue: {
        projectPath: sequenceCut.project.path,
        sequenceId: sequenceCut.sequence.id,
        outputPath,
        presetPath,
      },
      frames,
      stallSeconds,
    },
    ports,
    job,
  );
  if (failure !== null) return failed(outputPath, 'render-failed', failure);
  const [hashed] = await ports.engine.hashFiles({ paths: [outputPath] }, job);
  if (typeof hashed?.xxh64 !== 'string') return failed(outputPath, 'no-file', explainMissing([]));
  return check(request, ports, job);
}

async function check(
  { delivery, sequenceCut: { cut } }: RenderToCheck,
  { engine }: Ports,
  job: JobContext,
): Promise<RenderedDelivery> {
  const { outputPath, spec, madeFrom } = delivery;
  const measured = await engine.measure({ path: outputPath }, job);
  const { frameRate } = cut;
  const expected = { frameRate, frames: lengthOf(cut), durationTicks: durationOfCut(cut) };
  const rules = judgeMedia(spec, expected, measured);
  const findings = rules.flatMap((rule) => toFinding(rule, outputPath));
  if (!isAccepted(rules)) {
    const broken = rules.filter(({ severity, state }) => severity === 'reject' && state !== 'pass');
    const words = broken.map(explainRule).join(' ');
    return { ...failed(outputPath, 'not-to-specification', words), rules, findings };
  }
  const { xxh64, measuredWith } = measured;
  const record = { madeFrom, xxh64, spec: spec.id, measuredWith, rules };
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await engine.writeText({ path: recordPathOf(outputPath), text, overwrite: true });
  const item: ReportItem = { subject: outputPath, outcome: 'done', code: '', message: '' };
  return { item, rules, findings };
}

/** Media Encoder's own preset where the specification names one, else one with the same figures. */
async function writeEncoderPreset(
  { spec, format, outputPath }: PlannedExport,
  ports: Ports,
): Promise<string> {
  const folder = folderOf(outputPath);
  await ports.engine.makeFolder({ path: folder });
  if (spec.adobePreset !== null) return spec.adobePreset;
  const path = `${folder}/presets/${spec.id}.epr`;
  await ports.engine.makeFolder({ path: folderOf(path) });
  await ports.engine.writeText({ path, text: formatEpr(spec.name, format), overwrite: true });
  return path;
}

function lengthOf(cut: Cut) {
  return ticksToFrames(durationOfCut(cut), cut.frameRate);
}

function failed(subject: string, code: string, message: string): RenderedDelivery {
  return { item: { subject, outcome: 'failed', code, message }, rules: [], findings: [] };
}
