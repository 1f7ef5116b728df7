import type { Finding } from '../finding/Finding';
import type { ArchiveMaterial, ArchiveSourceFile } from './ArchiveMaterial';
import {
  formatCatalogueLines,
  formatCatalogueTable,
  formatTable,
  toCatalogueRow,
  type CatalogueRow,
} from './Catalogue';
import { formatReadme, type ArchivedCard } from './formatReadme';
import { folderOfPath, isUnder, nameOfPath, toSlashes } from './nativePath';
import { relinkProject } from './relinkProject';
import { createTargetNames, type TargetNames } from './TargetNames';

/** What goes into a bundle, decided before a byte is copied. */
export interface ArchivePlan {
  /** Originals, and their paths within the bundle's `data/`. No two have the same target. */
  readonly files: readonly { readonly source: string; readonly target: string }[];
  /** Texts of ours: relinked project, catalogue, names, README. */
  readonly texts: readonly { readonly target: string; readonly text: string }[];
  /** Folders within `data/` that get an ASC MHL history: the cards, and histories inside them. */
  readonly mhlRoots: readonly string[];
  /** The catalogue's rows, as the bundle holds them. */
  readonly catalogue: readonly CatalogueRow[];
  readonly findings: readonly Finding[];
}

interface PlacedMedia {
  readonly cards: readonly ArchivedCard[];
  readonly files: readonly { readonly source: string; readonly target: string }[];
  readonly findings: readonly Finding[];
}

/**
 * The bundle of a project: every card that media were picked up from, whole, in its original
 * structure; media from elsewhere; the project, relinked; exports; catalogue and README. The same
 * material always gives the same plan.
 */
export function planArchive(material: ArchiveMaterial): ArchivePlan {
  const names = createTargetNames();
  const media = placeMedia(material, names);
  const exports = material.exports.map((path) => ({
    source: path,
    target: names.place('exports', nameOfPath(path), path),
  }));
  const bundlePaths = new Map(media.files.map(({ source, target }) => [toSlashes(source), target]));
  const catalogue = material.items
    .filter(({ mediaPath }) => mediaPath !== '')
    .map((item) => toCatalogueRow(item, bundlePaths.get(toSlashes(item.mediaPath)) ?? ''));
  const project = placeProject(material, names, bundlePaths);
  const files = [...media.files, ...project.files, ...exports];
  return {
    files,
    texts: [
      ...project.texts,
      ...describeBundle(material, { media, names, catalogue, project: project.target }),
    ],
    mhlRoots: findMhlRoots(media),
    catalogue,
    findings: [...media.findings, ...project.findings, ...names.renamed.map(toRenamedFinding)],
  };
}

function placeMedia(material: ArchiveMaterial, names: TargetNames): PlacedMedia {
  const sources = outermost(material.sources);
  const used = new Set(material.items.map(({ mediaPath }) => toSlashes(mediaPath)));
  const filesOf = (source: string) => distinct(material.listing, source);
  const isUsed = (source: string) => filesOf(source).some(({ path }) => used.has(toSlashes(path)));
  const cards = sources
    .filter(isUsed)
    .map((source) => ({ source, target: names.place('media', cardName(source), source) }));
  const fromCards = cards.flatMap(({ source, target }) =>
    filesOf(source).map((file) => ({
      source: file.path,
      target: names.placePath(target, relativeTo(source, file)),
    })),
  );
  const listed = new Set(fromCards.map(({ source }) => toSlashes(source)));
  const missing = [...used].filter(
    (path) => path !== '' && !listed.has(path) && sources.some((source) => isUnder(path, source)),
  );
  const loose = [...used]
    .filter((path) => path !== '' && !sources.some((source) => isUnder(path, source)))
    .sort();
  return {
    cards,
    files: [...fromCards, ...loose.map((path) => placeLoose(path, names))],
    findings: [
      ...missing.map(toMissingFinding),
      ...sources.filter((source) => !isUsed(source)).map(toUnusedFinding),
    ],
  };
}

/** Media from no card stand in a folder named after the one they came from. */
function placeLoose(path: string, names: TargetNames): { source: string; target: string } {
  const folder = folderOfPath(path);
  const parent = names.place('media', nameOfPath(folder) || 'media', folder);
  return { source: path, target: names.place(parent, nameOfPath(path), path) };
}

/** Sorted, each once, and none that another contains: its files are the other's already. */
function outermost(sources: readonly string[]): readonly string[] {
  const trimmed = [...new Set(sources.map((source) => source.replace(/(?<=.)[\\/]+$/, '')))];
  return trimmed
    .filter((source) => !trimmed.some((other) => other !== source && isUnder(source, other)))
    .sort();
}

function distinct(
  listing: readonly ArchiveSourceFile[],
  source: string,
): readonly ArchiveSourceFile[] {
  const byPath = new Map(
    listing.filter(({ path }) => isUnder(path, source)).map((file) => [file.path, file]),
  );
  return [...byPath.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** A source inside another gave paths from itself: what counts is the outer one. */
function relativeTo(source: string, { path }: ArchiveSourceFile): string {
  return toSlashes(path).slice(toSlashes(source).length).replace(/^\/+/, '');
}

function cardName(source: string): string {
  return nameOfPath(source) || 'card';
}

interface PlacedProject {
  readonly target: string;
  readonly files: readonly { readonly source: string; readonly target: string }[];
  readonly texts: readonly { readonly target: string; readonly text: string }[];
  readonly findings: readonly Finding[];
}

function placeProject(
  { project }: ArchiveMaterial,
  names: TargetNames,
  bundlePaths: ReadonlyMap<string, string>,
): PlacedProject {
  const target = names.place('project', nameOfPath(project.path), project.path);
  const relinked = relinkProject(project.text ?? '', bundlePaths);
  if (relinked.text !== null) {
    const texts = [{ target, text: relinked.text }];
    return { target, files: [], texts, findings: relinked.findings };
  }
  const finding: Finding = {
    code: 'project-not-relinked',
    severity: 'info',
    subject: project.path,
    message: `“${project.path}” was copied as it is. Premiere will ask where the media are: point it at the bundle's media folder.`,
  };
  return { target, files: [{ source: project.path, target }], texts: [], findings: [finding] };
}

interface BundleParts {
  readonly media: PlacedMedia;
  readonly names: TargetNames;
  readonly catalogue: readonly CatalogueRow[];
  readonly project: string;
}

function describeBundle(
  material: ArchiveMaterial,
  { media, names, catalogue, project }: BundleParts,
): ArchivePlan['texts'] {
  const { renamed } = names;
  const readme = formatReadme({
    title: material.title,
    cards: media.cards,
    project,
    hasExports: material.exports.length > 0,
    hasRenamed: renamed.length > 0,
  });
  const table = [
    ['path', 'original'],
    ...renamed.map(({ target, original }) => [target, original]),
  ];
  return [
    { target: 'catalogue.jsonl', text: formatCatalogueLines(catalogue) },
    { target: 'catalogue.csv', text: formatCatalogueTable(catalogue) },
    ...(renamed.length > 0 ? [{ target: 'names.csv', text: formatTable(table) }] : []),
    { target: 'README.txt', text: readme },
  ];
}

/** The cards, and every folder inside them that brought a history of its own. */
function findMhlRoots({ cards, files }: PlacedMedia): readonly string[] {
  const chain = '/ascmhl/ascmhl_chain.xml';
  const nested = files
    .filter(({ target }) => target.endsWith(chain))
    .map(({ target }) => target.slice(0, -chain.length));
  return [...new Set([...cards.map(({ target }) => target), ...nested])].sort();
}

function toMissingFinding(path: string): Finding {
  return {
    code: 'media-missing',
    severity: 'warning',
    subject: path,
    message: `“${path}” is in the project, but it is not on its card. It cannot be archived.`,
  };
}

function toUnusedFinding(source: string): Finding {
  return {
    code: 'source-not-used',
    severity: 'info',
    subject: source,
    message: `Nothing on “${source}” is in the project, so it is not archived.`,
  };
}

function toRenamedFinding({ target, original }: { target: string; original: string }): Finding {
  return {
    code: 'name-changed',
    severity: 'info',
    subject: target,
    message: `“${original}” is called “${nameOfPath(target)}” in the bundle: names there must be legal and different everywhere. names.csv lists it.`,
  };
}
