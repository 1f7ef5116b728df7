import type { PlacedFile } from './placeFiles';
import { proxyNamesOf } from './proxyNamesOf';

/** What a file is on its card. Names are stems of the clips it may go with, the likeliest first. */
export type FileRole =
  | { readonly kind: 'essence' }
  | { readonly kind: 'sound'; readonly name: string }
  | { readonly kind: 'proxy'; readonly names: readonly string[] }
  | { readonly kind: 'companion'; readonly names: readonly string[] }
  | { readonly kind: 'support' }
  | { readonly kind: 'litter' }
  | { readonly kind: 'unsupported'; readonly reason: string };

const litter =
  /(?:^|\/)(?:\._[^/]*|\.DS_Store|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|Thumbs\.db|desktop\.ini|System Volume Information|\$RECYCLE\.BIN)(?:\/|$)/i;

/** Files that belong to cards and desks and are no media. */
const supportEndings = new Set(
  (
    'ale xml xmp look rmd rtn log smi ppn bim cif cpf mif thm srt ctg bdm bup mpl cpi bin sav idx ' +
    'aae mrk mhl md5 xxh64 csv txt pdf json html cube edl drx sidecar aml pek cfa'
  ).split(' '),
);

/** What Premiere imports of itself on every system (Adobe, supported file formats). */
const essenceEndings = new Set(
  (
    'mov mp4 m4v mxf mts m2ts m2t m2v avi mpg mpeg 3gp 3g2 r3d ari arx crm ' +
    'wav bwf aif aiff mp3 m4a aac jpg jpeg png tif tiff psd dpx exr dng tga bmp gif'
  ).split(' '),
);

const pluginReason =
  'Premiere reads it with the maker’s plug-in only, which Slateflow does not count on.';
const systemReason = 'Premiere imports it on some systems only, which Slateflow does not count on.';

/** Endings whose refusal has a reason of its own. */
const reasons = new Map([
  ...['braw', 'braw2', '360', 'insv'].map((ending) => [ending, pluginReason] as const),
  ...['heic', 'heif', 'wmv', 'wma', 'asf'].map((ending) => [ending, systemReason] as const),
]);
const unsupportedReason = 'Premiere does not import files with this ending.';

/** Where in its tree a layout keeps essence; elsewhere in it there is none. */
const essencePlaces: Partial<Record<PlacedFile['layout'], RegExp>> = {
  p2: /^(?:VIDEO|AUDIO|AVCLIP|PROXY)(?:\/|$)/i,
  'xdcam-ex': /^CLPR(?:\/|$)/i,
  'xavc-s': /^(?:CLIP|SUB)(?:\/|$)/i,
  xdcam: /^(?:CLIP|SUB)(?:\/|$)/i,
  avchd: /^STREAM(?:\/|$)/i,
  dcim: /^(?!MISC(?:\/|$))/i,
};

type RoleRule = (placed: PlacedFile) => FileRole | null;

/** Asked one after another; the first that knows the file says what it is. */
const rules: readonly RoleRule[] = [
  ({ file }) => (litter.test(file.relativePath) ? { kind: 'litter' } : null),
  (placed) => {
    const names = companionNames(placed);
    return names ? { kind: 'companion', names } : null;
  },
  ({ layout, inside }) =>
    essencePlaces[layout]?.test(inside) === false ? { kind: 'support' } : null,
  (placed) => {
    const names = proxyNamesOf(placed);
    return names ? { kind: 'proxy', names } : null;
  },
  // P2 names a channel's file by its clip and two digits.
  ({ layout, inside, stem }) =>
    layout === 'p2' && /^AUDIO/i.test(inside)
      ? { kind: 'sound', name: stem.replace(/\d{2}$/, '') }
      : null,
  ({ ending }) => (essenceEndings.has(ending) ? { kind: 'essence' } : null),
];

/** Tells what a file is by its place and its name; it opens nothing. */
export function roleOf(placed: PlacedFile): FileRole {
  for (const rule of rules) {
    const role = rule(placed);
    if (role) return role;
  }
  return { kind: 'unsupported', reason: reasons.get(placed.ending) ?? unsupportedReason };
}

function companionNames({ layout, stem, ending }: PlacedFile): readonly string[] | null {
  // RED ONE's reference movies (`_F`, `_H`, `_M`, `_P`) point to the raw parts and hold no picture.
  const isReference = layout === 'red' && ending === 'mov' && /_[FHMP]$/i.test(stem);
  if (isReference) return [stem.slice(0, -2)];
  // `C0001M01.XML`, `709_0001_01R01.BIM` and `709_0001_01I01.PPN` tell about the clip before them.
  return supportEndings.has(ending) ? [stem, stem.replace(/[MRI]\d{2}$/i, '')] : null;
}
