import { itemsOf } from './editing';
import type { Bin, Clip, Project, ProjectItem } from './ProjectModel';

/**
 * Merges clips of one medium into the first of them: uses of the others become uses of that.
 * Subclips stay. What is left over is given back; it stands nowhere.
 */
export function consolidate(project: Project): ReadonlySet<ProjectItem> {
  const firsts = new Map<Clip['media'], Clip>();
  const merged = new Map<ProjectItem, Clip>();
  mergeBelow(project.root, firsts, merged);
  for (const use of project.sequences.flatMap(itemsOf)) use.item = merged.get(use.item) ?? use.item;
  return new Set(merged.keys());
}

function mergeBelow(
  bin: Bin,
  firsts: Map<Clip['media'], Clip>,
  merged: Map<ProjectItem, Clip>,
): void {
  const kept = bin.children.filter((item) => {
    if ('children' in item) mergeBelow(item, firsts, merged);
    if (item.kind !== 'clip' || item.isSubclip || item.media.path === '') return true;
    const first = firsts.get(item.media);
    if (!first) firsts.set(item.media, item);
    else merged.set(item, first);
    return !first;
  });
  bin.children.splice(0, bin.children.length, ...kept);
}
