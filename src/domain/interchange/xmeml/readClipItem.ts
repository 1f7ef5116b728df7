import type { FrameRate } from '../../time/FrameRate';
import type { TimeRange } from '../../time/TimeRange';
import { addTicks, subtractTicks, type Ticks } from '../../time/Ticks';
import { childOf, textOf, type XmlElement } from '../xml/XmlElement';
import type { Transition } from './readTransition';
import { isWithinFrame, readTime } from './xmemlNotes';
import { framesAt, parseFrames, parseTicksText, parseXmemlRate } from './xmemlRate';

/** Where a clipitem stands and what of its source shows, at normal speed. */
interface ClipItemTimes {
  readonly range: TimeRange;
  readonly sourceIn: Ticks;
  /** Whether source and sequence differ in length: the item is retimed. */
  readonly isRetimed: boolean;
}

/** What a clipitem's times depend on. */
interface ClipItemPlace {
  readonly kind: 'video' | 'audio';
  readonly sequenceRate: FrameRate;
  /** The transition just before it in its track, and the one just after. */
  readonly before: Transition | undefined;
  readonly after: Transition | undefined;
}

interface SourceTimes {
  readonly in: Ticks;
  readonly length: Ticks;
}

const hidden = -1;

/**
 * Reads a clipitem's times. `start` and `end` count in the sequence's rate, `in` and `out` in the
 * item's own. An edge of -1 lies in a transition: the item then reaches over all of it, and is cut
 * back here to where the clips meet. Undefined when the item has no place or no length.
 */
export function readClipItemTimes(
  item: XmlElement,
  place: ClipItemPlace,
): ClipItemTimes | undefined {
  const source = readSource(item, place);
  const begin = readStart(item, source, place);
  if (!begin) return undefined;
  const endFrames = parseFrames(textOf(item, 'end')) ?? hidden;
  const end = readEnd(item, { endFrames, start: begin.start, source, place });
  if (end <= begin.start) return undefined;
  const length = subtractTicks(end, begin.start);
  const isWhole = !begin.isCutBack && endFrames !== hidden;
  const isSameLength = isWithinFrame(length, source.length, place.sequenceRate);
  return {
    range: { start: begin.start, end },
    sourceIn: begin.sourceIn,
    isRetimed: isWhole && !isSameLength,
  };
}

function readStart(
  item: XmlElement,
  source: SourceTimes,
  place: ClipItemPlace,
): { readonly start: Ticks; readonly sourceIn: Ticks; readonly isCutBack: boolean } | undefined {
  const frames = parseFrames(textOf(item, 'start')) ?? hidden;
  if (frames !== hidden) {
    const start = readTime(item, 'startTicks', { frames, rate: place.sequenceRate });
    return { start, sourceIn: source.in, isCutBack: false };
  }
  if (!place.before) return undefined;
  const { start, cut } = place.before;
  const sourceIn = addTicks(source.in, subtractTicks(cut, start));
  return { start: cut, sourceIn, isCutBack: true };
}

/**
 * Beside a transition Premiere stretches the first channel of untouched sound over all of it and
 * leaves the ticks right: sound therefore ends where its ticks say.
 */
function readEnd(
  item: XmlElement,
  known: {
    readonly endFrames: number;
    readonly start: Ticks;
    readonly source: SourceTimes;
    readonly place: ClipItemPlace;
  },
): Ticks {
  const { endFrames, start, source, place } = known;
  if (endFrames === hidden) return place.after?.cut ?? addTicks(start, source.length);
  const end = readTime(item, 'endTicks', { frames: endFrames, rate: place.sequenceRate });
  const hasTicks = place.kind === 'audio' && readTicks(item) !== undefined;
  return hasTicks ? addTicks(start, source.length) : end;
}

/** Picture believes its ticks only where `in` agrees; sound believes them always. */
function readSource(item: XmlElement, place: ClipItemPlace): SourceTimes {
  const rate = parseXmemlRate(item) ?? place.sequenceRate;
  const inTicks = framesAt(parseFrames(textOf(item, 'in')) ?? 0, rate);
  const outTicks = framesAt(parseFrames(textOf(item, 'out')) ?? 0, rate);
  const ticks = readTicks(item);
  const isBelieved =
    ticks !== undefined && (place.kind === 'audio' || isWithinFrame(ticks.in, inTicks, rate));
  return isBelieved ? ticks : { in: inTicks, length: subtractTicks(outTicks, inTicks) };
}

function readTicks(item: XmlElement): SourceTimes | undefined {
  const inTicks = parseTicksText(textOf(item, 'pproTicksIn'));
  const outTicks = parseTicksText(textOf(item, 'pproTicksOut'));
  if (inTicks === undefined || outTicks === undefined || outTicks <= inTicks) return undefined;
  return { in: inTicks, length: subtractTicks(outTicks, inTicks) };
}

/** The 0-based channel that a sound item plays; undefined where it names none (nested sequences). */
export function readChannel(item: XmlElement): number | undefined {
  const index = parseFrames(textOf(childOf(item, 'sourcetrack'), 'trackindex'));
  return index !== undefined && index > 0 ? index - 1 : undefined;
}
