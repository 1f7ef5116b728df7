import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let run: TestPremiere['run'];
beforeEach(async () => {
  ({ run } = await openTestPremiere());
});

test('a fraction of seconds is exact, and ticks are rounded to whole ones', async () => {
  await run(`var t = new Time(), made = Time(3)`);
  expect(await run(`t.setSecondsAsFraction(1001, 24000) + t.ticks + String(t) + made.ticks`)).toBe(
    'true10594584000[object Time]0',
  );
  expect(await run(`t.ticks = 12.6; t.ticks`)).toBe('13');
  expect(await run(`t.ticks = '9007199254740993'; t.ticks`)).toBe('9007199254740993');
  expect(await run(`t.seconds = 0.04; t.ticks`)).toBe('10160640000');
});

test.each([
  [30, 30_000, 1001, 102, '00;01;00;02'],
  [30, 30_000, 1001, 103, '00:01:00:00'],
  [60, 60_000, 1001, 106, '00;01;00;04'],
  [24, 24_000, 1001, 110, '00:01:00:00'],
  [25, 25, 1, 101, '00:01:00:00'],
  [25, 25, 1, 109, '1500'],
  [24, 24, 1, 111, '36+00'],
  [24, 24, 1, 112, '90+00'],
  [25, 25, 1, 201, '00:01:00:000'],
  [25, 25, 1, 200, '00:01:00:00000'],
])(
  'a minute of %i labels at %i/%i in format %i is %s',
  async (labels, numerator, denominator, format, text) => {
    const script = `var t = new Time(), frame = new Time();
    frame.setSecondsAsFraction(${denominator}, ${numerator});
    t.ticks = String(${labels} * 60 * Number(frame.ticks)); t.getFormatted(frame, ${format})`;
    expect(await run(script)).toBe(text);
  },
);

test('a time before 0 has a sign', async () => {
  expect(
    await run(`var t = new Time(), frame = new Time(); frame.seconds = 0.04; t.seconds = -1;
    t.getFormatted(frame, 101) + t.ticks`),
  ).toBe('-00:00:01:00-254016000000');
});

test('what is no number is an illegal parameter', async () => {
  for (const script of [
    `new Time().ticks = 'soon'`,
    `new Time().seconds = {}`,
    `new Time().setSecondsAsFraction(1, 0)`,
  ]) {
    expect(await run(`try { ${script}; 'taken' } catch (e) { e.message }`)).toBe(
      'Illegal Parameter type',
    );
  }
});
