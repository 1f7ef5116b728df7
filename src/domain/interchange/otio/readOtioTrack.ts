import type { CutEvent } from '../../cut/Cut';
import type { Finding } from '../../finding/Finding';
import { ticksToFrames, type FrameRate } from '../../time/FrameRate';
import { addTicks, zeroTicks, type Ticks } from '../../time/Ticks';
import {
  metadataOf,
  objectOf,
  objectsOf,
  rangeOf,
  schemaOf,
  textOf,
  type OtioObject,
} from './OtioObject';
import { clipNotes, notesKey, type ClipNotes } from './otioNotes';
import { activeReference, readOtioMedium, sourceInOf, type OtioMedium } from './readOtioMedium';

/** A clip as read, its medium and links not yet given their ids. */
export interface OtioEvent {
  readonly event: Omit<CutEvent, 'mediaId' | 'linkId'>;
  readonly medium: OtioMedium;
  /** Our own ids, where the clip carries them. */
  readonly mediaId: string | undefined;
  readonly linkId: string | null | undefined;
  /** Premiere's link id; empty without one. */
  readonly premiereLink: string;
}

/** What is known of a track before its clips are read. */
interface OtioTrackContext {
  readonly kind: 'Video' | 'Audio';
  readonly frameRate: FrameRate;
  readonly width: number;
  readonly height: number;
}

/** A track's clips and what of it a cut does not hold. */
interface OtioTrack {
  readonly events: readonly OtioEvent[];
  readonly findings: readonly Finding[];
}

/** Reads a track: clips with their positions, gaps as distance; a nested composition is one event. */
export function readOtioTrack(track: OtioObject, context: OtioTrackContext): OtioTrack {
  const events: OtioEvent[] = [];
  const findings: Finding[] = [...describeItem(track)];
  let position = zeroTicks;
  for (const child of objectsOf(track['children'])) {
    findings.push(...describeItem(child));
    if (schemaOf(child) === 'Transition') {
      findings.push(describeTransition(child, ticksToFrames(position, context.frameRate)));
      continue;
    }
    const duration = durationOf(child);
    if (duration <= 0n) continue;
    if (schemaOf(child) !== 'Gap') {
      events.push(readClip(child, { ...context, position, duration }));
    }
    position = addTicks(position, duration);
  }
  return { events, findings };
}

interface ClipContext extends OtioTrackContext {
  readonly position: Ticks;
  readonly duration: Ticks;
}

function readClip(clip: OtioObject, context: ClipContext): OtioEvent {
  const { position, duration } = context;
  const name = textOf(clip['name']);
  const notes = clipNotes.safeParse(metadataOf(clip, notesKey)).data;
  const assumed = { ...context, durationTicks: duration, name };
  const medium = readOtioMedium(activeReference(clip), assumed);
  const start = rangeOf(clip['source_range'])?.start ?? medium.availableStart;
  const sourceIn = sourceInOf(start, medium);
  return {
    medium,
    ...readIds(clip, notes),
    event: {
      name,
      range: { start: position, end: addTicks(position, duration) },
      sourceIn,
      sourceOut: addTicks(sourceIn, duration),
      enabled: clip['enabled'] !== false,
      channels: notes ? notes.channels : readChannels(clip, context.kind),
    },
  };
}

function readIds(
  clip: OtioObject,
  notes: ClipNotes | undefined,
): Pick<OtioEvent, 'mediaId' | 'linkId' | 'premiereLink'> {
  const premiereLink = textOf(metadataOf(clip, 'PremierePro_OTIO')?.['LinkID']);
  return { mediaId: notes?.mediaId, linkId: notes?.linkId, premiereLink };
}

/** Premiere's channel assignments; stereo where nobody says. */
function readChannels(clip: OtioObject, kind: 'Video' | 'Audio'): readonly number[] {
  if (kind === 'Video') return [];
  const audio = objectOf(metadataOf(clip, 'PremierePro_OTIO')?.['AudioChannels']);
  const assigned = objectsOf(audio?.['SecondaryAssignments']).map(
    (each) => each['SecondaryChannelIndex'],
  );
  const channels = assigned.filter((channel) => typeof channel === 'number');
  return channels.length > 0 ? channels : [0, 1];
}

/** Tracks last as long as all they hold, stacks as long as the longest. */
function isTrack(item: OtioObject): boolean {
  return schemaOf(item) === 'Track' || schemaOf(item) === 'Sequence';
}

/** How long an item lasts in its track: its source range, or what it holds. */
function durationOf(item: OtioObject): Ticks {
  const own = rangeOf(item['source_range']) ?? rangeOf(activeReference(item)?.['available_range']);
  if (own) return own.duration;
  const parts = objectsOf(item['children'])
    .filter((child) => schemaOf(child) !== 'Transition')
    .map(durationOf);
  if (isTrack(item)) return parts.reduce(addTicks, zeroTicks);
  return parts.reduce((longest, part) => (part > longest ? part : longest), zeroTicks);
}

/** What a track is made of; `Sequence` is the name that tracks had at first. */
const ownSchemas = new Set(['Clip', 'Gap', 'Track', 'Sequence', 'Transition']);
/** What may have no length. */
const lengthless = new Set(['Gap', 'Track', 'Sequence', 'Transition']);

/** What of an item is left out, each in words. */
function describeItem(item: OtioObject): readonly Finding[] {
  const schema = schemaOf(item);
  const name = textOf(item['name']);
  const subject = name || schema || 'item';
  const describe = (code: string, message: string): Finding => ({
    code,
    severity: 'warning',
    subject,
    message,
  });
  const effects = objectsOf(item['effects']).filter((effect) => !isIntrinsic(effect));
  return [
    ...describeSchema(schema).map(([code, message]) => describe(code, message)),
    ...effects.map((effect) =>
      describe(
        'otio-effect-left-out',
        `${effectName(effect)} was left out: a cut holds no effects.`,
      ),
    ),
    ...objectsOf(item['markers']).map((marker) =>
      describe(
        'otio-marker-left-out',
        `The marker “${textOf(marker['name'])}” stands on a clip or track, where a cut has none.`,
      ),
    ),
    ...(!lengthless.has(schema) && durationOf(item) <= 0n
      ? [describe('otio-item-without-length', 'This item has no length and was left out.')]
      : []),
  ];
}

function describeTransition(transition: OtioObject, frame: number): Finding {
  return {
    code: 'otio-transition-left-out',
    severity: 'warning',
    subject: textOf(transition['name']) || 'Transition',
    message: `The transition at frame ${frame} was left out; the clips meet at its cut.`,
  };
}

function describeSchema(schema: string): readonly (readonly [string, string])[] {
  if (ownSchemas.has(schema)) return [];
  if (schema === 'Stack') {
    return [['otio-nested-left-out', 'What is nested here is one event without media.']];
  }
  return [['otio-unknown-item', `“${schema}” is unknown; it is one event without media.`]];
}

/** Premiere writes its fixed effects (motion, opacity, volume) on every clip. */
function isIntrinsic(effect: OtioObject): boolean {
  return metadataOf(effect, 'PremierePro_OTIO')?.['IsIntrinsic'] === true;
}

function effectName(effect: OtioObject): string {
  return textOf(effect['effect_name']) || textOf(effect['name']) || schemaOf(effect) || 'An effect';
}
