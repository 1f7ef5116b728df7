import type { HostSequence, ReadCursor } from '../contract/host';
import { textOf } from './hostValues';
import { changed } from './readItems';
import { countTrackItems, readSequence } from './readSequence';
import { isTimeUp, type TimeLimit } from './timeLimit';

/** What was read, and where to go on. */
interface ReadSequences {
  readonly read: HostSequence[];
  readonly next: ReadCursor | null;
}

/** Reads sequences with their tracks, track items and markers until all are read or the time is up. */
export function readSequences(project: Project, from: ReadCursor, limit: TimeLimit): ReadSequences {
  const read: HostSequence[] = [];
  const sequences = project.sequences;
  const count = sequences.numSequences;
  if (from.item === null) requireSame(sequences[from.sequence], from.id);
  for (let index = from.sequence; index < count; index += 1) {
    const sequence = sequences[index];
    if (sequence === undefined) continue;
    const isBegun = index === from.sequence;
    if (!isBegun && isTimeUp(limit)) return { read: read, next: cursorAt(sequence, index, 0) };
    const part = readSequence(sequence, isBegun ? from.trackItems : 0, limit);
    read.push(part.sequence);
    if (!part.isWhole) return { read: read, next: cursorAt(sequence, index, part.trackItems) };
  }
  return { read: read, next: null };
}

function cursorAt(sequence: Sequence, index: number, trackItems: number): ReadCursor {
  return { item: null, sequence: index, trackItems: trackItems, id: stateOf(sequence) };
}

/** A page goes on only in the sequence that the last one ended in. */
function requireSame(sequence: Sequence | undefined, state: string): void {
  if (sequence === undefined || stateOf(sequence) !== state) throw changed();
}

/** Which sequence it is and how much stands in it: tells whether it is the one that was begun. */
function stateOf(sequence: Sequence): string {
  return textOf(sequence.sequenceID) + ' ' + textOf(countTrackItems(sequence));
}
