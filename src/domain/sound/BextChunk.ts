import type { Finding } from '../finding/Finding';
import { decodeChunkText } from './decodeChunkText';

/** The broadcast extension of a wave file (EBU Tech 3285). Texts without their padding. */
export interface BextChunk {
  /** Up to 256 bytes; recorders write lines such as `sSCENE=24A` into it. */
  readonly description: string;
  /** Up to 32 bytes. */
  readonly originator: string;
  /** Up to 32 bytes. */
  readonly originatorReference: string;
  /** `YYYY-MM-DD`; as written when it is no such date. */
  readonly originationDate: string;
  /** `HH:MM:SS`; as written when it is no such time. */
  readonly originationTime: string;
  /** Samples since midnight of the first sample: 64 bits, at the file's sample rate. */
  readonly timeReferenceSamples: bigint;
  readonly version: number;
  /** One line a process, `A=PCM,F=48000,W=24,M=mono`. */
  readonly codingHistory: string;
}

/** A bext chunk as read: null when it is too short to hold a time reference. */
export interface ParsedBext {
  readonly bext: BextChunk | null;
  readonly findings: readonly Finding[];
}

/** The fixed fields in file order: name and length in bytes (EBU Tech 3285 §2.3). */
const textFields = {
  description: { offset: 0, length: 256 },
  originator: { offset: 256, length: 32 },
  originatorReference: { offset: 288, length: 32 },
  originationDate: { offset: 320, length: 10 },
  originationTime: { offset: 330, length: 8 },
} as const;

const timeReferenceOffset = 338;
const versionOffset = 346;
const loudnessOffset = 412;
const loudnessValues = 5;
/** What a loudness field says when it says nothing (EBU Tech 3285 version 2). */
const loudnessUnset = 0x7fff;
const codingHistoryOffset = 602;

/** Reads the payload of a `bext` chunk, without its eight bytes of header. */
export function parseBext(bytes: Uint8Array): ParsedBext {
  if (bytes.length < versionOffset) return { bext: null, findings: [tooShort(bytes.length)] };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = ({ offset, length }: { readonly offset: number; readonly length: number }) =>
    decodeChunkText(bytes.subarray(offset, offset + length)).trim();
  const bext: BextChunk = {
    description: text(textFields.description),
    originator: text(textFields.originator),
    originatorReference: text(textFields.originatorReference),
    originationDate: toStandard(text(textFields.originationDate), '-'),
    originationTime: toStandard(text(textFields.originationTime), ':'),
    timeReferenceSamples: view.getBigUint64(timeReferenceOffset, true),
    version: bytes.length >= versionOffset + 2 ? view.getUint16(versionOffset, true) : 0,
    codingHistory: decodeChunkText(bytes.subarray(codingHistoryOffset)).trim(),
  };
  return { bext, findings: [] };
}

/**
 * The payload of a `bext` chunk. Texts are written as UTF-8 and cut at the field's length, never
 * inside a character; no UMID, and from version 2 on no loudness is claimed.
 */
export function formatBext(values: BextChunk): Uint8Array {
  const history = new TextEncoder().encode(values.codingHistory);
  const bytes = new Uint8Array(codingHistoryOffset + history.length);
  const view = new DataView(bytes.buffer);
  for (const [name, { offset, length }] of Object.entries(textFields)) {
    bytes.set(encodeWithin(values[name as keyof typeof textFields], length), offset);
  }
  view.setBigUint64(timeReferenceOffset, values.timeReferenceSamples, true);
  view.setUint16(versionOffset, values.version, true);
  for (let index = 0; values.version >= 2 && index < loudnessValues; index += 1) {
    view.setInt16(loudnessOffset + index * 2, loudnessUnset, true);
  }
  bytes.set(history, codingHistoryOffset);
  return bytes;
}

/** The standard also allows `_ : space .` between the numbers of a date or time. */
function toStandard(text: string, separator: string): string {
  const match = /^(\d+)[-_:. /](\d+)[-_:. /](\d+)$/.exec(text);
  return match ? match.slice(1).join(separator) : text;
}

function encodeWithin(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const { written } = new TextEncoder().encodeInto(text, bytes);
  return bytes.subarray(0, written);
}

function tooShort(length: number): Finding {
  return {
    code: 'bext-too-short',
    severity: 'warning',
    subject: 'bext',
    message: `The bext chunk has ${length} bytes and ends before its time reference, so the recording's time of day is not known from it.`,
  };
}
