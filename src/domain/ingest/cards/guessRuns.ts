import type { PlacedFile } from './placeFiles';

/** Files that look like the parts of one recording, in order. */
export interface GuessedRun {
  readonly parts: readonly PlacedFile[];
  /** Whether Premiere itself joins the parts to one clip. */
  readonly isJoined: boolean;
}

interface RunRule {
  readonly layouts: readonly PlacedFile['layout'][];
  readonly ending: RegExp;
  /** Sizes in bytes at which the card's file system ends a file. */
  readonly limits: readonly number[];
  readonly isJoined: boolean;
}

const gibibyte = 2 ** 30;

/** AVCHD splits at 2 or 4 GB, FAT32 at 4 GB. Only AVCHD's parts are joined, as its playlists are. */
const rules: readonly RunRule[] = [
  {
    layouts: ['avchd'],
    ending: /^(?:mts|m2ts)$/,
    limits: [2 * gibibyte, 4 * gibibyte],
    isJoined: true,
  },
  {
    layouts: ['dcim', 'dji'],
    ending: /^(?:mov|mp4)$/,
    limits: [4 * gibibyte],
    isJoined: false,
  },
];

/** A part ends with a whole group of pictures: at 500 Mb/s half a second is 31 MB. */
const slackBytes = 32 * 2 ** 20;

interface Numbered {
  readonly placed: PlacedFile;
  readonly number: number;
}

/**
 * Guesses the parts of one recording where nothing names them: running numbers, and each but the last
 * as large as a file can be.
 */
export function guessRuns(files: readonly PlacedFile[]): readonly GuessedRun[] {
  return rules.flatMap((rule) =>
    [...byCounter(rule, files).values()].flatMap((numbered) =>
      runsOf(rule, numbered).map((parts) => ({ parts, isJoined: rule.isJoined })),
    ),
  );
}

/** Files whose names count with one counter, in its order. */
function byCounter({ layouts, ending: endings }: RunRule, files: readonly PlacedFile[]) {
  const counters = new Map<string, Numbered[]>();
  for (const placed of files) {
    const { layout, root, inside, stem, ending } = placed;
    const digits = /\d{3,}$/.exec(stem)?.[0];
    if (!layouts.includes(layout) || !endings.test(ending) || digits === undefined) continue;
    const key = `${root}|${inside}|${stem.slice(0, -digits.length)}|${ending}`;
    const numbered = counters.get(key) ?? [];
    numbered.push({ placed, number: Number(digits) });
    counters.set(key, numbered);
  }
  for (const numbered of counters.values()) numbered.sort((a, b) => a.number - b.number);
  return counters;
}

function runsOf({ limits }: RunRule, numbered: readonly Numbered[]): readonly PlacedFile[][] {
  const isFull = ({ file }: PlacedFile) =>
    limits.some((limit) => file.sizeBytes <= limit && file.sizeBytes > limit - slackBytes);
  const runs: PlacedFile[][] = [];
  let before: Numbered | null = null;
  for (const each of numbered) {
    const run = runs.at(-1);
    const goesOn = before && before.number + 1 === each.number && isFull(before.placed);
    if (goesOn && run) run.push(each.placed);
    else runs.push([each.placed]);
    before = each;
  }
  return runs.filter(({ length }) => length > 1);
}
