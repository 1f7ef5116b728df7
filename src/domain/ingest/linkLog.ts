import type { Finding } from '../finding/Finding';
import { soundsOf } from '../report/joinTakes';
import type { LoggedClip, LoggedPicture, LoggedTake, LogStatement } from '../script/LoggedTake';
import { takeNameOf, takeTextOf } from '../script/takeNameOf';
import * as tell from './logFindings';
import { MediaByName, type NamedFile } from './MediaByName';
import { readClaims, type SlateClaim } from './slateClaims';
import { cameraOf, type SourceMedium } from './SourceMedium';

/** The log's row for a file. */
export interface LogLink {
  readonly take: LoggedTake;
  /** The letter of the column the clip stands in; null for sound, and where nothing says. */
  readonly camera: string | null;
}

/** A row of a log, or one of its clips, to which nothing that was picked up belongs. */
export interface UnmatchedRow {
  readonly line: number;
  /** File name of the log. */
  readonly log: string;
  /** Empty where the log says no slate. */
  readonly scene: string;
  readonly setup: string;
  readonly take: string;
  /** In words: `camera B`, `sound`, `the whole take`. */
  readonly what: string;
  /** The name that the log gives, empty where it gives none. */
  readonly named: string;
}

/** Files and log rows that belong together, and what stands alone on either side. */
export interface LinkedLog {
  readonly links: ReadonlyMap<SourceMedium, LogLink>;
  readonly inLogNoMedia: readonly UnmatchedRow[];
  /** Empty when there is no log. */
  readonly mediaNotInLog: readonly SourceMedium[];
  readonly findings: readonly Finding[];
}

interface Reference extends LogLink, NamedFile {}

/**
 * Links log rows to files: by clip or recorder file name first (with its card where names restart on
 * every card), and by slate where the row names no file. A name that fits several files links none,
 * unless they are the parts of one clip.
 */
export function linkLog(
  media: readonly SourceMedium[],
  log: readonly LoggedTake[] | null,
  clips: readonly LoggedClip[] = [],
): LinkedLog {
  const work = linkLogInSteps(media, log, clips);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of one file or name each, for whoever must do other things between them. */
export function* linkLogInSteps(
  media: readonly SourceMedium[],
  log: readonly LoggedTake[] | null,
  clips: readonly LoggedClip[],
): Generator<void, LinkedLog> {
  if (log === null) return { links: new Map(), inLogNoMedia: [], mediaNotInLog: [], findings: [] };
  const byName = new MediaByName();
  for (const medium of media) {
    byName.add(medium);
    yield;
  }
  const work: LinkWork = { links: new Map(), lost: new Map(), findings: [] };
  for (const reference of log.flatMap(referencesOf)) {
    linkReference(reference, byName, work);
    yield;
  }
  yield* linkBySlate(media, log, work.links);
  const listed = new Set<SourceMedium>(work.links.keys());
  const absent = clips.filter((clip) => {
    const found = byName.find(clip).media;
    for (const medium of found) listed.add(medium);
    return found.length === 0;
  });
  const takes = unmatchedTakes(log, work);
  const mediaNotInLog = media.filter((medium) => !listed.has(medium));
  return {
    links: work.links,
    inLogNoMedia: [...takes.map(({ row }) => row), ...absent.map(toUnmatchedClip)],
    mediaNotInLog,
    findings: [
      ...work.findings,
      ...takes.map(({ finding }) => finding),
      ...absent.map(tell.clipWithoutMedia),
      ...mediaNotInLog.map(tell.notInLog),
    ],
  };
}

/** What has been linked so far, and the names to which nothing was found. */
interface LinkWork {
  readonly links: Map<SourceMedium, LogLink>;
  readonly lost: Map<LoggedTake, Reference[]>;
  readonly findings: Finding[];
}

function linkReference(reference: Reference, byName: MediaByName, work: LinkWork): void {
  const { media, isOneClip } = byName.find(reference);
  const { take, camera } = reference;
  if (media.length === 0) {
    work.lost.set(take, [...(work.lost.get(take) ?? []), reference]);
  } else if (!isOneClip) {
    work.findings.push(tell.ambiguous(take, reference, media));
  } else {
    for (const medium of media) {
      const earlier = work.links.get(medium);
      if (!earlier) work.links.set(medium, { take, camera });
      else if (earlier.take !== take) {
        work.findings.push(tell.loggedTwice(medium, earlier.take, take));
      }
    }
  }
}

function referencesOf(take: LoggedTake): readonly Reference[] {
  const pictures = take.pictures.map((picture) => toReference(take, picture));
  const sounds = soundsOf(take).map((clip) => {
    return { take, kind: 'sound' as const, camera: null, card: null, clip };
  });
  return [...pictures, ...sounds];
}

function toReference(take: LoggedTake, picture: LoggedPicture): Reference {
  return { take, kind: 'picture', ...picture };
}

/** A row that names no file of a kind still means the file that bears its slate. */
function* linkBySlate(
  media: readonly SourceMedium[],
  log: readonly LoggedTake[],
  links: Map<SourceMedium, LogLink>,
): Generator<void, void> {
  const byTake = new Map(log.map((take) => [takeNameOf(take), take]));
  for (const medium of media.filter((each) => !links.has(each))) {
    const take = byTake.get(ownTakeName(medium));
    if (take && namesNoFile(take, medium)) links.set(medium, { take, camera: null });
    yield;
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
  const isSame = (named: string | null) =>
    camera === undefined || named === null || named === camera;
  return !take.pictures.some((picture) => isSame(picture.camera));
}

interface Unmatched {
  readonly row: UnmatchedRow;
  readonly finding: Finding;
}

/** A take of which nothing was found is told once, else each of its files that was not. */
function unmatchedTakes(
  log: readonly LoggedTake[],
  { links, lost }: LinkWork,
): readonly Unmatched[] {
  const found = new Set([...links.values()].map(({ take }) => take));
  return log.flatMap((take): readonly Unmatched[] => {
    const references = lost.get(take) ?? [];
    if (!found.has(take)) {
      const named = references.map(({ clip }) => clip).join(', ');
      const row = toUnmatchedRow(take, { what: 'the whole take', named });
      return [{ row, finding: tell.takeWithoutMedia(take) }];
    }
    return references.map((reference) => {
      const { card, clip } = reference;
      const named = card === null ? clip : `${card}/${clip}`;
      const row = toUnmatchedRow(take, { what: tell.whatIsNamed(reference), named });
      return { row, finding: tell.partWithoutMedia(take, reference) };
    });
  });
}

function toUnmatchedRow(
  take: LoggedTake,
  said: Pick<UnmatchedRow, 'what' | 'named'>,
): UnmatchedRow {
  const first: Pick<LogStatement, 'log'> | undefined = take.statedBy[0];
  const { line, scene, setup } = take;
  return { line, log: first?.log ?? '', scene, setup, take: takeTextOf(take), ...said };
}

function toUnmatchedClip(clip: LoggedClip): UnmatchedRow {
  const { line, log } = clip;
  const named = clip.card === null ? clip.clip : `${clip.card}/${clip.clip}`;
  return { line, log, scene: '', setup: '', take: '', what: tell.whatIsNamed(clip), named };
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
