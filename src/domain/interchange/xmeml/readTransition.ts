import type { FrameRate } from '../../time/FrameRate';
import { addTicks, type Ticks } from '../../time/Ticks';
import { childOf, textOf, type XmlElement } from '../xml/XmlElement';
import { framesAt, parseFrames, parseTicksText } from './xmemlRate';

/** A transition between two clipitems. */
export interface Transition {
  readonly name: string;
  readonly start: Ticks;
  /** Where the clips would meet without it; for fades, where the one clip ends or begins. */
  readonly cut: Ticks;
}

/** Reads a `transitionitem`, counted in the sequence's rate. */
export function readTransition(item: XmlElement, rate: FrameRate): Transition {
  const frames = (name: string) => parseFrames(textOf(item, name)) ?? 0;
  const [start, end] = [frames('start'), frames('end')];
  const toCut = parseTicksText(textOf(item, 'cutPointTicks'));
  const startTicks = framesAt(start, rate);
  const aligned = framesAt(cutOf(start, end, textOf(item, 'alignment')), rate);
  return {
    name: textOf(childOf(item, 'effect'), 'name')?.trim() || 'Transition',
    start: startTicks,
    cut: toCut === undefined ? aligned : addTicks(startTicks, toCut),
  };
}

/** The frame of the cut: where the alignment says, in the middle when it says nothing. */
function cutOf(start: number, end: number, alignment: string | undefined): number {
  const edge = alignment?.trim().toLowerCase().replace('-black', '');
  if (edge === 'start') return start;
  return edge === 'end' ? end : Math.floor((start + end) / 2);
}
