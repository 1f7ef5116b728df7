import type { CutEvent, CutMedia } from '../../cut/Cut';
import type { OtioEvent } from './readOtioTrack';

/** Tracks with ids in them, and the media that those name. */
export interface IdentifiedEvents {
  /** In the order of the tracks given. */
  readonly tracks: readonly (readonly CutEvent[])[];
  readonly media: readonly CutMedia[];
}

/**
 * Gives media and links their ids: our own where the clips carry them, else by file (by clip where
 * there is none) and by Premiere's link ids that more than one clip shares.
 */
export function assignOtioIds(tracks: readonly (readonly OtioEvent[])[]): IdentifiedEvents {
  const all = tracks.flat();
  const media = identifyMedia(all);
  const shared = sharedLinks(all);
  const toEvent = (event: OtioEvent): CutEvent => ({
    ...event.event,
    mediaId: media.get(keyOf(event))?.id ?? '',
    linkId: linkOf(event, shared),
  });
  return { tracks: tracks.map((track) => track.map(toEvent)), media: [...media.values()] };
}

function identifyMedia(events: readonly OtioEvent[]): ReadonlyMap<string, CutMedia> {
  const reserved = new Set(events.flatMap(({ mediaId }) => mediaId ?? []));
  const taken = new Set<string>();
  const media = new Map<string, CutMedia>();
  for (const event of events) {
    const key = keyOf(event);
    if (media.has(key)) continue;
    const own = event.mediaId;
    const id = own !== undefined && !taken.has(own) ? own : freeId(reserved, taken);
    taken.add(id);
    media.set(key, { id, ...event.medium.medium });
  }
  return media;
}

/** One medium is one file, whatever the clips call it; a clip without a file stands for itself. */
function keyOf({ mediaId, medium: { medium } }: OtioEvent): string {
  return JSON.stringify([mediaId ?? null, medium.path, medium.path === '' ? medium.name : '']);
}

function freeId(reserved: ReadonlySet<string>, taken: ReadonlySet<string>): string {
  let number = taken.size + 1;
  while (reserved.has(`media-${number}`) || taken.has(`media-${number}`)) number += 1;
  return `media-${number}`;
}

function sharedLinks(events: readonly OtioEvent[]): ReadonlyMap<string, string> {
  const foreign = events.filter(({ linkId, premiereLink }) => linkId === undefined && premiereLink);
  const counts = new Map<string, number>();
  for (const { premiereLink } of foreign) {
    counts.set(premiereLink, (counts.get(premiereLink) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([link], index) => [link, `link-${index + 1}`]));
}

function linkOf(event: OtioEvent, shared: ReadonlyMap<string, string>): string | null {
  return event.linkId === undefined ? (shared.get(event.premiereLink) ?? null) : event.linkId;
}
