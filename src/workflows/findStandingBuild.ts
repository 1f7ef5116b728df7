import type { HostProject } from '../contract/host';
import type { Finding } from '../contract/StepReport';
import { standsAsPlanned } from '../domain/cut/checkPlacements';
import { readMetadata } from '../domain/ingest/readMetadata';
import type { SequenceBuild, StandingBuild } from './SequenceBuild';

/**
 * Finds a sequence that was built for the same purpose from the same plan, by the marks that its
 * project item carries; its name and bin are the editor's to change.
 */
export function findStandingBuild(
  build: SequenceBuild,
  project: Pick<HostProject, 'items' | 'sequences'>,
): StandingBuild {
  const items = new Map(project.items.map((item) => [item.id, readMetadata(item.fields)]));
  const built = project.sequences.filter((sequence) => {
    const marks = items.get(sequence.itemId);
    return marks?.builtFor === build.builtFor && marks.builtFrom === build.builtFrom;
  });
  const standing = built.find((sequence) => standsAsPlanned(build, sequence));
  if (standing) return { state: 'standing', sequenceName: standing.name };
  const [edited] = built;
  return edited ? { state: 'edited', sequenceName: edited.name } : { state: 'missing' };
}

/** Says of a build that was left alone because somebody changed it. */
export function describeEdited(standing: StandingBuild): readonly Finding[] {
  if (standing.state !== 'edited') return [];
  const message = 'Somebody changed this sequence since it was built. It was left as it is.';
  return [{ code: 'sequence-edited', severity: 'info', subject: standing.sequenceName, message }];
}
