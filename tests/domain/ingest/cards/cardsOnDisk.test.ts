import path from 'node:path';
import { readCards, textsOfCards } from '../../../../src/domain/ingest/cards/readCards';
import { roleOf } from '../../../../src/domain/ingest/cards/roleOf';
import { placeFiles } from '../../../../src/domain/ingest/cards/placeFiles';
import { listSources } from '../../../../src/engine/files/listSources';
import { readTexts } from '../../../../src/engine/files/readTexts';
import { aListing, cardTrees, writeCardTree, type CardTree } from '../../../helpers/cardTrees';
import { aJob } from '../../../helpers/engineJob';
import { aFolder } from '../../../helpers/engineProcess';
import { aClip } from '../../../helpers/mediaFiles';

let clip: string;

beforeAll(async () => {
  clip = await aClip(await aFolder('clip'), { name: 'clip.mp4', seconds: 0.2, tone: 0 });
}, 60_000);

const mediaOf = (relativePath: string) => {
  const [placed] = placeFiles(aListing([relativePath]));
  const kind = placed ? roleOf(placed).kind : 'support';
  return kind === 'essence' || kind === 'sound' || kind === 'proxy' ? clip : null;
};

async function readFolder(folder: string) {
  const listing = await listSources({ sources: [folder] }, aJob());
  const texts = await readTexts({ paths: textsOfCards(listing.files) }, aJob());
  const read = new Map(texts.map(({ path: file, text }) => [file, text ?? '']));
  return { texts, reading: readCards(listing.files, read) };
}

test('[I-7] all cards beside one another on disk are read as each of them alone', async () => {
  const folder = await aFolder('cards');
  const trees: readonly CardTree[] = Object.values(cardTrees);
  for (const tree of trees) await writeCardTree(folder, tree, mediaOf);
  const { texts, reading } = await readFolder(folder);
  expect(texts).toHaveLength(trees.flatMap((tree) => Object.keys(tree.texts)).length);
  expect(texts.every(({ text }) => text !== null)).toBe(true);
  expect(reading.findings).toEqual([]);
  const partsOf = ({ clips }: typeof reading) =>
    clips.map(({ parts }) => parts.map(({ relativePath }) => relativePath).join(' ')).sort();
  const alone = trees.flatMap((tree) => {
    const told = Object.entries(tree.texts);
    return partsOf(
      readCards(
        aListing(tree.paths),
        new Map(told.map(([name, text]) => [`/cards/${name}`, text])),
      ),
    );
  });
  expect(partsOf(reading)).toEqual(alone.sort());
});

test('[I-7] a part that is gone from the disk is missed', async () => {
  const folder = await aFolder('holed');
  const paths = cardTrees.avchd.paths.filter((name) => !name.endsWith('00002.MTS'));
  await writeCardTree(folder, { ...cardTrees.avchd, paths }, mediaOf);
  const { reading } = await readFolder(path.join(folder, 'CAM', 'PRIVATE'));
  expect(reading.findings).toMatchObject([
    { message: expect.stringMatching(/^incomplete: part 2 of 3 missing/) as string },
  ]);
});
