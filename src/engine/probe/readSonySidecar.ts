import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { DeviceFacts } from '../../contract/MediaEngine';
import { parseFrameRate, type FrameRate } from '../../domain/time/FrameRate';
import { formatTimecode, parseTimecode, type Timecode } from '../../domain/time/Timecode';

const told = z.string().default('');

/** The part of Sony's NonRealTimeMeta that tells start timecode, date, camera and lens. */
const sidecarSchema = z.object({
  NonRealTimeMeta: z.object({
    LtcChangeTable: z
      .object({
        tcFps: z.string(),
        halfStep: z.string().default('false'),
        LtcChange: z.array(z.object({ frameCount: z.string(), value: z.string() })),
      })
      .optional(),
    CreationDate: z.object({ value: told }).prefault({}),
    Device: z.object({ manufacturer: told, modelName: told, serialNo: told }).prefault({}),
    Lens: z.object({ modelName: told }).prefault({}),
  }),
});

/** A start label and the rate it counts in. */
export interface StartLabel {
  readonly label: string;
  readonly rate: FrameRate;
}

/** What a sidecar tells; texts are empty and `start` null where it does not. */
export interface SonyMetadata {
  readonly start: StartLabel | null;
  readonly recordedAt: string;
  readonly device: Pick<DeviceFacts, 'maker' | 'model' | 'serial' | 'lens'>;
}

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

/** What a sidecar tells, or null when it is no such file. The rate is the picture's. */
export async function readSonySidecar(
  sidecar: SonySidecar,
  pictureRate: string,
): Promise<SonyMetadata | null> {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    removeNSPrefix: true,
    isArray: (name) => name === 'LtcChange',
  });
  const parsed = sidecarSchema.safeParse(parseXml(parser, await readFile(sidecar.path, 'utf8')));
  if (!parsed.success) return null;
  const { LtcChangeTable: table, CreationDate, Device, Lens } = parsed.data.NonRealTimeMeta;
  return {
    start: table ? toStartLabel(table, pictureRate) : null,
    recordedAt: CreationDate.value,
    device: {
      maker: Device.manufacturer,
      model: Device.modelName,
      serial: Device.serialNo,
      lens: Lens.modelName,
    },
  };
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

type LtcChangeTable = NonNullable<
  z.infer<typeof sidecarSchema>['NonRealTimeMeta']['LtcChangeTable']
>;

function toStartLabel(table: LtcChangeTable, pictureRate: string): StartLabel | null {
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
