import type { Finding } from '../finding/Finding';
import { parseBext, type BextChunk, type ParsedBext } from './BextChunk';
import { decodeChunkText } from './decodeChunkText';
import { parseIxml, type IxmlChunk, type ParsedIxml } from './IxmlChunk';
import { readRiffChunks, type ReadBytes, type RiffChunk, type RiffChunks } from './riffChunks';

/** What a wave file says of itself, its sound not read. */
export interface WaveHeader {
  /** Null when the file is no wave file; everything else is then empty. */
  readonly format: 'RIFF' | 'RF64' | 'BW64' | null;
  /** How samples are written; null without a fmt chunk. */
  readonly encoding: 'pcm' | 'float' | 'other' | null;
  readonly channels: number;
  /** Hertz. */
  readonly sampleRate: number;
  /** Bits a sample. */
  readonly bits: number;
  /** Bytes of one sample of all channels. */
  readonly blockAlign: number;
  /** Where the sound starts in the file, in bytes. */
  readonly dataOffset: number;
  /** Bytes of sound that are really there. */
  readonly dataBytes: number;
  readonly bext: BextChunk | null;
  readonly ixml: IxmlChunk | null;
  readonly findings: readonly Finding[];
  /** Whether the file ends before it says it does, or has no sound at all. */
  readonly truncated: boolean;
}

/** No recorder writes more; a wild size must not fill the memory. */
const payloadLimit = 4 * 1024 * 1024;
const formatBytes = 40;
const extensibleFormat = 0xfffe;
/** Where WAVE_FORMAT_EXTENSIBLE keeps the format that it extends. */
const subformatOffset = 24;

type FormatFacts = Pick<WaveHeader, 'encoding' | 'channels' | 'sampleRate' | 'bits' | 'blockAlign'>;
const noFormat: FormatFacts = {
  encoding: null,
  channels: 0,
  sampleRate: 0,
  bits: 0,
  blockAlign: 0,
};

/** Reads the chunks around the sound of a RIFF or RF64 wave file, wherever they stand in it. */
export async function readWaveHeader(read: ReadBytes, sizeBytes: number): Promise<WaveHeader> {
  const riff = await readRiffChunks(read, sizeBytes);
  const data = riff.chunks.find(({ id }) => id === 'data');
  const { bext, findings: bextFindings } = toBext(await readPayload(riff, 'bext', read));
  const { ixml, findings: ixmlFindings } = toIxml(await readPayload(riff, 'iXML', read));
  return {
    format: riff.format,
    ...parseFormat(await readPayload(riff, 'fmt ', read)),
    ...describeSound(data),
    bext,
    ixml,
    findings: [...describeRiff(riff, data), ...bextFindings, ...ixmlFindings],
    truncated: isTruncated(riff, data),
  };
}

function toBext(payload: Uint8Array | undefined): ParsedBext {
  return payload ? parseBext(payload) : { bext: null, findings: [] };
}

function toIxml(payload: Uint8Array | undefined): ParsedIxml {
  return payload ? parseIxml(decodeChunkText(payload)) : { ixml: null, findings: [] };
}

function describeSound(data: RiffChunk | undefined): Pick<WaveHeader, 'dataOffset' | 'dataBytes'> {
  return data
    ? { dataOffset: data.offset, dataBytes: data.presentBytes }
    : { dataOffset: 0, dataBytes: 0 };
}

function isTruncated(riff: RiffChunks, data: RiffChunk | undefined): boolean {
  return riff.format !== null && (riff.truncated || riff.isUnclosed || !data);
}

async function readPayload(
  riff: RiffChunks,
  id: string,
  read: ReadBytes,
): Promise<Uint8Array | undefined> {
  const chunk = riff.chunks.find((candidate) => candidate.id === id);
  if (!chunk) return undefined;
  const limit = id === 'fmt ' ? formatBytes : payloadLimit;
  return read(chunk.offset, Math.min(chunk.presentBytes, limit));
}

function parseFormat(bytes: Uint8Array | undefined): FormatFacts {
  if (!bytes || bytes.length < 16) return noFormat;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = view.getUint16(0, true);
  const isExtended = tag === extensibleFormat && bytes.length >= subformatOffset + 2;
  return {
    encoding: toEncoding(isExtended ? view.getUint16(subformatOffset, true) : tag),
    channels: view.getUint16(2, true),
    sampleRate: view.getUint32(4, true),
    bits: view.getUint16(14, true),
    blockAlign: view.getUint16(12, true),
  };
}

function toEncoding(tag: number): 'pcm' | 'float' | 'other' {
  if (tag === 1) return 'pcm';
  return tag === 3 ? 'float' : 'other';
}

function describeRiff(riff: RiffChunks, data: RiffChunk | undefined): readonly Finding[] {
  if (riff.format === null) {
    return [finding('wave-not-a-wave-file', 'The file does not begin as a wave file.')];
  }
  const has = (id: string) => riff.chunks.some((chunk) => chunk.id === id);
  const missingBytes = data ? data.declaredBytes - data.presentBytes : 0;
  const findings = [
    has('fmt ')
      ? null
      : finding('wave-without-format', 'The file does not say how its sound is written.'),
    data ? null : finding('wave-without-sound', 'The file ends before its sound begins.'),
    missingBytes > 0
      ? finding('wave-truncated', `The last ${missingBytes} bytes of the sound are missing.`)
      : null,
    riff.isUnclosed
      ? finding(
          'wave-not-closed',
          'The recorder never closed the file; its sound is taken to reach to the end.',
        )
      : null,
  ];
  return findings.filter((each) => each !== null);
}

function finding(code: string, message: string): Finding {
  return { code, severity: 'error', subject: 'wave', message };
}
