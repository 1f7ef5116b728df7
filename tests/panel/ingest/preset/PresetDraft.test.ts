import fc from 'fast-check';
import { parseBinPreset, type BinPreset } from '../../../../src/domain/ingest/BinPreset';
import { shippedBinPresets } from '../../../../src/domain/ingest/findBinPreset';
import {
  formatPresetDraft,
  problemOfDraft,
  toPresetDraft,
} from '../../../../src/panel/ingest/preset/PresetDraft';

const [preset] = shippedBinPresets as readonly [BinPreset, ...BinPreset[]];

test.each(shippedBinPresets)('$id comes out of the form as it went in', (shipped) => {
  expect(parseBinPreset(formatPresetDraft(toPresetDraft(shipped)))).toEqual({
    ok: true,
    preset: shipped,
  });
});

test('keys that Slateflow does not know go through the form', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (key, value) => {
      const strange = { ...preset, [`x-${key}`]: value };
      const out: unknown = JSON.parse(formatPresetDraft(toPresetDraft(strange)));
      expect(out).toEqual(JSON.parse(JSON.stringify(strange)));
    }),
  );
});

test('patterns stand in the file only when some were chosen', () => {
  const draft = toPresetDraft(preset);
  expect(JSON.parse(formatPresetDraft(draft))).not.toHaveProperty('patterns');
  const chosen = { ...draft, patterns: ['red'] };
  expect(JSON.parse(formatPresetDraft(chosen))).toHaveProperty('patterns', ['red']);
});

test('refuses a column that stands there twice, since one of the two would be lost', () => {
  const columns = [
    { column: 'Day', template: '{day}' },
    { column: 'Day', template: '{date}' },
  ];
  expect(problemOfDraft({ ...toPresetDraft(preset), columns })).toContain('“Day”');
});

test('says what the schema says of an unfinished draft', () => {
  const draft = toPresetDraft(preset);
  expect(problemOfDraft(draft)).toBeNull();
  expect(problemOfDraft({ ...draft, preset: { ...preset, pictureBin: 'Footage' } })).toContain(
    'pictureBin',
  );
});
