import type { HostItem } from '../contract/host';
import type { PlannedPlacement } from '../domain/cut/PlannedPlacement';
import { fileNameOf } from '../domain/day/resolvePath';

/**
 * Placements for a fingerprint: what is used, by file name, start timecode and length. Item ids last
 * a session only, item names are the editor's to change, and a path changes when media move.
 */
export function placedMedia(
  placements: readonly PlannedPlacement[],
  items: readonly HostItem[],
): readonly unknown[] {
  const media = new Map(
    items.map(({ id, mediaPath, startTicks, durationTicks }) => [
      id,
      [fileNameOf(mediaPath), startTicks, durationTicks],
    ]),
  );
  return placements.map((placement) => ({
    ...placement,
    itemId: media.get(placement.itemId),
    name: '',
  }));
}
