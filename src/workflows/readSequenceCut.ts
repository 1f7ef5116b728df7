import type { HostProject, HostSequence } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import { UserFacingError } from '../contract/UserFacingError';
import { sequenceToCut, type SequenceCut } from '../domain/cut/toCut';
import { readProject } from './readProject';

/** A sequence as it stands in the project, as a cut. @throws UserFacingError `bad-input` */
export async function readSequenceCut(
  name: string,
  ports: Ports,
  job: JobContext,
): Promise<SequenceCut & { readonly project: HostProject; readonly sequence: HostSequence }> {
  const { project, facts } = await readProject(ports, job);
  const sequence = project.sequences.find((candidate) => candidate.name === name);
  if (!sequence) {
    const names = project.sequences.map((candidate) => `“${candidate.name}”`).join(', ');
    throw new UserFacingError(
      'bad-input',
      `There is no sequence “${name}” in this project. It has: ${names || 'none'}.`,
    );
  }
  return { ...sequenceToCut(sequence, project.items, facts), project, sequence };
}
