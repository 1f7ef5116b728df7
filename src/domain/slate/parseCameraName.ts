import type { CameraMaker, CameraName } from './CameraName';

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The makers' patterns (ARRI ALEXA manual and editorial workflow, RED clip naming, Canon C80 manual,
 * Blackmagic URSA Cine manual, Panasonic AG-CX350 manual, Sony XDCAM file tables). ARRI stands
 * before Panasonic: a hash that begins with R or L is read as ARRI's serial, with the same camera,
 * reel and clip.
 */
const patterns: readonly { readonly maker: CameraMaker; readonly pattern: RegExp }[] = [
  {
    maker: 'arri',
    pattern:
      /^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>[CD]\d{3})_(?<date>\d{6}|\d{8})_[RL][0-9A-Z]{2,6}$/,
  },
  {
    maker: 'arri',
    pattern:
      /^(?<camera>[A-Z][A-Z_])_?(?<reel>\d{4})(?<clip>[CD]\d{3,4})_(?<date>\d{6})_\d{6}_[A-Za-z][0-9A-Z]{2,6}$/,
  },
  {
    maker: 'canon',
    pattern:
      /^(?<camera>[A-Z][A-Z_])(?<reel>\d{4})(?<clip>[CD]\d{3})X?_?(?<date>\d{6})_\d{6}[0-9A-Z]{2}_CANON.*$/,
  },
  {
    maker: 'canon',
    pattern: /^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>[CD]\d{3})_(?<date>\d{6})[0-9A-Z]{2}_CANON.*$/,
  },
  {
    maker: 'red',
    pattern:
      /^(?<camera>[A-Z])(?<reel>\d{3})_(?<clip>[A-Z]\d{3})_(?<monthDay>\d{4})[0-9A-Z]{2}(?:_(?<part>\d{3}))?$/,
  },
  {
    maker: 'blackmagic',
    pattern: /^(?<camera>[A-Z])(?<reel>\d{3})_(?<monthDay>\d{4})\d{4}_(?<clip>[CS]\d{3})$/,
  },
  {
    maker: 'panasonic',
    pattern: /^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>C\d{3})_(?<date>\d{6})_[0-9A-Z]{4}$/,
  },
  {
    maker: 'sony-cinema',
    pattern: /^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>[CD]\d{3})_(?<date>\d{6})[0-9A-Z]{2}$/,
  },
  { maker: 'sony-xavc', pattern: /^(?<clip>C\d{4})$/ },
];

/**
 * Reads a camera's clip name, without its ending: `A001C003_260412_R1AB` is camera A, reel A001,
 * clip C003. Undefined when it follows no known maker or its date is none.
 */
export function parseCameraName(name: string): CameraName | undefined {
  for (const { maker, pattern } of patterns) {
    const groups: Groups | undefined = pattern.exec(name)?.groups;
    if (groups && isDated(groups)) return toCameraName(maker, groups);
  }
  return undefined;
}

/** The card a folder holds, as cameras name them: `A001R1AB`, `A_0001_12NR`, `B002`. */
export interface CardName {
  readonly camera: string;
  /** `A001`, `A_0001`. */
  readonly reel: string;
}

/** Reads a card's folder name. Undefined when it is no camera's reel. */
export function parseCardName(folder: string): CardName | undefined {
  const match = /^([A-Z])(?:(\d{3})([RL]?[0-9A-Z]{4})?|_(\d{4})_[0-9A-Z]{4})(?:\.RDM)?$/.exec(
    folder,
  );
  if (!match) return undefined;
  const [, camera = '', reel, , longReel = ''] = match;
  return { camera, reel: reel === undefined ? `${camera}_${longReel}` : `${camera}${reel}` };
}

function toCameraName(maker: CameraMaker, groups: Groups): CameraName {
  const { camera, reel, clip = '', date, part } = groups;
  return {
    maker,
    camera: camera?.replace('_', '') ?? null,
    reel: camera === undefined || reel === undefined ? null : `${camera}${reel}`,
    clip,
    date: date === undefined ? null : toDate(date),
    part: part === undefined ? null : Number(part),
  };
}

/** `260412` and `20260412` are the same day. */
function toDate(digits: string): string {
  const full = digits.length === 6 ? `20${digits}` : digits;
  return `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`;
}

function isDated({ date, monthDay }: Groups): boolean {
  const digits = (date ?? monthDay)?.slice(-4);
  if (digits === undefined) return true;
  const [month, day] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
