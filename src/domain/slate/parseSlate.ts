import { toSlateFlags, type Slate, type SlateFlags } from './Slate';

const soundWords = '(?:WT|RT)';
const anyWords = '(?:MOS|PU|WT|RT|TS)';
const scenePart = '(?:(?<mark>SCENE|SC|S)[ ._-]*)?';
/** Lazy letters: what can be a take's `T` or a flag is that, not a setup. I and O are never used. */
const setupPart =
  '(?<prefix>[A-Z])?(?<digits>0*[1-9]\\d{0,2})(?:(?<gap>[ _-]?)(?<letters>[A-HJ-NP-Z]{1,2}?))??';
const setupWordPart = `(?:[ _-]?(?<setupWord>${anyWords}))?`;
/** One letter straight after the take is a camera on some sets, a recorder's second file on others. */
const tightPart = `(?:(?<both>[A-H]{2,4})(?![A-Z])|(?!${anyWords})[A-Z](?![A-Z]))?`;
const takePart = `(?:(?:(?<separator>[ _/-]+)(?<takeMark>TAKE|TK|T)?[ ._-]*|(?<tightMark>T))0*(?<take>[1-9]\\d{0,4})${tightPart})?`;
const takeWordsPart = `(?<takeWords>(?:[ _-]?${anyWords})*)`;
const cameraPart = '(?:[ _-]+(?:CAM(?:ERA)?[ _-]?)?(?<camera>[A-Z]|[A-H]{2,4})(?:[ _-]?CAM)?)?';
const lateWordsPart = '(?<lateWords>(?:[ _-](?:MOS|PU|TS))*)';
/** A recorder's track number in a set of mono files: `_1`, `_Tr1_2`. */
const monoPart = '(?<mono>_(?:TR)?\\d{1,2}(?:_[\\dD])?)?';

const usPattern = new RegExp(
  `^${scenePart}${setupPart}${setupWordPart}${takePart}${takeWordsPart}${cameraPart}${lateWordsPart}${monoPart}$`,
);
const ukPattern = new RegExp(
  '^(?:(?:SCENE|SC|S)[ ._-]*(?<scene>[A-Z]?0*[1-9]\\d{0,2}[A-Z]{0,2})[ ,_/-]+)?' +
    '(?:SLATE|SL)[ ._-]*0*(?<slate>[1-9]\\d{0,3})(?:[ ,_/-]*(?:TAKE|TK|T)[ ._-]*0*(?<take>[1-9]\\d{0,4}))?' +
    `${takeWordsPart}${cameraPart}${lateWordsPart}$`,
);
const soundFirstPattern = new RegExp(`^(?<word>${soundWords})[ _-]+(?<rest>.+)$`);

/** What a named part of the pattern matched; empty where it did not. */
type Part = (name: string) => string;

/**
 * Reads a slate out of a file's or folder's name (its ending may stand): `24A-3_A`, `24A_T03`,
 * `24A/3`, `024A-003`, `24A T3`, `24A-3PU`, `24A-3AB`, `A24-1`, `24-WT2`, `Scene001-T001`,
 * `Sc 4 / Slate 5 / Take 2`. The whole name must be a slate. Undefined for everything that is not
 * certain: camera reels (`A001`), versions (`v03`), rasters (`1080`, `4K`), frame rates (`24p`),
 * dates, a bare number, `10I` (a typo for 101?), take 0.
 */
export function parseSlate(name: string): Slate | undefined {
  const text = toPlainName(name);
  const soundFirst = match(soundFirstPattern, text);
  if (!soundFirst) return readSlate(text);
  const slate = readSlate(soundFirst('rest'));
  return slate && { ...slate, flags: joinFlags(slate.flags, toSlateFlags(soundFirst('word'))) };
}

function readSlate(text: string): Slate | undefined {
  return readUk(text) ?? readUs(text);
}

function match(pattern: RegExp, text: string): Part | undefined {
  const groups: Readonly<Record<string, string | undefined>> | undefined =
    pattern.exec(text)?.groups;
  return groups && ((name) => groups[name] ?? '');
}

function toPlainName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .toUpperCase()
    .replace(/\.[A-Z][A-Z0-9]{2,4}$/, '')
    .replace(/WILD[ _-]?TRACK/, 'WT')
    .replace(/ROOM[ _-]?TONE/, 'RT')
    .replace(/PICK[ _-]?UP/, 'PU')
    .replace(/TAIL(?:[ _-]?SLATE)?/, 'TS')
    .replace(/(WT|RT)[ _-]?T?(?=\d)/, '$1-');
}

function readUs(text: string): Slate | undefined {
  const part = match(usPattern, text);
  if (!part || isTrap(part) || !isCertain(part)) return undefined;
  const scene = `${part('prefix')}${Number(part('digits'))}`;
  return {
    scene,
    setup: `${scene}${part('letters')}`,
    take: toTake(part),
    camera: toCamera(part),
    flags: toSlateFlags(allWords(part)),
  };
}

function readUk(text: string): Slate | undefined {
  const part = match(ukPattern, text);
  if (!part || !hasPossibleCamera(part)) return undefined;
  return {
    scene: part('scene').replace(/0+(?=[1-9])/, '') || null,
    setup: part('slate'),
    take: toTake(part),
    camera: toCamera(part),
    flags: toSlateFlags(allWords(part)),
  };
}

/** Tokens of other trades that look like a setup: reels, versions, rasters. */
function isTrap(part: Part): boolean {
  const isReel = part('prefix') !== '' && part('digits').length > 2;
  const token = `${part('prefix')}${Number(part('digits'))}${part('letters')}`;
  return (
    isReel ||
    /[VTIO]/.test(part('prefix')) ||
    /^(?:(?:2|4|5|6|8|12)K|(?:480|540|576|720)P?)$/.test(token)
  );
}

/** Whether the parts that stand are enough to be sure. */
function isCertain(part: Part): boolean {
  const takeMark = part('takeMark') + part('tightMark');
  if (part('mono') !== '' && takeMark === '') return false;
  if (!hasPossibleCamera(part)) return false;
  if (part('take') === '') return isCertainWithoutTake(part);
  const saysMore = takeMark + part('mark') + part('letters') + allWords(part);
  return saysMore !== '' || /[-/]/.test(part('separator'));
}

function isCertainWithoutTake(part: Part): boolean {
  if (part('camera') !== '') return false;
  if (/^SC/.test(part('mark')) || new RegExp(soundWords).test(allWords(part))) return true;
  return part('prefix') + part('gap') === '' && /^[^KPDFX]{1,2}$/.test(part('letters'));
}

/** Several cameras are written in order: `AB`, never `BA`. */
function hasPossibleCamera(part: Part): boolean {
  const letters = Array.from(toCamera(part) ?? '');
  return letters.every((letter, index) => index === 0 || (letters[index - 1] ?? '') < letter);
}

function toTake(part: Part): number | null {
  return part('take') === '' ? null : Number(part('take'));
}

function toCamera(part: Part): string | null {
  return part('camera') || part('both') || null;
}

function allWords(part: Part): string {
  return part('setupWord') + part('takeWords') + part('lateWords');
}

function joinFlags(left: SlateFlags, right: SlateFlags): SlateFlags {
  return {
    mos: left.mos || right.mos,
    pickup: left.pickup || right.pickup,
    wildTrack: left.wildTrack || right.wildTrack,
    roomTone: left.roomTone || right.roomTone,
    tailSlate: left.tailSlate || right.tailSlate,
  };
}
