import { failure } from './failure';
import { textOf } from './hostValues';

/**
 * The open project with this path. Looked up for every call: `app.project` is whatever window is
 * in front, and kept host objects go stale.
 */
export function findProject(projectPath: string): Project {
  const projects = app.projects;
  for (let index = 0; index < projects.numProjects; index += 1) {
    const project = projects[index];
    if (project !== undefined && textOf(project.path) === projectPath) return project;
  }
  throw failure('project-not-open', 'The project ' + projectPath + ' is not open in Premiere.');
}

/** The project in front. Whoever asks for it names it by its path from then on. */
export function frontProject(): Project {
  const project = app.project as Project | null | undefined;
  if (!project) throw failure('project-not-open', 'No project is open in Premiere.');
  return project;
}

/** The sequence with this GUID. `Sequence.id` is unreliable, `sequenceID` is kept across saves. */
export function findSequence(project: Project, sequenceId: string): Sequence {
  const sequences = project.sequences;
  for (let index = 0; index < sequences.numSequences; index += 1) {
    const sequence = sequences[index];
    if (sequence !== undefined && textOf(sequence.sequenceID) === sequenceId) return sequence;
  }
  throw failure('sequence-not-found', 'The project has no sequence ' + sequenceId + '.');
}
