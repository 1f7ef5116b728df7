import type { AssembledSequence, HostProject, HostSequence, ItemChange } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding } from '../contract/StepReport';
import { checkMarkers, checkPlacements, hidesDisabled } from '../domain/cut/checkPlacements';
import { BinTree } from '../domain/ingest/BinTree';
import { addedColumns, metadataColumns } from '../domain/ingest/itemMetadata';
import { readMetadata } from '../domain/ingest/readMetadata';
import { addPlannedBins } from './addPlannedBins';
import { askHost, explainMissing } from './askHost';
import { columnsToRead } from './readProject';
import { saveProject } from './saveProject';
import type { SequenceBuild } from './SequenceBuild';
import { toAssembleRequests } from './toAssembleRequests';

/** What stands of one build, read back. */
export interface BuiltSequence {
  readonly build: SequenceBuild;
  readonly sequenceId: string | null;
  /** One a placement: null where it stands as planned, else why not, in words. */
  readonly problems: readonly (string | null)[];
  /** What is wrong with the sequence beside its placements; null when nothing is. */
  readonly problem: string | null;
}

/** All that was built, and what was found on the way. */
export interface BuiltSequences {
  /** In the order of the builds. */
  readonly built: readonly BuiltSequence[];
  readonly findings: readonly Finding[];
}

/** Nothing had to be built. */
export const nothingBuilt: BuiltSequences = { built: [], findings: [] };

/**
 * Builds sequences: bins first, then one or a few calls a sequence, then one reading that decides
 * what stands. Only a sequence that stands whole is marked as ours, so that a half-made one is
 * never taken for finished later.
 */
export async function buildSequences(
  builds: readonly SequenceBuild[],
  { project, ports }: { readonly project: HostProject; readonly ports: Ports },
  job: JobContext,
): Promise<BuiltSequences> {
  const complaints: string[] = [];
  const { premiere } = ports;
  const projectPath = project.path;
  const tree = new BinTree(project.bins, project.items);
  const places = builds.map(({ binPath }) => tree.find(binPath));
  const bins = await addPlannedBins(tree.planned, project, { premiere, complaints });
  const ids: (string | null)[] = [];
  for (const [index, build] of builds.entries()) {
    job.checkpoint();
    job.report({ done: index, total: builds.length, unit: 'sequences', subject: build.name });
    const place = places[index];
    const binId = place && bins.idOf(place);
    ids.push(
      binId === undefined
        ? null
        : await assemble(build, { projectPath, binId }, { premiere, complaints }),
    );
  }
  const after = await premiere.readProject({ projectPath, columns: [] });
  const built = builds.map((build, index) =>
    check(
      build,
      findSequence({ build, id: ids[index] ?? null, before: project, after }),
      complaints,
    ),
  );
  const marked = await markBuilt(built, after, { premiere, complaints });
  const unsaved = await saveProject(projectPath, ports, job);
  return { built: marked, findings: [...describeEnabled(marked, after), ...unsaved] };
}

/** Before 15.4 Premiere lets no script switch a clip off: it stands, and the editor is told. */
function describeEnabled(built: readonly BuiltSequence[], after: HostProject): readonly Finding[] {
  const byId = new Map(after.sequences.map((sequence) => [sequence.id, sequence]));
  return built.flatMap(({ build, sequenceId }): readonly Finding[] => {
    const sequence = byId.get(sequenceId ?? '');
    if (!sequence || !hidesDisabled(build.placements, sequence)) return [];
    const message =
      'This Premiere lets no script disable clips, so all of them play. Disable the camera sound by hand.';
    return [{ code: 'clips-not-disabled', severity: 'warning', subject: build.name, message }];
  });
}

interface Asking {
  readonly premiere: Ports['premiere'];
  readonly complaints: string[];
}

async function assemble(
  build: SequenceBuild,
  place: { readonly projectPath: string; readonly binId: string },
  { premiere, complaints }: Asking,
): Promise<string | null> {
  let sequenceId: string | null = null;
  for (const request of toAssembleRequests(build, place)) {
    const current: string | null = sequenceId;
    const answer: AssembledSequence | null = await askHost(
      () => premiere.assembleSequence({ ...request, sequenceId: current }),
      complaints,
    );
    // Without an id the rest would begin a second sequence.
    if (!answer) return sequenceId;
    ({ sequenceId } = answer);
  }
  return sequenceId;
}

interface Search {
  readonly build: SequenceBuild;
  readonly id: string | null;
  readonly before: HostProject;
  readonly after: HostProject;
}

/** By the id that Premiere gave; a call that failed may have made it, then by its name among the new ones. */
function findSequence({ build, id, before, after }: Search): HostSequence | undefined {
  if (id !== null) return after.sequences.find((sequence) => sequence.id === id);
  const known = new Set(before.sequences.map((sequence) => sequence.id));
  return after.sequences.find(({ id: other, name }) => !known.has(other) && name === build.name);
}

function check(
  build: SequenceBuild,
  sequence: HostSequence | undefined,
  complaints: readonly string[],
): BuiltSequence {
  if (!sequence) {
    const problem = `“${build.name}” was not made. ${explainMissing(complaints)}`;
    return { build, sequenceId: null, problems: build.placements.map(() => problem), problem };
  }
  const explain = (what: string | null) =>
    what === null ? null : `${what} ${explainMissing(complaints)}`;
  const lost = checkMarkers(build.markers, sequence);
  const timing =
    sequence.startTicks === build.startTicks.toString() ? null : 'Its start timecode is wrong.';
  const markers = lost.length === 0 ? null : `${lost.length} of its markers are not there.`;
  return {
    build,
    sequenceId: sequence.id,
    problems: checkPlacements(build.placements, sequence).map(explain),
    problem: explain(timing ?? markers),
  };
}

/** Marks what stands whole, reads the marks back, and says of which they did not take. */
async function markBuilt(
  built: readonly BuiltSequence[],
  after: HostProject,
  { premiere, complaints }: Asking,
): Promise<readonly BuiltSequence[]> {
  const itemIds = new Map(after.sequences.map(({ id, itemId }) => [id, itemId]));
  const itemOf = ({ sequenceId }: BuiltSequence) => itemIds.get(sequenceId ?? '') ?? '';
  const changes = built.filter(isWhole).map((sequence) => toMark(sequence.build, itemOf(sequence)));
  if (changes.length === 0) return built;
  const projectPath = after.path;
  const request = { projectPath, newColumns: addedColumns, changes };
  await askHost(() => premiere.updateItems(request), complaints);
  const { items } = await premiere.readProject({ projectPath, columns: columnsToRead });
  const marks = new Map(items.map(({ id, fields }) => [id, readMetadata(fields)]));
  return built.map((sequence) => {
    const isMarked = marks.get(itemOf(sequence))?.builtFrom === sequence.build.builtFrom;
    if (!isWhole(sequence) || isMarked) return sequence;
    const problem = `It stands, but could not be marked as built. ${explainMissing(complaints)}`;
    return { ...sequence, problem };
  });
}

/** Whether all of a sequence stands as planned. */
export function isWhole({ problem, problems }: BuiltSequence): boolean {
  return problem === null && problems.every((each) => each === null);
}

function toMark({ builtFor, builtFrom }: SequenceBuild, itemId: string): ItemChange {
  return {
    itemId,
    fields: [
      { column: metadataColumns.builtFor, value: builtFor },
      { column: metadataColumns.builtFrom, value: builtFrom },
    ],
  };
}
