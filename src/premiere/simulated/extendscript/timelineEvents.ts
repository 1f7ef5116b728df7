import type { Sequence, Track, TrackChange, TrackItem } from '../model/ProjectModel';
import type { Dom } from './Dom';

const names = {
  added: 'onActiveSequenceTrackItemAdded',
  removed: 'onActiveSequenceTrackItemRemoved',
  structure: 'onActiveSequenceStructureChanged',
  selection: 'onActiveSequenceSelectionChanged',
} as const;

/**
 * Makes a change to the tracks of a sequence and lets listeners know, between scripts, what has
 * come and gone (premiere-hosts C13). A sequence that is not in front changes in silence.
 */
export function editTracks<Answer>(
  dom: Dom,
  sequence: Sequence | undefined,
  run: () => Answer,
): Answer {
  if (!sequence || !isHeard(dom, sequence, [names.added, names.removed, names.structure])) {
    return run();
  }
  const journal: TrackChange[] = [];
  sequence.journal = journal;
  try {
    return run();
  } finally {
    sequence.journal = null;
    tell(dom, journal);
  }
}

/** Lets listeners know that another selection is made in a sequence. */
export function tellSelection(dom: Dom, sequence: Sequence | undefined): void {
  if (!sequence || !isHeard(dom, sequence, [names.selection])) return;
  dom.services.applicationEvents.post(names.selection);
}

function isHeard(dom: Dom, sequence: Sequence, events: readonly string[]): boolean {
  const { applicationEvents } = dom.services;
  if (!events.some((name) => applicationEvents.handlerOf(name))) return false;
  return dom.projectOf(sequence.item).activeSequence === sequence;
}

function tell(dom: Dom, journal: readonly TrackChange[]): void {
  const { applicationEvents } = dom.services;
  for (const { item, track, isAdded } of netChanges(journal)) {
    const name = isAdded ? names.added : names.removed;
    applicationEvents.post(name, dom.wrap('Track', track), dom.wrap('TrackItem', item));
  }
  if (journal.length > 0) applicationEvents.post(names.structure);
}

interface NetChange {
  readonly item: TrackItem;
  readonly track: Track;
  readonly isAdded: boolean;
}

/** What moved, or came and went within one edit, is neither added nor removed. */
function netChanges(journal: readonly TrackChange[]): NetChange[] {
  const first = new Map<TrackItem, TrackChange>();
  for (const change of journal) if (!first.has(change.item)) first.set(change.item, change);
  return [...first.values()].flatMap(({ item, track, isPut }) => {
    const isThere = item.track !== null;
    return isThere === isPut ? [{ item, track, isAdded: isPut }] : [];
  });
}
