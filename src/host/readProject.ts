import type { HostBin, HostItem, HostProject, ReadProjectRequest } from '../contract/host';
import { findProject, frontProject } from './findProject';
import { readItem } from './readItem';
import { readSequences } from './readSequence';
import { walkProject } from './walkProject';
import { textOf } from './hostValues';

/** Reads bins, items, asked columns and sequences of the project in one walk. */
export function readProject(request: ReadProjectRequest): HostProject {
  const path = request.projectPath;
  const project = path === null ? frontProject() : findProject(path);
  const walk = walkProject(project);
  const columns = request.columns;
  const bins: HostBin[] = [];
  const items: HostItem[] = [];
  for (let index = 0; index < walk.found.length; index += 1) {
    const entry = walk.found[index];
    if (entry === undefined) continue;
    const isRoot = entry.parentId === null;
    if (entry.isBin) {
      const name = isRoot ? '' : textOf(entry.item.name);
      bins.push({ id: entry.id, parentId: entry.parentId, name: name });
    } else {
      items.push(readItem(entry, columns));
    }
  }
  return {
    path: textOf(project.path),
    name: textOf(project.name),
    bins: bins,
    items: items,
    sequences: readSequences(project),
  };
}
