import type { Finding } from '../finding/Finding';
import type { LoggedTake } from '../script/LoggedTake';
import type { BinPreset, EvidenceSource } from './BinPreset';
import { decideSlate, slateConflict, witnessOf, type DecidedSlate } from './decideSlate';
import type { Evidence } from './IngestPlan';
import { toLogClaim, type LogLink } from './linkLog';
import { readClaims, type SlateClaim } from './slateClaims';
import { cameraOf, type SourceMedium } from './SourceMedium';

/** What sorting needs to know beside the file itself. */
export interface SortingRules {
  readonly preset: BinPreset;
  readonly links: ReadonlyMap<SourceMedium, LogLink>;
  /** The scene that the log states for a setup: `24A` may be a scene of its own. */
  readonly sceneOf: ReadonlyMap<string, string>;
}

/** The scenes that a log states, by setup. */
export function scenesBySetup(log: readonly LoggedTake[]): ReadonlyMap<string, string> {
  return new Map(log.map(({ setup, scene }) => [setup, scene]));
}

/** Something that is known of a medium, and who says so. */
export interface Sourced {
  readonly value: string;
  readonly source: EvidenceSource;
}

/** What all witnesses together say of a medium. */
export interface KnownOfMedium {
  readonly slate: DecidedSlate | null;
  readonly link: LogLink | undefined;
  readonly camera: Sourced | null;
  /** The camera's reel or the sound roll. */
  readonly roll: Sourced | null;
  /** `YYYY-MM-DD`. */
  readonly date: Sourced | null;
  readonly evidence: readonly Evidence[];
  readonly isConflict: boolean;
  readonly findings: readonly Finding[];
}

/** Asks every witness the preset believes, in its order. */
export function gatherMedium(
  medium: SourceMedium,
  { preset, links, sceneOf }: SortingRules,
): KnownOfMedium {
  const link = links.get(medium);
  const claims = [...(link ? [toLogClaim(link)] : []), ...readClaims(medium)];
  const { slate, conflicts } = decideSlate(claims, preset.precedence);
  const cameras = camerasOf(medium, link);
  const [camera = null] = cameras;
  const roll = decideRoll(medium);
  const date = decideDate(medium);
  const findings = [...slateConflict(medium, slate, conflicts), ...cameraConflict(medium, cameras)];
  return {
    slate: slate && { ...slate, scene: sceneOf.get(slate.setup) ?? slate.scene },
    link,
    camera,
    roll,
    date,
    evidence: [
      ...slateEvidence(medium, slate, conflicts),
      ...sourcedEvidence(medium, { camera: cameras, roll: [roll], date: [date] }),
    ],
    isConflict: findings.length > 0,
    findings,
  };
}

/** The log's column goes before what the clip says itself. */
function camerasOf(medium: SourceMedium, link: LogLink | undefined): readonly Sourced[] {
  const own = cameraOf(medium);
  const logged = link?.camera ?? null;
  return [
    ...(logged === null ? [] : [{ value: logged, source: 'log' as const }]),
    ...(own ? [{ value: own.camera, source: own.source }] : []),
  ];
}

function cameraConflict(
  { file, kind }: SourceMedium,
  [taken, other]: readonly Sourced[],
): readonly Finding[] {
  if (!taken || !other || taken.value === other.value) return [];
  const message = `Camera ${taken.value} in ${witnessOf(taken.source, kind)}, camera ${other.value} in ${witnessOf(other.source, kind)}. ${taken.value} was taken.`;
  return [{ code: 'camera-conflict', severity: 'warning', subject: file.path, message }];
}

/** A recorder says its roll in iXML, a camera its reel in its metadata or name; else the card does. */
function decideRoll(medium: SourceMedium): Sourced | null {
  const { sound, media, named } = medium;
  return firstTold({
    metadata: sound?.soundRoll ?? (media.slate.reel || media.reel),
    fileName: named.reel,
    folderName: rollOfFolders(medium),
  });
}

function rollOfFolders({ kind, folders, folderReading }: SourceMedium): string | undefined {
  if (kind === 'picture') return folderReading.card?.reel;
  return folders.find((name) => /^(?:[A-Z]{1,3}|.*ROLL[ _-]?)\d{1,5}$/i.test(name));
}

/** The first witness that says anything. */
function firstTold(
  said: Readonly<Partial<Record<EvidenceSource, string | null | undefined>>>,
): Sourced | null {
  const entries = Object.entries(said) as [EvidenceSource, string | null | undefined][];
  const told = entries.find(([, value]) => value != null && value !== '');
  return told ? { value: told[1] ?? '', source: told[0] } : null;
}

/** Whole dates only: a month and day without a year name none. */
function decideDate({ sound, media, named, folderReading }: SourceMedium): Sourced | null {
  return firstTold({
    metadata: wholeDate(sound?.originationDate || media.recordedAt),
    fileName: wholeDate(named.date ?? ''),
    folderName: folderReading.day?.date,
  });
}

function wholeDate(text: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
}

function slateEvidence(
  { kind }: SourceMedium,
  slate: DecidedSlate | null,
  conflicts: readonly SlateClaim[],
): readonly Evidence[] {
  if (!slate) return [];
  const words = (source: EvidenceSource, others: readonly string[]) =>
    [witnessOf(source, kind), ...others].join('; ');
  const othersOn = (field: 'setup' | 'take') =>
    conflicts
      .filter((claim) => claim[field] !== null && claim[field] !== slate[field])
      .map((claim) => `${witnessOf(claim.source, kind)} says ${claim[field] ?? ''}`);
  const setup = { source: slate.setupFrom, words: words(slate.setupFrom, othersOn('setup')) };
  const take = { source: slate.takeFrom, words: words(slate.takeFrom, othersOn('take')) };
  return [
    { field: 'scene', ...setup },
    { field: 'shot', ...setup },
    ...(slate.take === null ? [] : [{ field: 'take' as const, ...take }]),
  ];
}

function sourcedEvidence(
  { kind }: SourceMedium,
  fields: Readonly<Partial<Record<Evidence['field'], readonly (Sourced | null)[]>>>,
): readonly Evidence[] {
  return Object.entries(fields).flatMap(([field, said]) => {
    const [taken, ...others] = said.filter((each) => each !== null);
    if (!taken) return [];
    const differing = others.filter(({ value }) => value !== taken.value);
    const words = [
      witnessOf(taken.source, kind),
      ...differing.map(({ value, source }) => `${witnessOf(source, kind)} says ${value}`),
    ].join('; ');
    return [{ field: field as Evidence['field'], source: taken.source, words }];
  });
}
