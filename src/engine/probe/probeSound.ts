import type { FileHandle } from 'node:fs/promises';
import type { MediaFacts, SoundFacts } from '../../contract/MediaEngine';
import { toRecording, type Recording } from '../../domain/sound/Recording';
import { readWaveHeader, type WaveHeader } from '../../domain/sound/readWaveHeader';
import { formatFrameRate, ticksToNearestFrame } from '../../domain/time/FrameRate';
import { samplesToTicks, toSamples } from '../../domain/time/Samples';
import { formatTicks } from '../../domain/time/Ticks';
import { framesToTimecode, formatTimecode } from '../../domain/time/Timecode';
import { untoldFacts } from '../../contract/untoldFacts';
import type { FileFacts } from './toMediaFacts';

/** Recorders write their chunks before the sound: one reading serves for most of them. */
const headBytes = 16 * 1024;

/** Reads a wave file's header with its bext and iXML; the sound itself is not read. */
export async function readSoundHeader(handle: FileHandle, sizeBytes: number): Promise<WaveHeader> {
  const readAt = async (offset: number, length: number) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  const head = await readAt(0, headBytes);
  return readWaveHeader(async (offset, length) => {
    const end = offset + length;
    return end <= head.length ? head.subarray(offset, end) : readAt(offset, length);
  }, sizeBytes);
}

/** Puts a wave file's header into our words; null when it does not say how its sound is written. */
export function toSoundMedia(file: FileFacts, header: WaveHeader): MediaFacts | null {
  if (header.sampleRate === 0 || header.blockAlign === 0) return null;
  const recording = toRecording(header);
  const samples = toSamples(Math.floor(header.dataBytes / header.blockAlign));
  return {
    ...file,
    container: 'wav',
    durationTicks: formatTicks(samplesToTicks(samples, header.sampleRate)),
    ...toStart(recording, header.sampleRate),
    reel: recording.soundRoll,
    ...untoldFacts,
    recordedAt: recordedAtOf(header, recording),
    device: { ...untoldFacts.device, maker: header.bext?.originator.trim() ?? '' },
    video: null,
    audio: {
      codec: toCodec(header),
      sampleRate: header.sampleRate,
      channels: header.channels,
      streams: [header.channels],
      bitsPerSample: header.bits,
    },
    sound: toSoundFacts(recording),
  };
}

function recordedAtOf({ bext }: WaveHeader, { originationDate }: Recording): string {
  const time = /^\d{2}[:-]\d{2}[:-]\d{2}$/.test(bext?.originationTime ?? '')
    ? `T${bext?.originationTime.replace(/-/g, ':')}`
    : '';
  return originationDate === '' ? '' : `${originationDate}${time}`;
}

function toCodec({ encoding, bits }: WaveHeader): string {
  if (encoding === 'pcm') return bits === 8 ? 'pcm_u8' : `pcm_s${bits}le`;
  return encoding === 'float' ? `pcm_f${bits}le` : 'unknown';
}

function toStart(
  { timeReferenceSamples, timecodeRate, dropFrame }: Recording,
  sampleRate: number,
): Pick<MediaFacts, 'startTimecode' | 'startTicks'> {
  if (timeReferenceSamples === null) return { startTimecode: '', startTicks: '0' };
  const start = samplesToTicks(toSamples(Number(timeReferenceSamples)), sampleRate);
  if (!timecodeRate) return { startTimecode: '', startTicks: formatTicks(start) };
  const frames = ticksToNearestFrame(start, timecodeRate);
  return {
    startTimecode: formatTimecode(framesToTimecode(frames, timecodeRate, dropFrame)),
    startTicks: formatTicks(start),
  };
}

function toSoundFacts(recording: Recording): SoundFacts {
  const { timeReferenceSamples, timecodeRate, ...rest } = recording;
  return {
    ...rest,
    timeReferenceSamples: (timeReferenceSamples ?? 0n).toString(),
    timecodeRate: timecodeRate ? formatFrameRate(timecodeRate) : '',
  };
}
