import fc from 'fast-check';
import type { RenderEvent } from '../../../src/contract/MediaEngine';
import { framesToTicks, toFrames } from '../../../src/domain/time/FrameRate';
import { planPicture } from '../../../src/engine/render/planPicture';

const rate = { numerator: 24000, denominator: 1001 };
const at = (frame: number) => framesToTicks(toFrames(frame), rate);

interface Placed {
  readonly medium: string;
  readonly start: number;
  readonly length: number;
  readonly source: number;
}

const placed = fc.record({
  medium: fc.constantFrom('/a', '/b', '/c'),
  start: fc.nat(60),
  length: fc.integer({ min: 1, max: 40 }),
  source: fc.nat(100),
});

const toEvent = ({ medium, start, length, source }: Placed): RenderEvent => ({
  mediaPath: medium,
  startTicks: String(at(start)),
  endTicks: String(at(start + length)),
  inTicks: String(at(source)),
  gain: 1,
  channels: [],
});

/** What shows in a frame, told by looking for it from the top track down. */
function shownAt(frame: number, tracks: readonly (readonly Placed[])[]): string {
  const covering = tracks
    .flat()
    .filter(({ start, length }) => start <= frame && frame < start + length)
    .at(-1);
  return covering ? `${covering.medium} ${covering.source + frame - covering.start}` : 'black';
}

test('every frame shows what the topmost event holds there, for any tracks', () => {
  const tracksOf = fc.array(fc.array(placed, { maxLength: 4 }), { maxLength: 3 });
  fc.assert(
    fc.property(tracksOf, fc.integer({ min: 1, max: 100 }), (tracks, total) => {
      const runs = planPicture(
        tracks.map((track) => track.map(toEvent)),
        at(total),
        rate,
      );
      const shown = runs.flatMap(({ frames, source }) =>
        Array.from({ length: frames }, (_, index) =>
          source ? `${source.mediaPath} ${Number((source.inTicks + at(index)) / at(1))}` : 'black',
        ),
      );
      const expected = Array.from({ length: total }, (_, frame) => shownAt(frame, tracks));
      expect(shown).toEqual(expected);
    }),
  );
});

test('a hole seen through to a lower track goes on at the right frame', () => {
  const under = toEvent({ medium: '/a', start: 0, length: 30, source: 100 });
  const over = toEvent({ medium: '/b', start: 10, length: 10, source: 0 });
  const runs = planPicture([[under], [over]], at(30), rate);
  expect(runs.map(({ frames, source }) => [frames, source && source.inTicks / at(1)])).toEqual([
    [10, 100n],
    [10, 0n],
    [10, 120n],
  ]);
});
