import { parseTimecode, timecodeToFrames } from '../../domain/time/Timecode';
import type { SampleClip, SampleRecording, SampleTake } from './SampleTake';
import { sampleRate, samplesPerFrame } from './sampleClock';
import { shotList, type ShotRow } from './shotList';

/** Name of the recorder's card, which is the sound roll as well. */
export const soundRoll = 'S001';

const dateCode = '260412';
const cameraSerial = 'R1AB';

/** Camera A's card of the morning (1) or the afternoon (2). */
function cardOfA(half: number): string {
  return `A00${half}${cameraSerial}`;
}

function cardOfB(half: number): string {
  return `B00${half}`;
}

/** Everything that the day's files are made from and its truth is told from. Always the same. */
export function planSampleDay(): readonly SampleTake[] {
  const clipsOnCard = new Map<string, number>();
  const nextNumber = (card: string): number => {
    const number = (clipsOnCard.get(card) ?? 0) + 1;
    clipsOnCard.set(card, number);
    return number;
  };
  return shotList.map((row, index) => toTake(row, index, nextNumber));
}

function toTake(row: ShotRow, index: number, nextNumber: (card: string) => number): SampleTake {
  const start = toFrameOfDay(row.at);
  const clips = toClips(row, { start, index, nextNumber });
  const isSlated = row.setup !== '' && clips.length > 0;
  return {
    scene: /^\d*/.exec(row.setup)?.[0] ?? '',
    setup: row.setup,
    take: row.take,
    circled: row.circled,
    mos: !row.sound && isSlated,
    note: row.note,
    logged: row.logged,
    clips,
    recording: row.sound ? toRecording(row, { start, index }) : null,
    ...(isSlated ? toMarks(row, clips, index) : noMarks),
  };
}

const noMarks = { slateFrame: null, inFrame: null, outFrame: null };

/** The slate is seen by every camera, and so is all of the part to use. */
function toMarks(
  row: ShotRow,
  clips: readonly SampleClip[],
  index: number,
): Pick<SampleTake, 'slateFrame' | 'inFrame' | 'outFrame'> {
  const latestStart = Math.max(...clips.map((clip) => clip.startFrame));
  const earliestEnd = Math.min(...clips.map((clip) => clip.startFrame + clip.frames));
  const slateFrame = latestStart + 9 + (index % 4);
  return row.circled
    ? { slateFrame, inFrame: slateFrame + 13, outFrame: earliestEnd - 7 }
    : { ...noMarks, slateFrame };
}

/** Camera B rolls a little later than camera A and is cut a little earlier. */
function toClips(
  row: ShotRow,
  {
    start,
    index,
    nextNumber,
  }: { start: number; index: number; nextNumber: (card: string) => number },
): readonly SampleClip[] {
  const clips: SampleClip[] = [];
  if (row.cameras.includes('A')) {
    const card = cardOfA(row.half);
    const clip = String(nextNumber(card)).padStart(3, '0');
    const name = `A00${row.half}C${clip}_${dateCode}_${cameraSerial}`;
    const path = `${card}/${name}.mov`;
    clips.push({ camera: 'A', card, name, path, startFrame: start, frames: row.frames });
  }
  if (row.cameras.includes('B')) {
    const card = cardOfB(row.half);
    const name = `C${String(nextNumber(card)).padStart(4, '0')}`;
    const lag = row.cameras === 'B' ? 0 : 2 + ((index * 5) % 7);
    const path = `${card}/PRIVATE/M4ROOT/CLIP/${name}.MP4`;
    const frames = row.frames - 2 * lag;
    clips.push({ camera: 'B', card, name, path, startFrame: start + lag, frames });
  }
  return clips;
}

/** Rolls before the cameras and stops after them, at no frame's edge but by chance. */
function toRecording(
  row: ShotRow,
  { start, index }: { start: number; index: number },
): SampleRecording {
  const isWild = row.cameras === '';
  const name = isWild ? `${row.setup}-${row.take}` : `${row.setup}-T${row.take.padStart(2, '0')}`;
  const lead = isWild ? 0 : 7 * samplesPerFrame + ((index * 613) % samplesPerFrame);
  const tail = isWild ? 0 : 5 * samplesPerFrame + ((index * 977) % samplesPerFrame);
  return {
    name,
    path: `${soundRoll}/${name}.WAV`,
    startSample: start * samplesPerFrame - lead,
    samples: lead + row.frames * samplesPerFrame + tail,
  };
}

function toFrameOfDay(label: string): number {
  const timecode = parseTimecode(label, sampleRate);
  if (!timecode) throw new RangeError(`“${label}” is no timecode.`);
  return timecodeToFrames(timecode, sampleRate);
}
