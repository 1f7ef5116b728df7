import { subtractTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import { setLink, TailLinks } from '../model/links';
import { unitOfUse } from '../model/placing';
import type { Sequence, Track, TrackItem } from '../model/ProjectModel';
import { endOfTracks, floorToUnit } from '../model/timeGrid';
import { clearSpan, firstEndingAfter, neighbourOf, shiftFrom, splitOff } from '../model/tracks';
import type { Dom } from './Dom';
import { ticksOfLabel } from './qeTimes';
import { editTracks } from './timelineEvents';

type Args = readonly unknown[];

/** Cutting through every track of a sequence. */
export function cutting(dom: Dom) {
  return {
    razor: {
      run: (sequence: Sequence, [label]: Args) => razor(dom, allOf(sequence), label),
      pretend: () => true,
    },
    lift: { run: (sequence: Sequence) => takeOut(dom, sequence, false), pretend: () => true },
    extract: { run: (sequence: Sequence) => takeOut(dom, sequence, true), pretend: () => true },
  };
}

/**
 * Cuts what spans a time on tracks of one sequence. The time is a label of its display format;
 * anything else cuts nothing, and nothing is said (premiere-hosts C5).
 */
export function razor(dom: Dom, tracks: readonly Track[], label: unknown): boolean | undefined {
  const [first] = tracks;
  const at = first && ticksOfLabel(first.sequence, label);
  if (!first || at === undefined) return undefined;
  editTracks(dom, first.sequence, () => {
    for (const track of tracks) if (!track.isLocked) cutTrack(dom, track, at);
  });
  return true;
}

function cutTrack(dom: Dom, track: Track, at: Ticks): void {
  const item = track.items[firstEndingAfter(track, at)];
  if (!item) return;
  const cut = floorToUnit(at, unitOfUse(item));
  if (cut <= item.startTicks || item.endTicks <= cut) return;
  splitOff(item, cut, new TailLinks(dom.session.ids));
  const tail = neighbourOf(item, 1);
  if (tail?.startTicks === cut) setLink(tail, linkBehind(dom, item, cut));
}

const linksBehind = new WeakMap<Sequence, Map<string, string>>();

/** Parts that were linked and are cut at the same time, track after track, are linked behind it. */
function linkBehind(dom: Dom, { track, linkId }: TrackItem, cut: Ticks): string | null {
  if (!track || linkId === null) return null;
  const links = linksBehind.get(track.sequence) ?? new Map<string, string>();
  linksBehind.set(track.sequence, links);
  const name = `${linkId} ${cut}`;
  const link = links.get(name) ?? dom.session.ids.guid();
  links.set(name, link);
  return link;
}

/** Clears in to out on the targeted tracks; extracting closes the gap as well. */
function takeOut(dom: Dom, sequence: Sequence, closes: boolean): boolean {
  const start = sequence.marks.in ?? zeroTicks;
  const end = sequence.marks.out ?? endOfTracks(sequence);
  if (end <= start) return false;
  editTracks(dom, sequence, () => {
    const links = new TailLinks(dom.session.ids);
    for (const track of allOf(sequence)) {
      if (!track.isTargeted || track.isLocked) continue;
      clearSpan(track, { start, end }, links);
      if (closes) shiftFrom(track, firstEndingAfter(track, start), subtractTicks(start, end));
    }
    links.settle(sequence);
  });
  return true;
}

function allOf({ videoTracks, audioTracks }: Sequence): readonly Track[] {
  return [...videoTracks, ...audioTracks];
}
