import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MediaFacts, ProbeResult } from '../../src/contract/MediaEngine';
import { probe } from '../../src/engine/probe/probe';
import { openProbeCache } from '../../src/engine/probe/ProbeCache';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { packagedFfmpeg } from '../helpers/mediaFiles';

/** Files that nobody on the project wrote; its README says where each is from and what it holds. */
const data = process.env['SLATEFLOW_FIELD_DATA'] ?? path.join(__dirname, '../../../shared/data');

/** A file of the README, and the facts that were found when it was taken in. */
interface Listed {
  readonly file: string;
  readonly facts: string;
}

async function listedUnder(section: string): Promise<readonly Listed[]> {
  const readme = await readFile(path.join(data, 'README.md'), 'utf8');
  const [, after = ''] = readme.split(`\n## ${section}\n`);
  const [own = ''] = after.split('\n## ');
  const rows = [...own.matchAll(/^\| `([^`]+)` \|.*\| ([^|]*) \|$/gm)];
  return rows.map(([, file = '', facts = '']) => ({ file: path.join(section, file), facts }));
}

async function probeAll(files: readonly string[]): Promise<readonly ProbeResult[]> {
  const cache = openProbeCache(await aFolder('state'));
  const { ffprobe } = await packagedFfmpeg();
  const ports = { cache, ffprobe: () => Promise.resolve(ffprobe) };
  const paths = files.map((file) => path.join(data, file));
  const results = await probe({ paths }, ports, aJob());
  cache.close();
  return results;
}

/** What we say of a medium, in the README's words. */
function toWords({ video, audio, startTimecode }: MediaFacts): readonly string[] {
  return [
    ...(video ? [`video ${video.codec} ${video.width}x${video.height} ${video.frameRate}`] : []),
    ...(audio ? [`audio ${audio.codec} ${audio.sampleRate}Hz ${audio.channels}ch`] : []),
    ...(video && startTimecode ? [`timecode ${startTimecode}`] : []),
  ];
}

/** The README's words that a probe answers for; a cover image is no moving picture. */
function answerable(facts: string): readonly string[] {
  const told = facts.split(/[;,] /).map((words) => words.trim());
  const video = told.find((words) => words.startsWith('video '));
  const isAnswerable = (words: string) =>
    words === video ||
    words.startsWith('audio ') ||
    // A start label counts frames; sound alone has its start from bext.
    (video !== undefined && words.startsWith('timecode '));
  return told.filter(isAnswerable);
}

test.each([
  ['video', 12],
  ['audio', 29],
])('every file of %s is told as its list tells it', async (section, count) => {
  const listed = await listedUnder(section);
  expect(listed).toHaveLength(count);
  const results = await probeAll(listed.map(({ file }) => file));
  const answers = results.map((result) => (result.ok ? [...toWords(result.media)].sort() : []));
  expect(listed.map(({ file }, index) => [file, answers[index]])).toEqual(
    listed.map(({ file, facts }) => [file, [...answerable(facts)].sort()]),
  );
});

test('[I-11] none of them is taken for a variable rate', async () => {
  const listed = await listedUnder('video');
  const results = await probeAll(listed.map(({ file }) => file));
  expect(results).toHaveLength(12);
  const variable = results.filter((result) => !result.ok || result.media.video?.variableRate);
  expect(variable).toEqual([]);
});

test('files of one recording are known by their family', async () => {
  const folder = 'audio/sounddevices';
  const results = await probeAll([`${folder}/A101_1_1.WAV`, `${folder}/A101_1_2.WAV`]);
  const family = { familyUid: 'USSDVGR1112089007124001008206300', filesInSet: 2 };
  expect(results).toMatchObject([
    { media: { sound: { ...family, fileSetIndex: '1', trackNames: ['MKH516 A'] } } },
    { media: { sound: { ...family, fileSetIndex: '2', trackNames: ['Boom'] } } },
  ]);
});
