import path from 'node:path';
import { UserFacingError } from '../../../contract/UserFacingError';
import { readProject } from '../file/projectFiles';
import { makeBin, putIntoBin } from '../model/bins';
import { itemsOf } from '../model/editing';
import { addMedia, knownMedia } from '../model/media';
import type { Bin, Clip, Project, ProjectItem, Sequence } from '../model/ProjectModel';
import { unreadLines } from '../model/ProjectOrigin';
import type { Dom } from './Dom';
import { visitClips } from './itemBins';

/** A file that holds more than media, and the bin it goes to. */
export interface ImportedFile {
  readonly file: string;
  readonly bin: Bin;
}

/** Imports all of another project into a bin named after it; nothing when it cannot be read. */
export function importProject(
  dom: Dom,
  project: Project,
  { file, bin }: ImportedFile,
): readonly ProjectItem[] {
  const source = readOther(dom, file);
  return source ? adopt(dom, project, { source, bin }) : [];
}

/**
 * Imports sequences of another project by their ids, all of them when none are named, with those
 * nested in them and the clips they use.
 */
export function importSequencesOf(
  dom: Dom,
  project: Project,
  { file, bin, ids }: ImportedFile & { readonly ids: readonly string[] | null },
): readonly ProjectItem[] {
  const source = readOther(dom, file);
  if (!source) return [];
  const wanted = new Set<Sequence>();
  for (const sequence of source.sequences) {
    if (ids === null || ids.includes(sequence.id)) addNested(sequence, wanted);
  }
  if (wanted.size === 0) return [];
  const used = new Set<ProjectItem>([...wanted].flatMap(itemsOf).map(({ item }) => item));
  for (const { item } of wanted) if (item) used.add(item);
  prune(source.root, used);
  source.sequences.splice(0, source.sequences.length, ...wanted);
  return adopt(dom, project, { source, bin });
}

function readOther(dom: Dom, file: string): Project | undefined {
  try {
    const source = readProject(file, dom.session);
    // Its file stays behind: what was not read of it is told.
    if (source.origin) dom.session.log.push(...unreadLines(source.origin.report));
    return source;
  } catch (cause) {
    if (!(cause instanceof UserFacingError)) throw cause;
    dom.session.alerts.push(cause.message);
    return undefined;
  }
}

function addNested(sequence: Sequence, wanted: Set<Sequence>): void {
  if (wanted.has(sequence)) return;
  wanted.add(sequence);
  for (const { item } of itemsOf(sequence)) {
    if (item.kind === 'sequence') addNested(item.sequence, wanted);
  }
}

/** Leaves in a bin what is used, and the bins that hold it. */
function prune(bin: Bin, used: ReadonlySet<ProjectItem>): void {
  const kept = bin.children.filter((item) => {
    if (!('children' in item)) return used.has(item);
    prune(item, used);
    return item.children.length > 0;
  });
  bin.children.splice(0, bin.children.length, ...kept);
}

/** Moves everything of a project that nobody else sees into a new bin of another. */
function adopt(
  { session }: Dom,
  project: Project,
  { source, bin }: { readonly source: Project; readonly bin: Bin },
): readonly ProjectItem[] {
  adoptMedia(project, source);
  const taken = new Set(project.sequences.map(({ id }) => id));
  for (const sequence of source.sequences) {
    if (taken.has(sequence.id)) Object.assign(sequence, { id: session.ids.guid() });
    project.sequences.push(sequence);
  }
  for (const [name, column] of source.columns) {
    if (!project.columns.has(name)) project.columns.set(name, column);
  }
  const holder = makeBin(session.ids, path.parse(source.path).name);
  putIntoBin(holder, bin);
  for (const item of [...source.root.children]) putIntoBin(item, holder);
  return [holder, ...holder.children];
}

/** Media at one path are one medium, whichever project knew it first. */
function adoptMedia(project: Project, source: Project): void {
  const there = new Set(project.media);
  for (const clip of clipsOf(source)) {
    const known = knownMedia(project, clip.media.path);
    if (known) clip.media = known;
    else if (!there.has(clip.media)) addMedia(project, clip.media);
    there.add(clip.media);
  }
}

/** Clips that stand in a project, and those that were deleted from it but are used. */
function clipsOf(source: Project): Set<Clip> {
  const clips = new Set<Clip>();
  visitClips(source.root, (clip) => clips.add(clip));
  for (const { item } of source.sequences.flatMap(itemsOf)) {
    if (item.kind === 'clip') clips.add(item);
  }
  return clips;
}
