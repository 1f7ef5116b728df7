import { readHostBundle } from '../helpers/hostBundle';
import { hostFaults } from '../helpers/hostFaults';
import { askAdobeParser } from './adobeParser';

describe('Adobe’s own parser on the built host bundle', () => {
  test('reads the whole bundle', async () => {
    expect(await askAdobeParser([await readHostBundle()])).toEqual(['']);
  });

  test('catches what an ES3 parser lets pass', async () => {
    const verdicts = await askAdobeParser([
      await readHostBundle(hostFaults.nestedTernary),
      await readHostBundle(hostFaults.slashInClass),
      await readHostBundle(hostFaults.keywordKey),
      await readHostBundle(hostFaults.reservedName),
    ]);
    expect(verdicts).toEqual([
      expect.stringContaining('Expected: :'),
      expect.stringContaining('Expected: )'),
      expect.stringContaining('reserved word'),
      expect.stringMatching(/line \d+: /),
    ]);
  });

  test('tells where it stopped', async () => {
    expect(await askAdobeParser(['var a = 1;', 'var a = ;'])).toEqual([
      '',
      expect.stringMatching(/^line 1: /),
    ]);
  });
});
