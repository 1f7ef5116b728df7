import type { ProjectPage, ReadCursor, ReadPageRequest } from '../contract/host';
import { findProject, frontProject } from './findProject';
import { textOf } from './hostValues';
import { newItemReader } from './readItem';
import { readItems } from './readItems';
import { readSequences } from './readSequences';
import { startTimeLimit } from './timeLimit';

const beginning: ReadCursor = { item: [], sequence: 0, trackItems: 0, id: '' };

/** Reads bins, items and asked columns, then sequences, from where the last page ended. */
export function readProject(request: ReadPageRequest): ProjectPage {
  const path = request.projectPath;
  const project = path === null ? frontProject() : findProject(path);
  const limit = startTimeLimit();
  const from = request.from === null ? beginning : request.from;
  const read = readItems(project, {
    from: from,
    reader: newItemReader(request.columns),
    limit: limit,
  });
  const isCut = read.next !== null;
  const sequences = isCut ? null : readSequences(project, from, limit);
  return {
    path: textOf(project.path),
    name: textOf(project.name),
    bins: read.bins,
    items: read.items,
    sequences: sequences === null ? [] : sequences.read,
    next: sequences === null ? read.next : sequences.next,
  };
}
