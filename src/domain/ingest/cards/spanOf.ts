import type { PlacedFile } from './placeFiles';

/** Where a file stands in a clip that was split over several. */
export interface SpanPlace {
  /** What tells this clip from every other, within its listing. */
  readonly key: string;
  /** What all parts are called together. */
  readonly name: string;
  /** From 1. */
  readonly part: number;
  /** Whether Premiere itself joins the parts to one clip. */
  readonly isJoined: boolean;
}

interface SpanRule {
  readonly layouts: readonly PlacedFile['layout'][] | null;
  readonly ending: RegExp;
  /** Groups `name` and `file`, which together tell the clip, and `part`. */
  readonly stem: RegExp;
  /** The first part's number as the maker writes it; GoPro's older cameras leave the 0 away. */
  readonly countsFrom: 0 | 1;
  readonly isJoined: boolean;
}

/**
 * How makers number the parts of a clip: RED R3D structure; XDCAM EX and Canon XF clip folders; GoPro
 * naming tables, `GX020123` is chapter 2 of 0123, `GP011234` the chapter after `GOPR1234`.
 */
const rules: readonly SpanRule[] = [
  {
    layouts: null,
    ending: /^r3d$/,
    stem: /^(?<name>.+)_(?<part>\d{3})$/s,
    countsFrom: 1,
    isJoined: true,
  },
  {
    layouts: ['xdcam-ex'],
    ending: /^mp4$/,
    stem: /^(?<name>.+_\d{3,4})_(?<part>\d{2})$/s,
    countsFrom: 1,
    isJoined: true,
  },
  {
    layouts: ['canon-xf'],
    ending: /^mxf$/,
    stem: /^(?<name>[A-Z]{2}\d{4})(?<part>\d{2})$/i,
    countsFrom: 1,
    isJoined: true,
  },
  {
    layouts: null,
    ending: /^mp4$/,
    stem: /^(?<name>G[HXS])(?<part>\d{2})(?<file>\d{4})$/i,
    countsFrom: 1,
    isJoined: false,
  },
  {
    layouts: null,
    ending: /^mp4$/,
    stem: /^G(?:OPR|P(?<part>\d{2}))(?<file>\d{4})$/i,
    countsFrom: 0,
    isJoined: false,
  },
];

/** Which part of which clip a file is by its name; null where its name says none. */
export function spanOf(placed: PlacedFile): SpanPlace | null {
  for (const rule of rules) {
    const place = placeBy(rule, placed);
    if (place) return place;
  }
  return null;
}

function placeBy(rule: SpanRule, placed: PlacedFile): SpanPlace | null {
  const { layout, root, inside, stem, ending } = placed;
  if (rule.layouts?.includes(layout) === false || !rule.ending.test(ending)) return null;
  const match = rule.stem.exec(stem);
  if (!match) return null;
  const group = (name: string) => match.groups?.[name] ?? '';
  const part = Number(group('part')) + 1 - rule.countsFrom;
  if (part < 1) return null;
  // The parts of a clip of XDCAM EX lie in a folder each.
  const folder = layout === 'xdcam-ex' ? '' : inside;
  const name = group('name') + group('file');
  const key = `${root}|${folder}|${name.toUpperCase()}.${ending}`;
  return { key, name, part, isJoined: rule.isJoined };
}
