import type { CardClip } from '../../../../src/domain/ingest/cards/CardClip';
import { readCards, type CardReading } from '../../../../src/domain/ingest/cards/readCards';
import { aListing, type CardTree } from '../../../helpers/cardTrees';

/** Sizes in bytes, by path. */
export type Sizes = Readonly<Record<string, number>>;

/** Reads a card with its texts, listed under `/cards`. */
export const readTree = ({ paths, texts }: CardTree, sizes: Sizes = {}): CardReading =>
  readCards(
    aListing(paths, { sizes }),
    new Map(Object.entries(texts).map(([path, text]) => [`/cards/${path}`, text])),
  );

/** Reads files that no text tells about. */
export const readPaths = (paths: readonly string[], sizes: Sizes = {}): CardReading =>
  readTree({ paths, texts: {} }, sizes);

/** A card some of whose files are gone, its texts kept. */
export const without = ({ paths, texts }: CardTree, gone: RegExp): CardTree => ({
  paths: paths.filter((path) => !gone.test(path)),
  texts,
});

/** A path's last step. */
export const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

/** Names of a clip's main file, further parts, proxy and sidecars. */
export const short = ({ main, parts, proxy, sidecars, layout, card }: CardClip) => ({
  layout,
  card,
  main: nameOf(main.relativePath),
  rest: parts.slice(1).map(({ relativePath }) => nameOf(relativePath)),
  proxy: proxy && nameOf(proxy.relativePath),
  sidecars: sidecars.map(({ relativePath }) => nameOf(relativePath)),
});

/** Names of the files that are no clips for one reason. */
export const othersOf = ({ others }: CardReading, code: string): string[] =>
  others.filter((other) => other.code === code).map(({ file }) => nameOf(file.relativePath));

/** What is said of the material. */
export const messages = ({ findings }: CardReading): readonly string[] =>
  findings.map(({ message }) => message);
