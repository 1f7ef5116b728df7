import type { Ids } from './Ids';
import type { Sequence, TrackItem } from './ProjectModel';

/** Links an item to a group, or to nothing. */
export function setLink(item: TrackItem, linkId: string | null): void {
  if (item.track) forgetLink(item, item.track.sequence);
  item.linkId = linkId;
  if (item.track) noteLink(item, item.track.sequence);
}

/** Enters an item that stands in a sequence into its group. */
export function noteLink(item: TrackItem, { links }: Sequence): void {
  if (item.linkId === null) return;
  const group = links.get(item.linkId);
  if (group) group.add(item);
  else links.set(item.linkId, new Set([item]));
}

/** Strikes an item that leaves a sequence from its group. */
export function forgetLink(item: TrackItem, { links }: Sequence): void {
  if (item.linkId === null) return;
  const group = links.get(item.linkId);
  group?.delete(item);
  if (group?.size === 0) links.delete(item.linkId);
}

/**
 * Links for the tails of one edit: parts that were linked stay so behind the cut as well, and not
 * with what stands before it.
 */
export class TailLinks {
  private readonly made = new Map<string, string>();

  constructor(readonly ids: Ids) {}

  /** The link of a tail whose head has the given one. */
  of(linkId: string | null): string | null {
    if (linkId === null) return null;
    const link = this.made.get(linkId) ?? this.ids.guid();
    this.made.set(linkId, link);
    return link;
  }

  /** A tail that was cut alone is linked to nothing. Call it when the edit is over. */
  settle({ links }: Sequence): void {
    for (const link of this.made.values()) {
      const [only, another] = links.get(link) ?? [];
      if (only && !another) setLink(only, null);
    }
  }
}
