import { open } from 'node:fs/promises';
import type { MediaFacts, SoundFacts } from '../../contract/MediaEngine';
import { toRecording, type Recording } from '../../domain/sound/Recording';
import { readWaveHeader, type WaveHeader } from '../../domain/sound/readWaveHeader';
import { formatFrameRate, ticksToNearestFrame } from '../../domain/time/FrameRate';
import { samplesToTicks, toSamples } from '../../domain/time/Samples';
import { formatTicks } from '../../domain/time/Ticks';
import { framesToTimecode, formatTimecode } from '../../domain/time/Timecode';
import type { FileFacts } from './toMediaFacts';

/** Reads a wave file's header with its bext and iXML; the sound itself is not read. */
export async function readSoundHeader(path: string, sizeBytes: number): Promise<WaveHeader> {
  const handle = await open(path, 'r');
  try {
    return await readWaveHeader(async (offset, length) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await handle.read(buffer, 0, length, offset);
      return buffer.subarray(0, bytesRead);
    }, sizeBytes);
  } finally {
    await handle.close();
  }
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
    video: null,
    audio: {
      codec: toCodec(header),
      sampleRate: header.sampleRate,
      channels: header.channels,
      bitsPerSample: header.bits,
    },
    sound: toSoundFacts(recording),
  };
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
