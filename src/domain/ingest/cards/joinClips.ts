import type { ClipSpan } from './CardClip';
import { chainKey, type Chain } from './Chain';
import { guessRuns, type GuessedRun } from './guessRuns';
import type { PlacedFile } from './placeFiles';
import type { CardTexts } from './readCardTexts';
import { spanOf, type SpanPlace } from './spanOf';

/** One clip: what becomes one project item. */
export interface JoinedClip {
  readonly main: PlacedFile;
  readonly parts: readonly PlacedFile[];
  readonly span: ClipSpan | null;
  /** Its own name, without part. */
  readonly name: string;
  /** Whether sizes and numbers alone say that it is split. */
  readonly isGuess: boolean;
}

/**
 * Joins the parts of split clips: by what the cards themselves tell, by the parts' names, and where
 * neither says anything by their sizes. What Premiere joins becomes one clip; chapters that it does
 * not join stay one each, and know their place.
 */
export function joinClips(
  essence: readonly PlacedFile[],
  { chains, rootsWithPlaylist }: Pick<CardTexts, 'chains' | 'rootsWithPlaylist'>,
): readonly JoinedClip[] {
  const chained = joinChains(essence, chains);
  const numbered = joinNumbered(essence.filter((placed) => !chained.taken.has(placed)));
  const runs = guessRuns(numbered.rest.filter(({ root }) => !rootsWithPlaylist.has(root)));
  const guessed = new Set(runs.flatMap(({ parts }) => parts));
  const single = numbered.rest.filter((placed) => !guessed.has(placed));
  return [
    ...chained.clips,
    ...numbered.clips,
    ...runs.flatMap(toGuessed),
    ...single.map((placed) => ({
      main: placed,
      parts: [placed],
      span: null,
      name: placed.stem,
      isGuess: false,
    })),
  ];
}

function joinChains(essence: readonly PlacedFile[], chains: readonly Chain[]) {
  const byKey = new Map<string, PlacedFile>();
  for (const placed of essence) {
    const hasChains = placed.layout === 'p2' || placed.layout === 'avchd';
    if (hasChains) byKey.set(chainKey(placed.root, placed.stem), placed);
  }
  const taken = new Set<PlacedFile>();
  const clips: JoinedClip[] = [];
  for (const chain of chains) {
    const parts = chain.map((key) => (key === null ? undefined : byKey.get(key)));
    const found = parts.filter((placed) => placed !== undefined);
    const [main] = found;
    // Two playlists may tell of the same streams.
    if (!main || found.some((placed) => taken.has(placed))) continue;
    for (const placed of found) taken.add(placed);
    const missing = parts.flatMap((placed, index) => (placed ? [] : [index + 1]));
    const span = { name: main.stem, part: null, total: parts.length, missing };
    clips.push({ main, parts: found, span, name: main.stem, isGuess: false });
  }
  return { clips, taken };
}

interface NumberedGroup {
  readonly place: SpanPlace;
  readonly parts: { readonly placed: PlacedFile; readonly part: number }[];
}

function joinNumbered(essence: readonly PlacedFile[]) {
  const groups = new Map<string, NumberedGroup>();
  const rest: PlacedFile[] = [];
  for (const placed of essence) {
    const place = spanOf(placed);
    if (!place) {
      rest.push(placed);
      continue;
    }
    const group = groups.get(place.key) ?? { place, parts: [] };
    group.parts.push({ placed, part: place.part });
    groups.set(place.key, group);
  }
  return { clips: [...groups.values()].flatMap(toNumbered), rest };
}

/** Numbers tell holes, and never what is missing at the end. */
function toNumbered({ place: { name, isJoined }, parts }: NumberedGroup): readonly JoinedClip[] {
  const ordered = [...parts].sort((left, right) => left.part - right.part);
  const total = ordered.at(-1)?.part ?? 1;
  const there = new Set(ordered.map(({ part }) => part));
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter(
    (part) => !there.has(part),
  );
  const toSpan = (part: number | null) => (total === 1 ? null : { name, part, total, missing });
  const [first] = ordered;
  if (isJoined && first) {
    const files = ordered.map(({ placed }) => placed);
    return [{ main: first.placed, parts: files, span: toSpan(null), name, isGuess: false }];
  }
  return ordered.map(({ placed, part }) => ({
    main: placed,
    parts: [placed],
    span: toSpan(part),
    name: placed.stem,
    isGuess: false,
  }));
}

function toGuessed({ parts, isJoined }: GuessedRun): readonly JoinedClip[] {
  const [first] = parts;
  if (!first) return [];
  const span = { name: first.stem, part: null, total: parts.length, missing: [] };
  if (isJoined) return [{ main: first, parts, span, name: first.stem, isGuess: true }];
  return parts.map((placed, index) => ({
    main: placed,
    parts: [placed],
    span: { ...span, part: index + 1 },
    name: placed.stem,
    isGuess: true,
  }));
}
