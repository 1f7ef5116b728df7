import type { CutEvent, CutMedia } from '../../cut/Cut';
import type { XmemlEvent } from './readXmemlTrack';

/** Tracks with ids in them, and the media that those name. */
export interface IdentifiedEvents {
  /** In the order of the tracks given. */
  readonly tracks: readonly (readonly CutEvent[])[];
  readonly media: readonly CutMedia[];
}

/** Media keep the document's ids; links are counted in order of first use. */
export function assignXmemlIds(tracks: readonly (readonly XmemlEvent[])[]): IdentifiedEvents {
  const all = tracks.flat();
  const media = identifyMedia(all);
  const links = numberLinks(all);
  const toEvent = (event: XmemlEvent): CutEvent => ({
    ...event.event,
    mediaId: media.get(event.medium.key)?.id ?? '',
    linkId: links.get(event) ?? null,
  });
  return { tracks: tracks.map((track) => track.map(toEvent)), media: [...media.values()] };
}

function identifyMedia(events: readonly XmemlEvent[]): ReadonlyMap<string, CutMedia> {
  const reserved = new Set(events.map(({ medium }) => medium.documentId));
  const media = new Map<string, CutMedia>();
  for (const { medium } of events) {
    if (media.has(medium.key)) continue;
    const id = medium.documentId || freeId(reserved);
    reserved.add(id);
    media.set(medium.key, { id, ...medium.medium });
  }
  return media;
}

function freeId(reserved: ReadonlySet<string>): string {
  let number = 1;
  while (reserved.has(`media-${number}`)) number += 1;
  return `media-${number}`;
}

/** Links are followed both ways; an id that several events bear links nothing. */
function numberLinks(events: readonly XmemlEvent[]): ReadonlyMap<XmemlEvent, string> {
  const neighbours = findNeighbours(events);
  const numbers = new Map<XmemlEvent, string>();
  let count = 0;
  for (const event of events) {
    if (numbers.has(event)) continue;
    const group = reach(event, neighbours);
    if (group.size < 2) continue;
    count += 1;
    for (const member of group) numbers.set(member, `link-${count}`);
  }
  return numbers;
}

type Neighbours = ReadonlyMap<XmemlEvent, ReadonlySet<XmemlEvent>>;

function findNeighbours(events: readonly XmemlEvent[]): Neighbours {
  const bearers = findBearers(events);
  const neighbours = new Map(events.map((event) => [event, new Set<XmemlEvent>()]));
  for (const event of events) {
    for (const other of event.linkedIds.map((id) => bearers.get(id))) {
      if (!other) continue;
      neighbours.get(event)?.add(other);
      neighbours.get(other)?.add(event);
    }
  }
  return neighbours;
}

/** The one event that bears an id; null where there are several. */
function findBearers(events: readonly XmemlEvent[]): ReadonlyMap<string, XmemlEvent | null> {
  const bearers = new Map<string, XmemlEvent | null>();
  for (const event of events) {
    for (const id of event.clipIds) bearers.set(id, bearers.has(id) ? null : event);
  }
  return bearers;
}

function reach(start: XmemlEvent, neighbours: Neighbours): ReadonlySet<XmemlEvent> {
  const reached = new Set([start]);
  for (const event of reached) {
    for (const neighbour of neighbours.get(event) ?? []) reached.add(neighbour);
  }
  return reached;
}
