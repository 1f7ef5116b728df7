import fs from 'node:fs';
import path from 'node:path';
import type { Media, Project, ProjectItem, Sequence } from '../model/ProjectModel';
import { itemsOf } from '../model/editing';
import { formatProject } from './formatProject';
import { projectFileSchema, type ProjectFile } from './projectFileSchema';

/** What is collected and where. */
export interface CollectOrder {
  /** Folder that the collected project's own folder is made in. */
  readonly destination: string;
  /** Null for all. */
  readonly sequences: readonly Sequence[] | null;
  /** Leaves out clips that no collected sequence uses. */
  readonly excludesUnused: boolean;
  /** Files are named after their clips. */
  readonly renamesMedia: boolean;
}

/**
 * Copies a project with its media into a folder of their own, `Copied_<project>`, where it opens:
 * the sequences that are named with those nested in them, and the clips they use. What could not
 * be copied is told, one sentence each.
 */
export function collectProject(project: Project, order: CollectOrder): string[] {
  const { name, base } = path.parse(project.path);
  const folder = path.join(order.destination, `Copied_${name}`);
  fs.mkdirSync(folder, { recursive: true });
  const kept = itemsToKeep(project, order);
  const copies = copyMedia(mediaOf(kept), folder, order.renamesMedia ? namesOf(kept) : new Map());
  const text = formatKept(project, kept, (place) =>
    copies.paths.get(project.media[place] as Media),
  );
  fs.writeFileSync(path.join(folder, base), text);
  return copies.errors;
}

/**
 * The project file of a project that holds nothing but some of its sequences, those nested in them
 * and the clips they use, with its media where they are.
 */
export function formatPart(project: Project, sequences: readonly Sequence[]): string {
  const order = { destination: '', sequences, excludesUnused: true, renamesMedia: false };
  return formatKept(project, itemsToKeep(project, order), () => undefined);
}

function formatKept(
  project: Project,
  kept: ReadonlySet<ProjectItem>,
  copyOf: (place: number) => string | undefined,
): string {
  const file = projectFileSchema.parse(JSON.parse(formatProject(project, [])));
  const ids = new Set([...kept].map(({ nodeId }) => nodeId));
  return `${JSON.stringify(narrow(file, ids, copyOf), null, 1)}\n`;
}

function itemsToKeep(project: Project, order: CollectOrder): Set<ProjectItem> {
  const kept = new Set<ProjectItem>();
  for (const sequence of order.sequences ?? project.sequences) addSequence(sequence, kept);
  const visit = (items: readonly ProjectItem[]) => {
    for (const item of items) {
      if ('children' in item) visit(item.children);
      if (item.kind === 'sequence') continue;
      if ('children' in item || !order.excludesUnused) kept.add(item);
    }
  };
  visit([project.root]);
  return kept;
}

function addSequence(sequence: Sequence, kept: Set<ProjectItem>): void {
  if (!sequence.item || kept.has(sequence.item)) return;
  kept.add(sequence.item);
  for (const { item } of itemsOf(sequence)) {
    if (item.kind === 'sequence') addSequence(item.sequence, kept);
    else kept.add(item);
  }
}

function mediaOf(items: ReadonlySet<ProjectItem>): Set<Media> {
  return new Set([...items].flatMap((item) => (item.kind === 'clip' ? [item.media] : [])));
}

function namesOf(items: ReadonlySet<ProjectItem>): Map<Media, string> {
  return new Map(
    [...items].flatMap((item): [Media, string][] =>
      item.kind === 'clip' ? [[item.media, item.name.replace(/[/\\:*?"<>|]/g, '_')]] : [],
    ),
  );
}

interface Copies {
  readonly paths: Map<Media, string>;
  readonly errors: string[];
}

function copyMedia(
  media: ReadonlySet<Media>,
  folder: string,
  names: ReadonlyMap<Media, string>,
): Copies {
  const copies: Copies = { paths: new Map(), errors: [] };
  const taken = new Set<string>();
  for (const medium of media) {
    if (medium.path === '') continue;
    if (!medium.isOnline || !fs.existsSync(medium.path)) {
      copies.errors.push(`“${medium.path}” is offline and was not copied.`);
      continue;
    }
    const target = freeName(folder, nameFor(medium.path, names.get(medium)), taken);
    fs.copyFileSync(medium.path, target);
    copies.paths.set(medium, target);
  }
  return copies;
}

function nameFor(mediaPath: string, given: string | undefined): string {
  const { base, ext } = path.parse(mediaPath);
  if (given === undefined) return base;
  return given.toLowerCase().endsWith(ext.toLowerCase()) ? given : `${given}${ext}`;
}

/** A name that no other copy has: `A001.mov`, `A001_1.mov`. */
function freeName(folder: string, base: string, taken: Set<string>): string {
  const { name, ext } = path.parse(base);
  let candidate = base;
  for (let count = 1; taken.has(candidate.toLowerCase()); count += 1) {
    candidate = `${name}_${count}${ext}`;
  }
  taken.add(candidate.toLowerCase());
  return path.join(folder, candidate);
}

/** The file with those items alone, and with media where they were copied to. */
function narrow(
  file: ProjectFile,
  ids: ReadonlySet<string>,
  copyOf: (place: number) => string | undefined,
): ProjectFile {
  const items = file.items.filter(({ id }) => ids.has(id));
  const places = new Map(items.map((item, place) => [file.items.indexOf(item), place]));
  const kept = new Set(items.map((item) => (item.kind === 'sequence' ? item.sequence : '')));
  const onTracks = (tracks: ProjectFile['sequences'][number]['videoTracks']) =>
    tracks.map((track) => ({
      ...track,
      items: track.items.map((use) => ({ ...use, item: places.get(use.item) ?? -1 })),
    }));
  const sequences = file.sequences.filter(({ id }) => kept.has(id));
  return {
    ...file,
    media: file.media.map((medium, place) => {
      const copy = copyOf(place);
      if (copy === undefined) return medium;
      return { ...medium, path: copy, relativePath: path.basename(copy) };
    }),
    items: items.map((item) => ({
      ...item,
      parent: item.parent === null ? null : (places.get(item.parent) ?? null),
    })),
    sequences: sequences.map((sequence) => ({
      ...sequence,
      videoTracks: onTracks(sequence.videoTracks),
      audioTracks: onTracks(sequence.audioTracks),
    })),
    activeSequence: kept.has(file.activeSequence ?? '') ? file.activeSequence : null,
    insertionBin: places.get(file.insertionBin) ?? 0,
    encoderJobs: [],
  };
}
