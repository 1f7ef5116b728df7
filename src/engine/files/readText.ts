import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { ReadText } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { toFileError } from './toFileError';

/** A script or log is kilobytes; a picture file opened by mistake is not read into memory. */
const largestBytes = 64 * 1024 * 1024;

/** Byte order marks, longest first: the UTF-32 mark begins with that of UTF-16. */
const byteOrderMarks: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] =
  [
    { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
    { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
    { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
    { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
    { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  ];

/**
 * Reads a text file in whatever encoding it came: by its mark, as UTF-8 when it is valid UTF-8, as
 * unmarked UTF-16 by its zero bytes, and only then by the statistics of a detector.
 * @throws UserFacingError `file-not-found`, `bad-input`
 */
export async function readText(request: { readonly path: string }): Promise<ReadText> {
  const file = path.resolve(request.path);
  const bytes = await readBytes(file);
  const encoding = findEncoding(bytes);
  if (encoding === undefined || !iconv.encodingExists(encoding)) {
    throw new UserFacingError('bad-input', `“${file}” is not a text file.`);
  }
  return { text: iconv.decode(bytes, encoding), encoding };
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > largestBytes) {
      throw new UserFacingError('bad-input', `“${file}” is too large to be a text file.`);
    }
    return await readFile(file);
  } catch (error) {
    throw toFileError(error, file);
  }
}

function findEncoding(bytes: Buffer): string | undefined {
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return marked.encoding;
  const unmarked = findUnmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  // No text has a NUL.
  if (bytes.includes(0)) return undefined;
  if (isUtf8(bytes)) return 'utf-8';
  return chardet.detect(bytes)?.toLowerCase() ?? 'windows-1252';
}

/** Western text in UTF-16 has a zero in nearly every other byte, always on the same side. */
function findUnmarkedUtf16(bytes: Buffer): string | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [high = 0, low = 0] = zeros;
  const most = bytes.length / 4;
  if (low > most && high === 0) return 'utf-16le';
  if (high > most && low === 0) return 'utf-16be';
  return undefined;
}
