import type { LoggedPicture, LoggedTake } from '../script/LoggedTake';

/**
 * Joins a second row of a log for the same take, which a report writes for each camera or file; null
 * when it names nothing new, or the supervisor's log another clip of the same camera: a duplicate.
 */
export function joinRows(first: LoggedTake, second: LoggedTake): LoggedTake | null {
  const joined = joinTakes(first, second);
  const namesMore = countNames(joined) > countNames(first);
  if (!namesMore || contradicts(first, second)) return null;
  const circled = joined.circled || (first.statedBy[0]?.circled ?? second.statedBy[0]?.circled);
  const statedBy = first.statedBy.map((said) => ({ ...said, circled: circled ?? null }));
  return { ...joined, statedBy };
}

function countNames(take: LoggedTake): number {
  return take.pictures.length + soundsOf(take).length;
}

/** Everything that two statements of one take name, the first before the second. */
export function joinTakes(first: LoggedTake, second: LoggedTake): LoggedTake {
  const [sound = null, ...furtherSounds] = joinNames(soundsOf(first), soundsOf(second));
  return {
    ...first,
    circled: first.circled || second.circled,
    pictures: joinPictures(first.pictures, second.pictures),
    sound,
    furtherSounds,
    mos: first.mos || second.mos,
    inTimecode: first.inTimecode ?? second.inTimecode,
    outTimecode: first.outTimecode ?? second.outTimecode,
    note: joinNotes(first.note, second.note),
    statedBy: [...first.statedBy, ...second.statedBy],
  };
}

/** All recorder files of a take. */
export function soundsOf({ sound, furtherSounds }: LoggedTake): readonly string[] {
  return sound === null ? [] : [sound, ...furtherSounds];
}

/** A name as names are compared: composed accents, capitals. */
export function logNameKey(name: string): string {
  return name.normalize('NFC').toUpperCase();
}

/** Two clips of one camera in one take are a slip of the supervisor's. */
function contradicts(first: LoggedTake, second: LoggedTake): boolean {
  if (first.statedBy[0]?.kind !== 'supervisor') return false;
  const cameras = new Set(first.pictures.map(({ camera }) => camera));
  return second.pictures.some(({ camera }) => camera === null || cameras.has(camera));
}

function joinPictures(
  first: readonly LoggedPicture[],
  second: readonly LoggedPicture[],
): readonly LoggedPicture[] {
  const joined = [...first];
  for (const picture of second) {
    const at = joined.findIndex((known) => isSamePicture(known, picture));
    const known = joined[at];
    if (known) {
      const { camera, card } = picture;
      joined[at] = { ...known, camera: known.camera ?? camera, card: known.card ?? card };
    } else joined.push(picture);
  }
  return joined;
}

function isSamePicture(left: LoggedPicture, right: LoggedPicture): boolean {
  return (
    logNameKey(left.clip) === logNameKey(right.clip) &&
    agree(left.card, right.card) &&
    agree(left.camera, right.camera)
  );
}

function agree(left: string | null, right: string | null): boolean {
  return left === null || right === null || logNameKey(left) === logNameKey(right);
}

function joinNames(first: readonly string[], second: readonly string[]): readonly string[] {
  const known = new Set(first.map(logNameKey));
  return [...first, ...second.filter((name) => !known.has(logNameKey(name)))];
}

function joinNotes(first: string, second: string): string {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}; ${second}`;
}
