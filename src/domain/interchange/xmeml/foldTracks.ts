import type { Finding } from '../../finding/Finding';
import { overlaps } from '../../time/TimeRange';
import type { XmemlEvent, XmemlTrack } from './readXmemlTrack';

/**
 * Puts sound tracks together that were written one channel a track: what the further tracks hold
 * is the further channels of the events in the first.
 */
export function foldTracks(tracks: readonly XmemlTrack[]): readonly XmemlTrack[] {
  const folded: XmemlTrack[] = [];
  for (const track of tracks) {
    const previous = folded[folded.length - 1];
    const continues = previous !== undefined && isContinuation(track, previous);
    if (continues) folded[folded.length - 1] = addChannels(previous, track);
    else folded.push({ ...track, explodedIndex: 0 });
  }
  return folded;
}

/** `explodedIndex` of a folded track is the last channel that it has taken in. */
function isContinuation(track: XmemlTrack, previous: XmemlTrack): boolean {
  return (
    track.explodedIndex > 0 &&
    track.explodedCount === previous.explodedCount &&
    track.explodedIndex === previous.explodedIndex + 1
  );
}

function addChannels(track: XmemlTrack, further: XmemlTrack): XmemlTrack {
  const events = [...track.events];
  const findings: Finding[] = [];
  for (const channel of further.events) {
    const index = events.findIndex((event) => isSameUse(event, channel, further.explodedIndex));
    const base = events[index];
    if (base) events[index] = join(base, channel);
    else findings.push(...placeAlone(events, channel));
  }
  return {
    ...track,
    explodedIndex: further.explodedIndex,
    events,
    findings: [...track.findings, ...further.findings.filter(isNewTo(track)), ...findings],
  };
}

/** A transition stands in every channel's track and is told of once. */
function isNewTo(track: XmemlTrack): (finding: Finding) => boolean {
  const known = new Set(track.findings.map(({ subject, message }) => `${subject} ${message}`));
  return ({ subject, message }) => !known.has(`${subject} ${message}`);
}

/** The same medium at the same time, this channel not yet taken. */
function isSameUse(event: XmemlEvent, channel: XmemlEvent, explodedIndex: number): boolean {
  return (
    event.medium.key === channel.medium.key &&
    event.clipIds.length <= explodedIndex &&
    overlaps(event.event.range, channel.event.range)
  );
}

function join(base: XmemlEvent, channel: XmemlEvent): XmemlEvent {
  return {
    ...base,
    event: { ...base.event, channels: [...base.event.channels, ...channel.event.channels] },
    clipIds: [...base.clipIds, ...channel.clipIds],
    linkedIds: [...base.linkedIds, ...channel.linkedIds],
  };
}

/** A channel without its first one is kept where there is room for it. */
function placeAlone(events: XmemlEvent[], channel: XmemlEvent): readonly Finding[] {
  const { range, name } = channel.event;
  const isFree = !events.some(({ event }) => overlaps(event.range, range));
  if (isFree) events.push(channel);
  const what = isFree ? 'it stands alone' : 'it was left out, since another clip stands there';
  return [
    {
      code: 'xmeml-channel-alone',
      severity: 'warning',
      subject: name,
      message: `A channel of this clip has no first channel beside it; ${what}.`,
    },
  ];
}
