import type { JobContext } from '../../../src/contract/JobContext';
import type { Ports } from '../../../src/contract/Ports';
import type {
  Finding,
  PlanRow,
  ReportItem,
  StepName,
  StepPlan,
  StepReport,
  StepTable,
} from '../../../src/contract/StepReport';
import type { StepDefinition } from '../../../src/panel/step/StepDefinition';

/** Ports that nothing may touch: the invented steps answer by themselves. */
export const unusedPorts = {} as Ports;

/** A step that plans `rows` invented rows, takes its time, and fails for a few of them. */
export function aDefinition<Inputs>({
  step,
  inputs,
  rows,
}: {
  readonly step: StepName;
  readonly inputs: Inputs;
  readonly rows: number;
}): StepDefinition<Inputs, object> {
  const plan = aPlan(step, rows);
  return {
    step,
    inputs,
    toRequest: () => ({}),
    preview: async (_request, _ports, job) => {
      await work(job, 30, 'files');
      return plan;
    },
    apply: async (_request, _ports, job) => {
      await work(job, 120, 'bytes');
      return aReport(plan);
    },
  };
}

function aPlan(step: StepName, count: number): StepPlan {
  const rows = Array.from({ length: count }, (_value, index) => aRow(index));
  return {
    step,
    columns: [
      { id: 'clip', heading: 'Clip' },
      { id: 'bin', heading: 'Bin' },
      { id: 'name', heading: 'Name' },
      { id: 'timecode', heading: 'Start' },
    ],
    rows,
    findings: someFindings,
    tables: someTables,
    fingerprint: `${step}-${count}`,
  };
}

/** Names of files that would do something if they were ever more than text. */
const hostileNames = [
  `'); app.quit(); //"\u2028.mov`,
  '<img src=x onerror="document.title=1">.mov',
  '\u202Egnp.24A.mov',
];

function aRow(index: number): PlanRow {
  const take = `${24 + (index % 7)}${'ABC'.charAt(index % 3)}-${(index % 5) + 1}`;
  const clip = hostileNames[index] ?? `A001C${String(index).padStart(3, '0')}_260412_R1AB.mov`;
  const action = actionOf(index);
  return {
    subject: `/cards/A001/${clip}`,
    action,
    cells: {
      clip,
      bin: `/Footage/${take.slice(0, 2)}/${take.slice(0, 3)}`,
      name: `${take}_A`,
      timecode: `10:${String(index % 60).padStart(2, '0')}:12:05`,
    },
    ...witnesses(index),
    reason: reasons[action],
  };
}

/** Who says so: every 23rd row has witnesses that disagree, every 29th has none. */
function witnesses(index: number): Pick<PlanRow, 'evidence' | 'attention'> {
  if (index % 23 === 3) {
    const name = 'the log, by timecode; the file name says 24B-3; iXML says 24C-1';
    return { evidence: { name }, attention: 'conflict' };
  }
  if (index % 29 === 5) return { attention: 'uncertain' };
  return { evidence: { name: 'the log, row 14', timecode: 'the file' } };
}

function actionOf(index: number): 'add' | 'alreadyThere' | 'blocked' {
  if (index % 17 === 11) return 'blocked';
  return index % 5 === 4 ? 'alreadyThere' : 'add';
}

const reasons = {
  blocked: '24A-3 in the log, 24B-3 in the name of the clip: correct the log or the preset.',
  alreadyThere: 'Imported before, in its bin.',
  add: 'Log row 14 by timecode.',
} as const;

const someFindings: readonly Finding[] = [
  {
    code: 'log-take-without-media',
    severity: 'warning',
    subject: '24A take 4, camera B',
    message: 'The log lists this take, and no clip was found for it.',
  },
  {
    code: 'media-not-in-log',
    severity: 'info',
    subject: '/cards/B001/B001C014_260412_R2XY.MXF',
    message: 'No row of the log speaks of this clip; it goes to _Unsorted.',
  },
  {
    code: 'media-truncated',
    severity: 'error',
    subject: '/cards/B001/B001C015_260412_R2XY.MXF',
    message: 'The file ends before its index. Check that the copy finished.',
  },
];

const someTables: readonly StepTable[] = [
  {
    id: 'in-log-no-media',
    heading: 'In log, no media',
    columns: [
      { id: 'setup', heading: 'Setup' },
      { id: 'take', heading: 'Take' },
      { id: 'what', heading: 'What' },
      { id: 'log', heading: 'Log' },
    ],
    rows: [
      { setup: '24A', take: '4', what: 'camera B', log: '/cards/log.csv' },
      { setup: '25C', take: '1', what: 'the whole take', log: '/cards/log.csv' },
    ],
  },
  {
    id: 'media-not-in-log',
    heading: 'Media, not in log',
    columns: [{ id: 'file', heading: 'File' }],
    rows: [],
  },
];

function aReport(plan: StepPlan): StepReport {
  const items = plan.rows.map(toItem);
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
  const [done, alreadyThere, failed] = [count('done'), count('alreadyThere'), count('failed')];
  return {
    step: plan.step,
    status: failed > 0 ? 'partial' : 'done',
    counts: { planned: items.length, done, alreadyThere, failed, skipped: count('skipped') },
    items,
    findings: plan.findings,
    result: {},
  };
}

const outcomes = {
  add: 'done',
  alreadyThere: 'alreadyThere',
  blocked: 'failed',
  skip: 'skipped',
  change: 'done',
} as const;

function toItem({ subject, action, reason }: PlanRow): ReportItem {
  const outcome = outcomes[action];
  if (outcome !== 'failed') return { subject, outcome, code: '', message: '' };
  return { subject, outcome, code: 'blocked', message: reason };
}

async function work(job: JobContext, ticks: number, unit: string): Promise<void> {
  const scale = unit === 'bytes' ? 31_400_000 : 12;
  for (let done = 0; done < ticks; done += 1) {
    job.signal.throwIfAborted();
    const subject = `/Volumes/CARDS/2026-04-12/A001/A001C${String(done).padStart(3, '0')}_260412_R1AB.mov`;
    job.report({ done: done * scale, total: ticks * scale, unit, subject });
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
