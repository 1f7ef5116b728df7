import { ticksToSeconds, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import type { Marks, Sequence } from '../model/ProjectModel';
import { endOfTracks, floorToUnit } from '../model/timeGrid';
import { toFlag } from '../es3/scriptValues';
import { exactTicks, type Dom } from './Dom';
import { sequenceTime, ticksText } from './timeArguments';

/** What Premiere says for an in or out point that is not set, in seconds. */
const notSet = -400_000;

/** Readers of the in and out points, the work area and the playhead. */
export function timeReaders(dom: Dom) {
  const asSeconds = (ticks: Ticks | null) => (ticks === null ? notSet : ticksToSeconds(ticks));
  const asTime = (ticks: Ticks | null) => dom.time(ticks ?? exactTicks(notSet));
  const workIn = ({ workArea }: Sequence) => workArea.in ?? zeroTicks;
  const workOut = (sequence: Sequence) => sequence.workArea.out ?? endOfTracks(sequence);
  return {
    getInPoint: ({ marks }: Sequence) => String(asSeconds(marks.in)),
    getOutPoint: ({ marks }: Sequence) => String(asSeconds(marks.out)),
    getInPointAsTime: ({ marks }: Sequence) => asTime(marks.in),
    getOutPointAsTime: ({ marks }: Sequence) => asTime(marks.out),
    getWorkAreaInPoint: (sequence: Sequence) => asSeconds(workIn(sequence)),
    getWorkAreaOutPoint: (sequence: Sequence) => asSeconds(workOut(sequence)),
    getWorkAreaInPointAsTime: (sequence: Sequence) => dom.time(workIn(sequence)),
    getWorkAreaOutPointAsTime: (sequence: Sequence) => dom.time(workOut(sequence)),
    isWorkAreaEnabled: ({ workArea }: Sequence) => workArea.isEnabled,
    getPlayerPosition: ({ playhead }: Sequence) => dom.time(playhead),
  };
}

/** Writers of the same. */
export function timeMutators(dom: Dom) {
  const marking = (marksOf: (sequence: Sequence) => Marks, end: 'in' | 'out') => ({
    run: (sequence: Sequence, [time]: readonly unknown[]) => {
      const ticks = sequenceTime(dom, time, sequence);
      setMark(marksOf(sequence), end, ticks <= exactTicks(notSet) ? null : ticks);
      return 0;
    },
  });
  const marks = (sequence: Sequence) => sequence.marks;
  const workArea = (sequence: Sequence) => sequence.workArea;
  return {
    setInPoint: marking(marks, 'in'),
    setOutPoint: marking(marks, 'out'),
    setWorkAreaInPoint: marking(workArea, 'in'),
    setWorkAreaOutPoint: marking(workArea, 'out'),
    setWorkAreaInPointAsTime: marking(workArea, 'in'),
    setWorkAreaOutPointAsTime: marking(workArea, 'out'),
    setWorkAreaEnabled: {
      run: (sequence: Sequence, [enabled]: readonly unknown[]) => {
        sequence.workArea.isEnabled = toFlag(enabled);
        return 0;
      },
    },
    setPlayerPosition: {
      run: (sequence: Sequence, [ticks]: readonly unknown[]) => {
        const asked = floorToUnit(ticksText(dom, ticks), sequence.frameTicks);
        sequence.playhead = asked < 0n ? zeroTicks : asked;
        return 0;
      },
    },
    setZeroPoint: {
      run: (sequence: Sequence, [ticks]: readonly unknown[]) => {
        sequence.zeroPoint = ticksText(dom, ticks);
        return 0;
      },
    },
  };
}

/** One that would cross the other unsets the other, as in the interface. */
function setMark(marks: Marks, end: 'in' | 'out', ticks: Ticks | null): void {
  marks[end] = ticks;
  const { in: markedIn, out } = marks;
  if (markedIn === null || out === null || markedIn < out) return;
  marks[end === 'in' ? 'out' : 'in'] = null;
}
