import type { CardLayout } from './CardClip';
import type { PlacedFile } from './placeFiles';

/** What tells a maker's clips where no tree does: their endings and their names. */
const nameRules: readonly {
  readonly layout: CardLayout;
  readonly endings: RegExp;
  readonly stem: RegExp;
}[] = [
  { layout: 'red', endings: /^r3d$/, stem: /./s },
  {
    layout: 'gopro',
    endings: /^mp4$/,
    stem: /^G(?:[HXS](?:\d{2}|[A-Z]{2})\d{4}|OPR\d{4}|P\d{6})$/i,
  },
  {
    layout: 'arri',
    endings: /^(?:mov|mxf|ari|arx)$/,
    stem: /^(?:[A-Z]\d{3}[CD]\d{3}_\d{6,8}_[RL]|[A-Z][A-Z_]_?\d{4}[CD]\d{3,4}_\d{6}_\d{6}_)/i,
  },
  {
    layout: 'blackmagic',
    endings: /^(?:mov|dng)$/,
    stem: /^(?:[A-Z]\d{3}_\d{8}_[CS]\d{3}|BMC\d+_\d+_\d{4}-\d{2}-\d{2}_)/i,
  },
  { layout: 'recorder', endings: /^(?:wav|bwf)$/, stem: /./s },
];

/** The layout of a clip's card, by its tree, and where it has none by what the file is called. */
export function layoutOf({ layout, ending, stem }: PlacedFile): CardLayout {
  if (layout !== 'folder') return layout;
  const rule = nameRules.find((each) => each.endings.test(ending) && each.stem.test(stem));
  return rule?.layout ?? 'folder';
}
