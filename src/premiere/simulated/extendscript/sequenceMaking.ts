import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { toTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import { binOf } from '../model/bins';
import { cloneSequence, reframedCopy, subsequenceOf } from '../model/cloneSequence';
import { itemsOf } from '../model/editing';
import type { Sequence } from '../model/ProjectModel';
import { closeSequence, keepSequence } from '../model/sequences';
import { endOfTracks, floorToUnit } from '../model/timeGrid';
import { isClip, type Dom } from './Dom';

/** Formats of caption tracks; their numbers are not established. */
export const captionFormats = {
  CAPTION_FORMAT_SUBTITLE: 0,
  CAPTION_FORMAT_608: 1,
  CAPTION_FORMAT_708: 2,
  CAPTION_FORMAT_TELETEXT: 3,
  CAPTION_FORMAT_OPEN_EBU: 4,
  CAPTION_FORMAT_OP42: 5,
  CAPTION_FORMAT_OP47: 6,
} as const;

/** Methods that make another sequence of a sequence, or close it. */
export function makingMutators(dom: Dom) {
  return {
    clone: {
      run: (sequence: Sequence) => {
        keepBeside(dom, sequence, cloneSequence(sequence, dom.session.ids));
        return true;
      },
      pretend: () => true,
    },
    createSubsequence: making(dom, subsequence),
    autoReframeSequence: making(dom, reframed),
    close: {
      run: (sequence: Sequence) => {
        const project = dom.projectOf(sequence.item);
        const wasActive = project.activeSequence === sequence;
        closeSequence(project, sequence);
        if (wasActive) dom.services.applicationEvents.post('onActiveSequenceChanged');
        return true;
      },
      pretend: () => true,
    },
  };
}

type Make = (dom: Dom, sequence: Sequence, args: readonly unknown[]) => Sequence | undefined;

/** Answers the sequence that was made, or 0. */
function making(dom: Dom, make: Make) {
  const answer = (made: Sequence | undefined) => (made ? dom.wrap('Sequence', made) : 0);
  return {
    run: (sequence: Sequence, args: readonly unknown[]) => {
      const made = make(dom, sequence, args);
      if (made) keepBeside(dom, sequence, made);
      return answer(made);
    },
    pretend: (sequence: Sequence, args: readonly unknown[]) => answer(make(dom, sequence, args)),
  };
}

/** Into the original's project and bin; what was in front stays there. */
function keepBeside(dom: Dom, original: Sequence, made: Sequence): void {
  const project = dom.projectOf(original.item);
  keepSequence(project, made, binOf(original.item, project));
}

/** Makes a caption track of an imported caption file; false for anything else. */
export function captionMutators(dom: Dom) {
  const createCaptionTrack = {
    run: (sequence: Sequence, [item, start, format]: readonly unknown[]) => {
      const source = dom.demand('ProjectItem', item);
      if (!isClip(source) || source.media.kind !== 'captions') return false;
      sequence.captionTracks.push({
        name: source.name,
        startTicks: start === undefined ? zeroTicks : dom.ticksOf(start, sequence.frameTicks),
        format: format === undefined ? captionFormats.CAPTION_FORMAT_SUBTITLE : toNumber(format),
      });
      return true;
    },
    pretend: () => true,
  };
  return dom.session.behaviour.hasCaptionTracks ? { createCaptionTrack } : {};
}

function subsequence(
  dom: Dom,
  sequence: Sequence,
  [ignoresTargets]: readonly unknown[],
): Sequence | undefined {
  const range = rangeOf(sequence);
  if (range.end <= range.start) return undefined;
  const takes = toFlag(ignoresTargets)
    ? () => true
    : ({ isTargeted }: { readonly isTargeted: boolean }) => isTargeted;
  const name = subsequenceName(dom, sequence);
  return subsequenceOf(sequence, { ...range, name, takes }, dom.session.ids);
}

/** The original's name with the first number that is free: “Cut_Sub_01”. */
function subsequenceName(dom: Dom, { item }: Sequence): string {
  const taken = new Set(dom.projectOf(item).sequences.map((sequence) => sequence.item?.name));
  for (let number = 1; ; number += 1) {
    const name = `${item?.name ?? ''}_Sub_${String(number).padStart(2, '0')}`;
    if (!taken.has(name)) return name;
  }
}

/** In to out; where neither is set what is selected, and where nothing is, all of it. */
function rangeOf(sequence: Sequence): TimeRange {
  const { marks } = sequence;
  const end = endOfTracks(sequence);
  if (marks.in !== null || marks.out !== null) {
    return { start: marks.in ?? zeroTicks, end: marks.out ?? end };
  }
  const selected = itemsOf(sequence).filter(({ isSelected }) => isSelected);
  if (selected.length === 0) return { start: zeroTicks, end };
  const range = selected.reduce<TimeRange>(
    (span, { startTicks, endTicks }) => ({
      start: startTicks < span.start ? startTicks : span.start,
      end: endTicks > span.end ? endTicks : span.end,
    }),
    { start: end, end: zeroTicks },
  );
  return toWholeFrames(range, sequence.frameTicks);
}

/** Sound stands on samples; what is cut out of a sequence begins and ends on its frames. */
function toWholeFrames({ start, end }: TimeRange, frameTicks: Ticks): TimeRange {
  const lastFrame = floorToUnit(toTicks(end + frameTicks - 1n), frameTicks);
  return { start: floorToUnit(start, frameTicks), end: lastFrame };
}

function reframed(dom: Dom, sequence: Sequence, args: readonly unknown[]): Sequence {
  const [numerator, denominator] = [toNumber(args[0]), toNumber(args[1])];
  const name = args[3] === undefined ? `${sequence.item?.name ?? ''} reframed` : toText(args[3]);
  return reframedCopy(sequence, { numerator, denominator, name }, dom.session.ids);
}
