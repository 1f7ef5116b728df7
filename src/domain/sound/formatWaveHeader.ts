import { formatBext, type BextChunk } from './BextChunk';
import { formatIxml, type IxmlChunk } from './IxmlChunk';

/** A broadcast wave file to be written: whole-number samples, channels interleaved. */
export interface WaveFile {
  readonly channels: number;
  /** Hertz. */
  readonly sampleRate: number;
  readonly bitsPerSample: 16 | 24;
  /** Bytes of sound that will follow. */
  readonly dataBytes: number;
  readonly bext: BextChunk | null;
  readonly ixml: IxmlChunk | null;
}

const riffSizeLimit = 0xffff_ffff;
const pcmFormat = 1;

/**
 * All of a RIFF wave file before its sound, the header of the data chunk included (EBU Tech 3285).
 * The caller appends exactly `dataBytes` bytes, and one zero byte more when that is odd.
 * @throws RangeError when the file would pass 4 GB, which RIFF cannot count
 */
export function formatWaveHeader(file: WaveFile): Uint8Array {
  const chunks = [
    ...(file.bext ? [formatChunk('bext', formatBext(file.bext))] : []),
    ...(file.ixml ? [formatChunk('iXML', new TextEncoder().encode(formatIxml(file.ixml)))] : []),
    formatChunk('fmt ', formatFormat(file)),
    chunkHeader('data', file.dataBytes),
  ];
  const chunkBytes = chunks.reduce((sum, { length }) => sum + length, 0);
  const riffBytes = 4 + chunkBytes + file.dataBytes + (file.dataBytes % 2);
  if (riffBytes > riffSizeLimit) throw new RangeError('A RIFF file holds less than 4 GB.');
  return concatenate([chunkHeader('RIFF', riffBytes), toBytes('WAVE'), ...chunks]);
}

function formatFormat({ channels, sampleRate, bitsPerSample }: WaveFile): Uint8Array {
  const blockAlign = (channels * bitsPerSample) / 8;
  const view = new DataView(new ArrayBuffer(16));
  view.setUint16(0, pcmFormat, true);
  view.setUint16(2, channels, true);
  view.setUint32(4, sampleRate, true);
  view.setUint32(8, sampleRate * blockAlign, true);
  view.setUint16(12, blockAlign, true);
  view.setUint16(14, bitsPerSample, true);
  return new Uint8Array(view.buffer);
}

function formatChunk(id: string, payload: Uint8Array): Uint8Array {
  const padding = new Uint8Array(payload.length % 2);
  return concatenate([chunkHeader(id, payload.length), payload, padding]);
}

function chunkHeader(id: string, length: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, length, true);
  const header = new Uint8Array(view.buffer);
  header.set(toBytes(id));
  return header;
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
