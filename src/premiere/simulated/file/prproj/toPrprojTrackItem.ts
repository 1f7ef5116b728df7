import type {
  PremiereClip,
  PremiereTrackItem,
} from '../../../../domain/interchange/prproj/PremiereProject';
import {
  addTicks,
  subtractTicks,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../../domain/time/Ticks';
import { audioClipsOf, makeTrackItem } from '../../model/placing';
import type { PlaceableItem, Track, TrackItem } from '../../model/ProjectModel';
import type { PrprojReading } from './PrprojReading';
import { applyPrprojEffects } from './applyPrprojEffects';
import { itemOfMasterClip } from './toPrprojItems';

/** A use in the file, on which kind of track, and the link it has here. */
interface WrittenUse {
  readonly written: PremiereTrackItem;
  readonly mediaType: Track['mediaType'];
  readonly link: string | null;
}

/** A track item of Premiere's; undefined, with a remark, when nothing says what it plays. */
export function toPrprojTrackItem(
  { written, mediaType, link }: WrittenUse,
  reading: PrprojReading,
): TrackItem | undefined {
  const item = itemOfMasterClip(written.masterClip, reading) ?? itemOfSource(written, reading);
  if (!item) {
    reading.remarks.add(`“${written.name}” on a track plays nothing that the file holds.`);
    return undefined;
  }
  const channels = mediaType === 'Audio' ? channelsOf(item, written) : [];
  const use = { item, span: spanOf(written), channels, linkId: link };
  const made = makeTrackItem(use, reading.session.ids);
  if (written.name !== '') made.name = written.name;
  made.isDisabled = written.isDisabled;
  if (written.clip) takeSpeed(made, written.clip, reading);
  noteOtherMedium(made, written, reading);
  applyPrprojEffects(made, { effects: written.effects, mediaType }, reading);
  return made;
}

function channelsOf(item: PlaceableItem, { channelGroup }: PremiereTrackItem) {
  return audioClipsOf(item)[channelGroup] ?? [0];
}

function takeSpeed(made: TrackItem, clip: PremiereClip, { remarks }: PrprojReading): void {
  made.speed = clip.speed;
  made.isReversed = clip.isReversed;
  if (clip.hasTimeRemapping) {
    remarks.add(`The time remapping of “${made.name}” is kept but not used.`);
  }
}

/** The project item decides what is shown; Premiere lets a track item keep what it was made of. */
function noteOtherMedium(made: TrackItem, { clip }: PremiereTrackItem, reading: PrprojReading) {
  const played = clip?.source?.kind === 'media' ? reading.media.get(clip.source.media) : undefined;
  if (!played || made.item.kind !== 'clip' || played.path === made.item.media.path) return;
  reading.remarks.add(
    `“${made.name}” on a track plays “${played.path}”, its project item “${made.item.media.path}”, which is shown.`,
  );
}

/** Without a master clip the medium or sequence itself says it. */
function itemOfSource(
  { clip }: PremiereTrackItem,
  reading: PrprojReading,
): PlaceableItem | undefined {
  const source = clip?.source;
  if (source?.kind === 'sequence') return reading.sequences.get(source.sequence)?.item ?? undefined;
  const master = source ? reading.masterOfMedia.get(source.media) : undefined;
  return master === undefined ? undefined : itemOfMasterClip(master, reading);
}

function spanOf({ startTicks, endTicks, clip }: PremiereTrackItem) {
  const length = subtractTicks(endTicks, startTicks);
  const source = clip ? sourceSpanOf(clip, length) : { in: zeroTicks, out: length };
  return { start: startTicks, end: endTicks, ...source };
}

/**
 * The part of the source. At another speed than 1 Premiere writes in and out points in the time of
 * the sequence, so that they last as long as the item; where they do not, they are source time.
 */
function sourceSpanOf(clip: PremiereClip, length: Ticks): { in: Ticks; out: Ticks } {
  const { speed } = clip;
  const start = clip.inTicks ?? zeroTicks;
  const end = clip.outTicks ?? addTicks(start, length);
  const shown = scaled(length, speed);
  const stored = subtractTicks(end, start);
  if (distance(stored, shown) <= distance(stored, length)) return { in: start, out: end };
  const first = scaled(start, speed);
  return { in: first, out: addTicks(first, shown) };
}

function scaled(ticks: Ticks, by: number): Ticks {
  return by === 1 ? ticks : toTicks(BigInt(Math.round(Number(ticks) * by)));
}

function distance(left: Ticks, right: Ticks): bigint {
  return left > right ? left - right : right - left;
}
