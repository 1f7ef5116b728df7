import { readMetadata, type ItemMetadata } from '../ingest/readMetadata';
import { readCardName } from '../slate/readCardName';
import { readName } from '../slate/readName';
import { parseFrameRate, type FrameRate } from '../time/FrameRate';
import { parseTicks } from '../time/Ticks';
import { canDropFrames } from '../time/Timecode';
import type { CameraClip, DayMaterial, RecorderFile, TakeMedium } from './DayMaterial';

/** A project item as a host reads it. */
export interface MaterialItem {
  readonly id: string;
  readonly name: string;
  readonly isSequence: boolean;
  readonly mediaPath: string;
  readonly audioClips: number;
  readonly fields: readonly { readonly column: string; readonly value: string }[];
}

/** What probing said of its medium. Ticks are decimal strings, rates exact fractions. */
export interface MaterialFacts {
  readonly durationTicks: string;
  readonly startTimecode: string;
  readonly startTicks: string;
  readonly reel: string;
  readonly video: {
    readonly frameRate: string;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly audio: { readonly sampleRate: number; readonly channels: number } | null;
  readonly sound: {
    readonly wildTrack: boolean;
    readonly timeReferenceSamples: string;
    readonly timecodeRate: string;
    readonly dropFrame: boolean;
    readonly originationDate: string;
    readonly trackNames: readonly string[];
  } | null;
}

interface Known {
  readonly item: MaterialItem;
  readonly facts: MaterialFacts;
  readonly metadata: ItemMetadata;
}

/**
 * The project's picture and sound, from its items and what probing said (by media path). An item
 * whose medium nobody could probe is left out, and so are sequences and stills.
 */
export function toDayMaterial(
  items: readonly MaterialItem[],
  facts: ReadonlyMap<string, MaterialFacts>,
): DayMaterial {
  const known = items.flatMap((item) => {
    const found = item.isSequence ? undefined : facts.get(item.mediaPath);
    return found ? [{ item, facts: found, metadata: readMetadata(item.fields) }] : [];
  });
  return { cameras: known.flatMap(toCameraClip), recorders: known.flatMap(toRecorderFile) };
}

function toCameraClip(known: Known): readonly CameraClip[] {
  const { facts, metadata, item } = known;
  const picture = readPicture(facts);
  if (!picture) return [];
  const camera = metadata.camera || null;
  return [
    {
      ...toTakeMedium(known),
      ...picture,
      date: wholeDate(readName(stemOf(item.mediaPath))?.date ?? ''),
      camera,
      device: camera ?? deviceOf(item.mediaPath, facts.reel),
      mos: /\bMOS\b/.test(metadata.logNote),
    },
  ];
}

function readPicture({
  video,
  durationTicks,
  startTimecode,
}: MaterialFacts): Pick<CameraClip, 'frameRate' | 'dropFrame' | 'width' | 'height'> | undefined {
  const frameRate = parseFrameRate(video?.frameRate ?? '');
  if (!video || !frameRate || durationTicks === '0') return undefined;
  const dropFrame = isDropFrame(startTimecode, frameRate);
  return { frameRate, dropFrame, width: video.width, height: video.height };
}

type Sound = NonNullable<MaterialFacts['sound']>;

/** A wave file without a recorder's chunks. */
const noSound: Sound = {
  wildTrack: false,
  timeReferenceSamples: '',
  timecodeRate: '',
  dropFrame: false,
  originationDate: '',
  trackNames: [],
};

function toRecorderFile(known: Known): readonly RecorderFile[] {
  const { facts, metadata } = known;
  if (facts.video || !facts.audio) return [];
  const sound = facts.sound ?? noSound;
  return [
    {
      ...toTakeMedium(known),
      date: sound.originationDate || null,
      wildTrack: sound.wildTrack || /^(?:WT|RT)/.test(metadata.take),
      trackNames: sound.trackNames,
      clock: readClock(sound),
    },
  ];
}

function readClock({ timecodeRate, dropFrame }: Sound): RecorderFile['clock'] {
  const frameRate = parseFrameRate(timecodeRate);
  return frameRate ? { frameRate, dropFrame } : null;
}

function toTakeMedium({ item, facts, metadata }: Known): TakeMedium {
  return {
    itemId: item.id,
    name: item.name,
    path: item.mediaPath,
    setup: metadata.shot || null,
    take: metadata.take || null,
    good: metadata.good,
    startTicks: parseTicks(facts.startTicks),
    durationTicks: parseTicks(facts.durationTicks),
    hasTimecode: hasTimecode(facts),
    date: null,
    reel: facts.reel || null,
    audio: facts.audio && {
      sampleRate: facts.audio.sampleRate,
      channels: facts.audio.channels,
      clips: item.audioClips,
    },
  };
}

/** A recorder that never set its clock writes 0, as does one that started at midnight: no proof. */
function hasTimecode({ startTimecode, sound }: MaterialFacts): boolean {
  const samples = sound?.timeReferenceSamples ?? '';
  return startTimecode !== '' || (samples !== '' && samples !== '0');
}

function isDropFrame(label: string, frameRate: FrameRate): boolean {
  return /[;.]\d{2,3}$/.test(label) && canDropFrames(frameRate);
}

/** The card's folder, or the reel; else the clip alone is its own device. */
function deviceOf(path: string, reel: string): string {
  const cards = path
    .split(/[/\\]/)
    .slice(0, -1)
    .flatMap((folder) => readCardName(folder) ?? []);
  return cards.at(-1)?.camera ?? (reel || path);
}

/** A month and day without a year name no date. */
function wholeDate(date: string): string | null {
  return /^\d{4}-/.test(date) ? date : null;
}

function stemOf(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '');
}
