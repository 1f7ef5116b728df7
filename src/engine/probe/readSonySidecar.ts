import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { parseFrameRate } from '../../domain/time/FrameRate';
import { formatTimecode, parseTimecode, type Timecode } from '../../domain/time/Timecode';
import type { StartLabel } from './toMediaFacts';

/** The part of Sony's NonRealTimeMeta that tells the start timecode. */
const sidecarSchema = z.object({
  NonRealTimeMeta: z.object({
    LtcChangeTable: z.object({
      tcFps: z.string(),
      halfStep: z.string().default('false'),
      LtcChange: z.array(z.object({ frameCount: z.string(), value: z.string() })),
    }),
  }),
});

/** A sidecar, and what tells one state of it from another. */
export interface SonySidecar {
  readonly path: string;
  readonly stamp: string;
}

/** `C0001.MP4` has `C0001M01.XML` beside it (XAVC S, XDCAM); null when it has none. */
export async function findSonySidecar(mediaPath: string): Promise<SonySidecar | null> {
  const { dir, name, ext } = path.parse(mediaPath);
  if (!/^\.(mp4|mxf)$/i.test(ext)) return null;
  for (const tail of ['M01.XML', 'M01.xml', 'm01.xml']) {
    const candidate = path.join(dir, name + tail);
    const stats = await lookAt(candidate);
    if (stats?.isFile()) return { path: candidate, stamp: `${stats.size}:${stats.mtimeMs}` };
  }
  return null;
}

async function lookAt(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The start timecode a sidecar tells, or null when it tells none. The rate is the picture's. */
export async function readSonySidecar(
  sidecar: SonySidecar,
  pictureRate: string,
): Promise<StartLabel | null> {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    removeNSPrefix: true,
    isArray: (name) => name === 'LtcChange',
  });
  const parsed = sidecarSchema.safeParse(parseXml(parser, await readFile(sidecar.path, 'utf8')));
  return parsed.success ? toStartLabel(parsed.data, pictureRate) : null;
}

function parseXml(parser: XMLParser, text: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    // A sidecar cut short tells nothing; the picture is none the worse.
    if (error instanceof Error) return null;
    throw error;
  }
}

function toStartLabel(
  { NonRealTimeMeta: { LtcChangeTable: table } }: z.infer<typeof sidecarSchema>,
  pictureRate: string,
): StartLabel | null {
  const first = table.LtcChange.find(({ frameCount }) => frameCount === '0');
  const timecode = first && parsePackedTimecode(first.value);
  const picture = parseFrameRate(pictureRate);
  if (!timecode || !picture) return null;
  // A half step counts two frames of the picture in one label.
  const perLabel = table.halfStep === 'true' ? 2 : 1;
  const rate = parseFrameRate(`${picture.numerator}/${picture.denominator * perLabel}`);
  const label = formatTimecode(timecode);
  return rate && parseTimecode(label, rate) ? { label, rate } : null;
}

/**
 * Eight hex digits: frames, seconds, minutes, hours as packed decimals with flags above them, the
 * drop-frame flag in the frames (SMPTE ST 331 §8.2, as Sony's cameras write it).
 */
function parsePackedTimecode(text: string): Timecode | undefined {
  if (!/^[0-9a-f]{8}$/i.test(text)) return undefined;
  const [frames = 0, seconds = 0, minutes = 0, hours = 0] = Buffer.from(text, 'hex');
  const decimal = (byte: number) => (byte >> 4) * 10 + (byte & 0x0f);
  return {
    hours: decimal(hours & 0x3f),
    minutes: decimal(minutes & 0x7f),
    seconds: decimal(seconds & 0x7f),
    frames: decimal(frames & 0x3f),
    dropFrame: (frames & 0x40) !== 0,
  };
}
