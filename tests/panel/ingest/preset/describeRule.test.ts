import { describeRule, type LabelRule } from '../../../../src/panel/ingest/preset/describeRule';

const cases: readonly (readonly [LabelRule, string])[] = [
  [{ when: {}, label: 0 }, 'Everything: 0 Violet'],
  [{ when: { kind: 'sound', circled: true }, label: 2 }, 'Recording, circled: 2 Caribbean'],
  [{ when: { camera: 'B', mos: false }, label: 15 }, 'Camera B, not MOS: 15 Yellow'],
  [{ when: { roll: 'A001', incomplete: true }, label: 6 }, 'Roll A001, incomplete: 6 Rose'],
];

test.each(cases)('%j reads “%s”', (rule, line) => {
  expect(describeRule(rule)).toBe(line);
});
