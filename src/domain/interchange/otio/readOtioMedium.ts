import type { CutMedia } from '../../cut/Cut';
import { parseFrameRate, type FrameRate } from '../../time/FrameRate';
import { parseTicks, toTicks, zeroTicks, type Ticks } from '../../time/Ticks';
import { formatMediaUrl, parseMediaUrl } from '../mediaUrl';
import { objectOf, metadataOf, rangeOf, schemaOf, textOf, type OtioObject } from './OtioObject';
import { mediaNotes, notesKey, type MediaNotes } from './otioNotes';

/** A clip's medium, its id not yet given. */
export interface OtioMedium {
  readonly medium: Omit<CutMedia, 'id'>;
  /** First time of the medium in its own counting: its start timecode in some programs, else zero. */
  readonly availableStart: Ticks;
  /** Whether raster, rate and channels had to be assumed. */
  readonly isAssumed: boolean;
}

/** What the sequence says, for media of which nobody noted anything. */
interface OtioAssumptions {
  readonly frameRate: FrameRate;
  readonly width: number;
  readonly height: number;
  readonly kind: 'Video' | 'Audio';
  /** Duration where the reference has no available range. */
  readonly durationTicks: Ticks;
  readonly name: string;
}

const assumedAudio = { sampleRate: 48_000, channels: 2 } as const;

/** The medium that a clip stands for at present: Clip.2's active reference or Clip.1's only one. */
export function activeReference(clip: OtioObject): OtioObject | undefined {
  const key = textOf(clip['active_media_reference_key']) || 'DEFAULT_MEDIA';
  return objectOf(objectOf(clip['media_references'])?.[key]) ?? objectOf(clip['media_reference']);
}

/** Reads a media reference; our own notes go before what can only be assumed. */
export function readOtioMedium(
  reference: OtioObject | undefined,
  assumed: OtioAssumptions,
): OtioMedium {
  const notes = readNotes(reference);
  const { start, duration } = rangeOf(reference?.['available_range']) ?? {
    start: zeroTicks,
    duration: assumed.durationTicks,
  };
  const path = readPath(reference, notes);
  const own = notes ? readOwn(notes) : { reel: null, startTicks: start, ...assumeStreams(assumed) };
  const name = readName(reference, notes, baseName(path) || assumed.name);
  return {
    availableStart: start,
    isAssumed: notes === undefined,
    medium: { name, path, durationTicks: duration, ...own },
  };
}

function readOwn(notes: MediaNotes): Pick<CutMedia, 'reel' | 'startTicks' | 'video' | 'audio'> {
  return { reel: notes.reel, startTicks: parseTicks(notes.startTicks), ...readStreams(notes) };
}

function readNotes(reference: OtioObject | undefined): MediaNotes | undefined {
  return mediaNotes.safeParse(metadataOf(reference, notesKey)).data;
}

/** A name of ours may be empty; an empty one of others says nothing. */
function readName(
  reference: OtioObject | undefined,
  notes: MediaNotes | undefined,
  fallback: string,
): string {
  const name = textOf(reference?.['name']);
  return notes ? name : name || fallback;
}

function readPath(reference: OtioObject | undefined, notes: MediaNotes | undefined): string {
  const schema = schemaOf(reference);
  if (schema === 'ImageSequenceReference') return readImageSequence(reference);
  if (schema !== 'ExternalReference') return '';
  const url = textOf(reference?.['target_url']);
  const isNoted = notes !== undefined && formatMediaUrl(notes.path, 'otio') === url;
  return isNoted ? notes.path : parseMediaUrl(url);
}

/** The first picture of the sequence stands for all of it. */
function readImageSequence(reference: OtioObject | undefined): string {
  const start = Number(reference?.['start_frame'] ?? 0);
  const padding = Number(reference?.['frame_zero_padding'] ?? 0);
  const number = String(start).padStart(padding, '0');
  const text = (key: string) => textOf(reference?.[key]);
  const base = text('target_url_base').replace(/([^/])$/, '$1/');
  return parseMediaUrl(`${base}${text('name_prefix')}${number}${text('name_suffix')}`);
}

function readStreams({ video, audio }: MediaNotes): Pick<CutMedia, 'video' | 'audio'> {
  const frameRate = parseFrameRate(video?.frameRate ?? '');
  return { video: video && frameRate ? { ...video, frameRate } : null, audio };
}

function assumeStreams(assumed: OtioAssumptions): Pick<CutMedia, 'video' | 'audio'> {
  const { frameRate, width, height } = assumed;
  return assumed.kind === 'Video'
    ? { video: { frameRate, width, height }, audio: null }
    : { video: null, audio: assumedAudio };
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}

/**
 * The source in counted from the medium's first frame. Some programs count from the start timecode
 * in both ranges, others from zero beside an available range that starts at the timecode.
 */
export function sourceInOf(start: Ticks, { availableStart }: OtioMedium): Ticks {
  return start >= availableStart ? toTicks(start - availableStart) : start;
}
