import type { HostProject } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding, PlanRow, ReportItem, StepPlan, StepReport } from '../contract/StepReport';
import { planFingerprint } from '../domain/cut/fingerprint';
import { fileNameOf } from '../domain/day/resolvePath';
import { sceneOfSetup } from '../domain/slate/parseSetup';
import { planTakeSequences, type TakeAssembly } from '../domain/sync/planTakeSequences';
import { planTimecodeSync } from '../domain/sync/planTimecodeSync';
import { toSyncMatchRow, type SyncMatch, type SyncMatchRow } from '../domain/sync/SyncMatch';
import { toDayMaterial } from '../domain/sync/toDayMaterial';
import { ticksToSeconds } from '../domain/time/Ticks';
import { buildSequences, isWhole, nothingBuilt, type BuiltSequence } from './buildSequences';
import { describeEdited, findStandingBuild } from './findStandingBuild';
import { placedMedia } from './placedMedia';
import { readProject } from './readProject';
import { refuseStalePlan } from './refuseStalePlan';
import type { SequenceBuild, StandingBuild } from './SequenceBuild';
import { toStepReport } from './stepReport';

/** Sync takes all of the project's media; there is nothing to choose yet. */
export type SyncRequest = Readonly<Record<string, never>>;

/** Every camera clip with its answer, and the sequences that hold the synced takes. */
export interface SyncResult {
  readonly matches: readonly SyncMatchRow[];
  readonly sequences: readonly string[];
}

interface PlannedTake {
  readonly assembly: TakeAssembly;
  readonly build: SequenceBuild;
  readonly standing: StandingBuild;
}

interface SyncPlan {
  readonly project: HostProject;
  readonly takes: readonly PlannedTake[];
  readonly matches: readonly SyncMatch[];
  readonly findings: readonly Finding[];
}

const columns = [
  { id: 'take', heading: 'Take' },
  { id: 'clips', heading: 'Clips' },
  { id: 'recorder', heading: 'Recorder file' },
  { id: 'offset', heading: 'Offset (s)' },
  { id: 'state', heading: 'State' },
  { id: 'confidence', heading: 'Confidence' },
];

/** Which clip belongs to which recorder file, and which take sequences would be built. */
export async function previewSync(
  _request: SyncRequest,
  ports: Ports,
  job: JobContext,
): Promise<StepPlan> {
  const plan = await readSyncPlan(ports, job);
  const { findings } = plan;
  return { step: 'sync', columns, rows: toRows(plan), findings, fingerprint: fingerprintOf(plan) };
}

/** Builds one synced sequence a take and reports what stands; clips without a certain answer are said. */
export async function syncSound(
  request: { readonly expectedPlan: string | null },
  ports: Ports,
  job: JobContext,
): Promise<StepReport<SyncResult>> {
  const plan = await readSyncPlan(ports, job);
  refuseStalePlan(request.expectedPlan, fingerprintOf(plan));
  const { project, takes, matches } = plan;
  const missing = takes.filter(({ standing }) => standing.state === 'missing');
  const builds = missing.map(({ build }) => build);
  const { built, findings } =
    builds.length === 0 ? nothingBuilt : await buildSequences(builds, { project, ports }, job);
  const byTake = new Map(built.map((sequence) => [sequence.build.builtFor, sequence]));
  const items = [
    ...takes.map((take) => toItem(take, byTake.get(take.build.builtFor))),
    ...matches.filter(({ state }) => state !== 'synced').map(toSkipped),
  ];
  return toStepReport('sync', items, {
    findings: [
      ...plan.findings,
      ...takes.flatMap(({ standing }) => describeEdited(standing)),
      ...findings,
    ],
    result: {
      matches: matches.map(toSyncMatchRow),
      sequences: takes.flatMap((take) => toSequenceName(take, byTake.get(take.build.builtFor))),
    },
  });
}

async function readSyncPlan(ports: Ports, job: JobContext): Promise<SyncPlan> {
  const { project, facts } = await readProject(ports, job);
  const material = toDayMaterial(project.items, facts);
  const { matches, findings } = planTimecodeSync(material);
  const takes = planTakeSequences(matches, material).map((assembly): PlannedTake => {
    const build = toBuild(assembly, project);
    return { assembly, build, standing: findStandingBuild(build, project) };
  });
  return { project, takes, matches, findings };
}

function toBuild(assembly: TakeAssembly, { items }: HostProject): SequenceBuild {
  const { name, settingsItemId, startTicks, videoTracks, audioTracks, placements } = assembly;
  const scene = sceneOfSetup(name.slice(0, Math.max(0, name.lastIndexOf('-'))));
  return {
    name,
    binPath: scene === undefined ? '/Takes' : `/Takes/${scene}`,
    builtFor: `take:${name}`,
    builtFrom: planFingerprint({ startTicks, content: placedMedia(placements, items) }),
    settingsItemId,
    startTicks,
    videoTracks,
    audioTracks,
    placements,
    markers: [],
  };
}

function fingerprintOf({ takes, matches }: SyncPlan): string {
  const standing = takes.map(({ build, standing: { state } }) => [build.builtFrom, state]);
  return planFingerprint({ standing, matches: matches.map(toSyncMatchRow) });
}

/** One row a take that is synced, one a clip that is not: the same things that the report speaks of. */
function toRows({ takes, matches }: SyncPlan): PlanRow[] {
  const matchOf = new Map(matches.map((match) => [match.clip, match]));
  const unsynced = matches.filter(({ state }) => state !== 'synced');
  return [...takes.map((take) => toTakeRow(take, matchOf)), ...unsynced.map(toUnsyncedRow)];
}

function toTakeRow(
  { build, standing, assembly }: PlannedTake,
  matchOf: ReadonlyMap<string, SyncMatch>,
): PlanRow {
  const matches = assembly.clips.flatMap((clip) => matchOf.get(clip) ?? []);
  const each = (text: (match: SyncMatch) => string) => [...new Set(matches.map(text))].join(', ');
  return {
    subject: build.name,
    action: standing.state === 'missing' ? 'add' : 'alreadyThere',
    cells: {
      take: build.name,
      clips: each(({ clip }) => fileNameOf(clip)),
      recorder: each(({ recorder }) => fileNameOf(recorder ?? '')),
      offset: each(({ offsetTicks }) =>
        offsetTicks === null ? '' : ticksToSeconds(offsetTicks).toFixed(4),
      ),
      state: each(({ state }) => state),
      confidence: each(({ confidence }) => confidence.toFixed(2)),
    },
    reason: each(({ reason }) => reason),
  };
}

function toUnsyncedRow({ clip, state, confidence, reason }: SyncMatch): PlanRow {
  const nothing = { take: '', recorder: '', offset: '' };
  const cells = { clips: fileNameOf(clip), state, confidence: confidence.toFixed(2), ...nothing };
  return { subject: clip, action: 'skip', cells, reason };
}

function toItem({ build, standing }: PlannedTake, built: BuiltSequence | undefined): ReportItem {
  const subject = build.name;
  if (standing.state !== 'missing') {
    return { subject, outcome: 'alreadyThere', code: '', message: '' };
  }
  if (built && isWhole(built)) return { subject, outcome: 'done', code: '', message: '' };
  const problem = built?.problems.find((each) => each !== null) ?? built?.problem ?? '';
  return { subject, outcome: 'failed', code: 'take-not-built', message: problem };
}

function toSkipped({ clip, state, reason }: SyncMatch): ReportItem {
  return { subject: clip, outcome: 'skipped', code: state, message: reason };
}

/** What the sequence of a take is called; none for one that does not stand whole. */
function toSequenceName(
  { build, standing }: PlannedTake,
  built: BuiltSequence | undefined,
): readonly string[] {
  if (standing.state !== 'missing') return [standing.sequenceName];
  return built && isWhole(built) ? [build.name] : [];
}
