import type { Finding } from '../../finding/Finding';
import type { ListedFile } from '../ListedFile';
import { pathKey } from '../pathKey';
import type { CardClip, CardOther } from './CardClip';
import { frameFindings, p2Findings, spanFindings } from './cardFindings';
import { CardShelf, type PlacedClip } from './CardShelf';
import { chainKey } from './Chain';
import { groupFrames, type FrameSequence } from './groupFrames';
import { joinClips, type JoinedClip } from './joinClips';
import { layoutOf } from './layoutOf';
import { nameProblem } from './nameProblem';
import { placeFiles, type PlacedFile } from './placeFiles';
import { readCardTexts } from './readCardTexts';
import { roleOf, type FileRole } from './roleOf';

/** The clips of all cards in a listing, and every file that is none. */
export interface CardReading {
  readonly clips: readonly CardClip[];
  readonly others: readonly CardOther[];
  readonly findings: readonly Finding[];
}

const description = /[/\\]CONTENTS[/\\]CLIP[/\\][^/\\]+\.XML$|[/\\]PLAYLIST[/\\][^/\\]+\.MPL$/i;

/** Paths of the small texts that say how a card's files hang together. */
export function textsOfCards(files: readonly ListedFile[]): readonly string[] {
  return files.map(({ path }) => path).filter((path) => description.test(path));
}

/**
 * Tells essence from what belongs to the card, and joins the parts of a clip. `texts` holds what
 * {@link textsOfCards} asked for, by path; a text that could not be read is absent.
 */
export function readCards(
  files: readonly ListedFile[],
  texts: ReadonlyMap<string, string>,
): CardReading {
  const work = readCardsInSteps(files, texts);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in stages, for whoever must do other things between them. */
export function* readCardsInSteps(
  files: readonly ListedFile[],
  texts: ReadonlyMap<string, string>,
): Generator<void, CardReading> {
  const { rest, others } = withoutRefused(files);
  yield;
  const placed = placeFiles(rest);
  yield;
  const sorted = sortByRole(placed, others);
  yield;
  const told = readCardTexts(placed, texts);
  yield;
  const sequences = groupFrames(sorted.essence);
  const frames = new Set(sequences.flatMap((sequence) => sequence.frames));
  const essence = sorted.essence.filter((each) => !frames.has(each));
  yield;
  const joined = joinClips(essence, told);
  yield;
  const withSound = attachSound(joined, sorted.sounds);
  const clips = [...withSound.map(toClip), ...sequences.map(toSequenceClip)];
  yield;
  const shelf = new CardShelf(clips);
  yield;
  for (const { placed: proxy, names } of sorted.proxies) {
    if (!shelf.addProxy(proxy, names)) others.push(other(proxy.file, 'support-file', proxyReason));
  }
  for (const { placed: companion, names } of sorted.companions) {
    if (shelf.addCompanion(companion, names)) continue;
    others.push(other(companion.file, 'support-file', supportReason));
  }
  const findings = [
    ...spanFindings(joined),
    ...p2Findings(told.p2Clips, essence, sorted.sounds),
    ...frameFindings(sequences),
  ];
  return { clips: shelf.clips, others, findings };
}

const supportReason = 'It belongs to the card and is no medium of its own.';
const proxyReason = 'It is a low-resolution copy of a clip that is not here or is not imported.';

/** Tells files that are listed twice, or whose names Premiere cannot take, from the rest. */
function withoutRefused(files: readonly ListedFile[]) {
  const seen = new Set<string>();
  const others: CardOther[] = [];
  const rest = files.filter((file) => {
    const key = pathKey(file.path);
    const isAgain = seen.has(key);
    seen.add(key);
    const problem = isAgain ? null : nameProblem(file.path);
    if (isAgain) others.push(other(file, 'listed-twice', 'It is listed already.'));
    if (problem !== null) {
      others.push({ file, code: 'name-refused', reason: problem, isBlocked: true });
    }
    return !isAgain && problem === null;
  });
  return { rest, others };
}

interface SortedFiles {
  readonly essence: PlacedFile[];
  readonly sounds: { readonly placed: PlacedFile; readonly name: string }[];
  readonly proxies: { readonly placed: PlacedFile; readonly names: readonly string[] }[];
  readonly companions: { readonly placed: PlacedFile; readonly names: readonly string[] }[];
}

function sortByRole(files: readonly PlacedFile[], others: CardOther[]): SortedFiles {
  const sorted: SortedFiles = { essence: [], sounds: [], proxies: [], companions: [] };
  for (const placed of files) {
    const role = roleOf(placed);
    if (role.kind === 'essence') sorted.essence.push(placed);
    else if (role.kind === 'sound') sorted.sounds.push({ placed, name: role.name });
    else if (role.kind === 'proxy') sorted.proxies.push({ placed, names: role.names });
    else if (role.kind === 'companion') sorted.companions.push({ placed, names: role.names });
    else others.push(notImported(placed.file, role));
  }
  return sorted;
}

function notImported(file: ListedFile, role: FileRole): CardOther {
  if (role.kind === 'litter') {
    return other(file, 'system-file', 'It is the operating system’s own file.');
  }
  return role.kind === 'unsupported'
    ? other(file, 'media-unsupported', role.reason)
    : other(file, 'support-file', supportReason);
}

function other(file: ListedFile, code: string, reason: string): CardOther {
  return { file, code, reason, isBlocked: false };
}

/** P2 keeps each channel of a clip's sound in a file of its own; a clip may be sound alone. */
function attachSound(
  clips: readonly JoinedClip[],
  sounds: SortedFiles['sounds'],
): readonly JoinedClip[] {
  if (sounds.length === 0) return clips;
  const byName = new Map<string, PlacedFile[]>();
  for (const { placed, name } of sounds) {
    const key = chainKey(placed.root, name);
    byName.set(key, [...(byName.get(key) ?? []), placed]);
  }
  const take = ({ root, stem }: PlacedFile) => {
    const key = chainKey(root, stem);
    const channels = byName.get(key) ?? [];
    byName.delete(key);
    return channels;
  };
  const withSound = clips.map((clip) => ({
    ...clip,
    parts: [...clip.parts, ...clip.parts.flatMap(take)],
  }));
  return [...withSound, ...[...byName.values()].flatMap(toSoundClip)];
}

function toSoundClip(parts: readonly PlacedFile[]): readonly JoinedClip[] {
  const [main] = parts;
  if (!main) return [];
  return [{ main, parts, span: null, name: main.stem.replace(/\d{2}$/, ''), isGuess: false }];
}

function toClip({ main, parts, span, name }: JoinedClip): PlacedClip {
  const clip = {
    layout: layoutOf(main),
    main: main.file,
    parts: parts.map(({ file }) => file),
    isImageSequence: false,
    span,
    card: main.card,
    name,
  };
  return { clip, placed: parts };
}

function toSequenceClip({ name, frames, isGuess }: FrameSequence): PlacedClip {
  const [main] = frames;
  if (!main) throw new RangeError('A sequence without a frame.');
  const { clip } = toClip({ main, parts: frames, span: null, name, isGuess });
  // Its frames need no names: what goes with it bears the name of the whole.
  return { clip: { ...clip, isImageSequence: true }, placed: [main] };
}
