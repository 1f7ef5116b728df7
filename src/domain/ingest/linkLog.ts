import type { Finding } from '../finding/Finding';
import type { LoggedPicture, LoggedTake } from '../script/LoggedTake';
import { takeNameOf, takeTextOf } from '../script/takeNameOf';
import { readClaims, type SlateClaim } from './slateClaims';
import { cameraOf, type SourceMedium } from './SourceMedium';

/** The log's row for a file. */
export interface LogLink {
  readonly take: LoggedTake;
  /** The letter of the column the clip stands in; null for sound. */
  readonly camera: string | null;
}

/** Files and log rows that belong together, and what stands alone on either side. */
export interface LinkedLog {
  readonly links: ReadonlyMap<SourceMedium, LogLink>;
  readonly findings: readonly Finding[];
}

interface Reference extends LogLink {
  /** What the log calls it, for words. */
  readonly said: string;
  readonly card: string | null;
  readonly clip: string;
}

/**
 * Links log rows to files: by clip or recorder file name first (with its card where names restart on
 * every card), and by slate where the row names no file. A name that fits several files links none.
 */
export function linkLog(
  media: readonly SourceMedium[],
  log: readonly LoggedTake[] | null,
): LinkedLog {
  if (log === null) return { links: new Map(), findings: [] };
  const byName = groupBy(media, ({ kind, stem }) => `${kind} ${nameKey(stem)}`);
  const links = new Map<SourceMedium, LogLink>();
  const lost = new Map<LoggedTake, Reference[]>();
  const findings: Finding[] = [];
  for (const reference of log.flatMap(referencesOf)) {
    const kind = reference.camera === null ? 'sound' : 'picture';
    const named = byName.get(`${kind} ${nameKey(reference.clip)}`) ?? [];
    const found = narrow(named, reference);
    const [medium] = found;
    if (!medium) lost.set(reference.take, [...(lost.get(reference.take) ?? []), reference]);
    else if (found.length > 1) findings.push(ambiguous(reference, found));
    else addLink(medium, reference, { links, findings });
  }
  linkBySlate(media, log, links);
  return { links, findings: [...findings, ...unmatched({ media, log, links, lost })] };
}

function addLink(
  medium: SourceMedium,
  { take, camera }: Reference,
  { links, findings }: { links: Map<SourceMedium, LogLink>; findings: Finding[] },
): void {
  const earlier = links.get(medium);
  if (!earlier) links.set(medium, { take, camera });
  else findings.push(loggedTwice(medium, earlier.take, take));
}

function referencesOf(take: LoggedTake): readonly Reference[] {
  const pictures = take.pictures.map((picture) => toReference(take, picture));
  if (take.sound === null) return pictures;
  return [...pictures, { take, camera: null, said: 'sound', card: null, clip: take.sound }];
}

function toReference(take: LoggedTake, { camera, card, clip }: LoggedPicture): Reference {
  return { take, camera, said: `camera ${camera}`, card, clip };
}

/** Of several files of one name: those on the card that the log names, or else of its camera. */
function narrow(
  found: readonly SourceMedium[],
  { card, camera }: Reference,
): readonly SourceMedium[] {
  if (card !== null) {
    return found.filter(({ folders }) => folders.some((name) => nameKey(name) === nameKey(card)));
  }
  if (found.length < 2 || camera === null) return found;
  return found.filter((medium) => cameraOf(medium)?.camera === camera);
}

/** A row that names no file of a kind still means the file that bears its slate. */
function linkBySlate(
  media: readonly SourceMedium[],
  log: readonly LoggedTake[],
  links: Map<SourceMedium, LogLink>,
): void {
  const byTake = new Map(log.map((take) => [takeNameOf(take), take]));
  for (const medium of media.filter((each) => !links.has(each))) {
    const take = byTake.get(ownTakeName(medium));
    if (take && namesNoFile(take, medium)) links.set(medium, { take, camera: null });
  }
}

/** What the file itself says it is, `24A-3`; empty where it does not. */
function ownTakeName(medium: SourceMedium): string {
  const claim = readClaims(medium).find(({ take }) => take !== null);
  return claim ? `${claim.setup}-${claim.take ?? ''}` : '';
}

function namesNoFile(take: LoggedTake, medium: SourceMedium): boolean {
  if (medium.kind === 'sound') return take.sound === null && !take.mos;
  const camera = cameraOf(medium)?.camera;
  return !take.pictures.some((picture) => camera === undefined || picture.camera === camera);
}

interface Leftovers {
  readonly media: readonly SourceMedium[];
  readonly log: readonly LoggedTake[];
  readonly links: ReadonlyMap<SourceMedium, LogLink>;
  readonly lost: ReadonlyMap<LoggedTake, readonly Reference[]>;
}

function unmatched({ media, log, links, lost }: Leftovers): readonly Finding[] {
  const found = new Set([...links.values()].map(({ take }) => take));
  const takes = log.flatMap((take) => {
    if (!found.has(take)) return [takeWithoutMedia(take)];
    return (lost.get(take) ?? []).map((reference) => partWithoutMedia(reference));
  });
  const files = media.filter((medium) => !links.has(medium)).map(notInLog);
  return [...takes, ...files];
}

function takeWithoutMedia(take: LoggedTake): Finding {
  return {
    code: 'log-take-without-media',
    severity: 'warning',
    subject: `${take.setup} take ${takeTextOf(take)}`,
    message: `The log lists ${takeNameOf(take)} (line ${take.line}), and nothing that was picked up belongs to it.`,
  };
}

function partWithoutMedia({ take, said, card, clip }: Reference): Finding {
  const name = card === null ? clip : `${card}/${clip}`;
  return {
    code: 'log-take-without-media',
    severity: 'warning',
    subject: `${take.setup} take ${takeTextOf(take)} ${said}`,
    message: `The log gives “${name}” for ${takeNameOf(take)} (line ${take.line}), and it was not picked up.`,
  };
}

function notInLog({ file, kind }: SourceMedium): Finding {
  return {
    code: 'media-not-in-log',
    severity: 'warning',
    subject: file.path,
    message: `The log does not list this ${kind === 'picture' ? 'clip' : 'recording'}.`,
  };
}

function ambiguous({ take, clip, said }: Reference, found: readonly SourceMedium[]): Finding {
  return {
    code: 'log-clip-ambiguous',
    severity: 'warning',
    subject: `${take.setup} take ${takeTextOf(take)} ${said}`,
    message: `“${clip}” (line ${take.line} of the log) could be any of: ${found.map(({ file }) => file.path).join(', ')}. Write the card before it, as in B002/${clip}.`,
  };
}

function loggedTwice({ file }: SourceMedium, first: LoggedTake, second: LoggedTake): Finding {
  return {
    code: 'media-in-two-takes',
    severity: 'warning',
    subject: file.path,
    message: `The log gives this file for ${takeNameOf(first)} (line ${first.line}) and for ${takeNameOf(second)} (line ${second.line}); the first was kept.`,
  };
}

function nameKey(name: string): string {
  return name.normalize('NFC').toUpperCase();
}

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** What a log's row says of a file's slate. */
export function toLogClaim({ take }: LogLink): SlateClaim {
  return {
    source: 'log',
    scene: take.scene,
    setup: take.setup,
    take: takeTextOf(take),
  };
}
