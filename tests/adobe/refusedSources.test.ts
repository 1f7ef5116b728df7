import { refusedSources } from '../helpers/refusedSources';
import { askAdobeParser } from './adobeParser';

test('Adobe’s own parser refuses in the same words what the simulated Premiere refuses', async () => {
  const asked = refusedSources.filter(([, words]) => !words.includes('E4X'));
  const verdicts = await askAdobeParser(asked.map(([source]) => source));
  const words = verdicts.map((verdict) => verdict.replace(/^line \d+: /, ''));
  expect(words).toEqual(asked.map(([, expected]) => expected));
});
