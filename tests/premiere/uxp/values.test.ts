import fc from 'fast-check';
import { openUxpPremiere } from '../../helpers/uxpPremiere';
import { describeUxp } from './describeUxp';

describe('TickTime', () => {
  describeUxp('', [
    ['createWithSeconds', `time(2.5).ticks`, '635040000000'],
    ['createWithTicks', `ppro.TickTime.createWithTicks('254016000000').seconds`, 1],
    [
      'createWithFrameAndFrameRate',
      `ppro.TickTime.createWithFrameAndFrameRate(24, ppro.FrameRate.createWithValue(24)).seconds`,
      1,
    ],
    ['ticksNumber', `time(1).ticksNumber`, 254_016_000_000],
    [
      'add and subtract make others',
      `const one = time(1); [one.add(time(2)).seconds, one.subtract(time(2)).seconds, one.seconds]`,
      [3, -1, 1],
    ],
    [
      'multiply and divide',
      `[time(3).multiply(2).seconds, time(3).divide(2).seconds, time(1).divide(0).equals(ppro.TickTime.TIME_INVALID)]`,
      [6, 1.5, true],
    ],
    [
      'alignToFrame falls, alignToNearestFrame rounds',
      `const rate = ppro.FrameRate.createWithValue(25), late = time(0.07);
       [late.alignToFrame(rate).seconds, late.alignToNearestFrame(rate).seconds]`,
      [0.04, 0.08],
    ],
    ['equals', `[time(1).equals(time(1)), time(1).equals(time(2))]`, [true, false]],
    [
      'constants',
      `['ZERO', 'ONE_SECOND', 'ONE_HOUR'].map((name) => ppro.TickTime['TIME_' + name].seconds)`,
      [0, 1, 3600],
    ],
    [
      'works with and without new',
      `[new ppro.TickTime().seconds, ppro.TickTime().seconds]`,
      [0, 0],
    ],
    [
      'never changes',
      `const one = time(1); 'use strict'; try { one.seconds = 5; one.ticks = '5'; } catch {} one.seconds`,
      1,
    ],
  ]);

  test.each([`createWithTicks(5)`, `createWithTicks('1.5')`, `createWithSeconds('1')`])(
    '%s is illegal',
    async (call) => {
      const { uxp } = await openUxpPremiere();
      await expect(uxp(`ppro.TickTime.${call}`)).rejects.toThrow('Illegal Parameter type');
    },
  );

  test('adding and taking away again is nothing, exactly', async () => {
    const { uxp } = await openUxpPremiere();
    const pairs = fc.sample(fc.tuple(fc.bigInt(-(2n ** 62n), 2n ** 62n), fc.maxSafeInteger()), 50);
    const texts = pairs.map(([left, right]) => [left.toString(), right.toString()]);
    const script = `${JSON.stringify(texts)}.map(([left, right]) => {
      const [one, other] = [left, right].map((text) => ppro.TickTime.createWithTicks(text));
      return one.add(other).subtract(other).ticks;
    })`;
    expect(await uxp(script)).toEqual(texts.map(([left]) => left));
  });
});

describe('FrameRate', () => {
  describeUxp('', [
    [
      'only the exact fraction gives the frame',
      `[24000 / 1001, 23.976].map((value) => ppro.FrameRate.createWithValue(value).ticksPerFrame === 10594584000)`,
      [true, false],
    ],
    ['value', `ppro.FrameRate.createWithValue(25).value`, 25],
    [
      'ticksPerFrame can be set',
      `const rate = ppro.FrameRate.createWithValue(25); rate.ticksPerFrame = 10584000000; rate.value`,
      24,
    ],
    [
      'equals',
      `ppro.FrameRate.createWithValue(25).equals(ppro.FrameRate.createWithValue(25))`,
      true,
    ],
  ]);
});

describe('Constants', () => {
  describeUxp('', [
    [
      'colour labels are numbered as the labels are',
      `const { VIOLET, LAVENDER, YELLOW } = ppro.Constants.ProjectItemColorLabel; [VIOLET, LAVENDER, YELLOW]`,
      [0, 3, 15],
    ],
    [
      'marker colours leave white out',
      `const { GREEN, YELLOW, BLUE } = ppro.Constants.MarkerColor; [GREEN, YELLOW, BLUE]`,
      [0, 4, 6],
    ],
  ]);
});
