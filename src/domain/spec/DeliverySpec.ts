import { z } from 'zod';
import { describeSchemaError } from '../finding/describeSchemaError';
import { parseFrameRate } from '../time/FrameRate';
import { deliveryRuleSchema } from './DeliveryRule';
import { checkNameTemplate } from './exportFileName';

const size = z.int().min(2).max(16384);

const frameRate = z.union([
  z.literal('source'),
  z.string().refine((text) => /^\d+\/\d+$/.test(text) && parseFrameRate(text) !== undefined, {
    error: 'must be “source” or an exact fraction such as 24000/1001',
  }),
]);

const videoSchema = z.strictObject({
  codec: z.enum(['h264', 'prores']),
  /** h264: baseline, main, high; prores: proxy, lt, standard, hq. */
  profile: z.enum(['baseline', 'main', 'high', 'proxy', 'lt', 'standard', 'hq']),
  width: size,
  height: size,
  /** The sequence's own rate, or an exact fraction. */
  frameRate,
  /** 0 where the codec sets its own. */
  bitrateKbps: z.int().min(0),
  /** As ffmpeg names it. */
  pixelFormat: z.string().min(1),
  /** Tags as ffprobe names them; a range of null where the codec has none to carry. */
  colour: z.strictObject({
    primaries: z.string().min(1),
    transfer: z.string().min(1),
    matrix: z.string().min(1),
    range: z.enum(['tv', 'pc']).nullable(),
  }),
});

const audioSchema = z.strictObject({
  codec: z.enum(['aac', 'pcm_s16le', 'pcm_s24le']),
  /** Hertz. */
  sampleRate: z.int().min(8000).max(192000),
  channels: z.int().min(1).max(16),
  /** 0 for PCM. */
  bitrateKbps: z.int().min(0),
});

const h264Profiles: readonly string[] = ['baseline', 'main', 'high'];

/** A delivery specification: the format to encode, the rules to judge by, and where they come from. */
export const deliverySpecSchema = z
  .strictObject({
    /** Version of this shape. */
    schema: z.literal(1, {
      error: 'must be 1: this preset was written for another version of Slateflow',
    }),
    id: z.string().regex(/^[a-z0-9-]+$/, 'may hold lower-case letters, digits and hyphens'),
    name: z.string().min(1),
    platform: z.string().min(1),
    /** Edition of the specification. */
    version: z.string().min(1),
    /** Document or page it was read from, or that it is a convention of the house. */
    source: z.string().min(1),
    /** When the source was last looked at. */
    checked: z.iso.date(),
    container: z.enum(['mp4', 'mov']),
    video: videoSchema,
    audio: audioSchema,
    /** Advice and never a reason to reject; null where nothing is advised. */
    loudness: z
      .strictObject({
        integratedLufs: z.number(),
        toleranceLu: z.number().min(0),
        maximumTruePeakDbtp: z.number(),
        source: z.string().min(1),
      })
      .nullable(),
    /** File name without extension: `{sequence}_{spec}`. */
    fileName: z.string().superRefine((template, context) => {
      const problem = checkNameTemplate(template);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    }),
    /** Path of an export preset that Media Encoder saved, for a real Premiere; null where there is none. */
    adobePreset: z.string().min(1).nullable(),
    /** Rules beyond those that follow from the format. */
    rules: z.array(deliveryRuleSchema),
  })
  .superRefine((spec, context) => {
    for (const message of contradictionsOf(spec)) context.addIssue({ code: 'custom', message });
  });

/** A delivery specification. */
export type DeliverySpec = z.infer<typeof deliverySpecSchema>;

/** A specification, or in words why it is refused. */
type DeliverySpecResult =
  | { readonly ok: true; readonly spec: DeliverySpec }
  | { readonly ok: false; readonly problem: string };

/** Reads a delivery preset file (JSON). A bad one is refused with all that is wrong with it. */
export function parseDeliverySpec(text: string): DeliverySpecResult {
  const value = parseJson(text);
  if (!value.ok) return value;
  const checked = deliverySpecSchema.safeParse(value.value);
  return checked.success
    ? { ok: true, spec: checked.data }
    : { ok: false, problem: describeSchemaError(checked.error) };
}

function parseJson(
  text: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `the preset is not JSON: ${detail}` };
  }
}

/** Settings that no file could have together. */
function contradictionsOf({
  container,
  video,
  audio,
}: Pick<DeliverySpec, 'container' | 'video' | 'audio'>): readonly string[] {
  const isH264 = video.codec === 'h264';
  const isAac = audio.codec === 'aac';
  const checks: readonly (readonly [isWrong: boolean, message: string])[] = [
    [
      isH264 !== h264Profiles.includes(video.profile),
      `“${video.profile}” is no profile of ${video.codec}`,
    ],
    [
      container === 'mp4' && !(isH264 && isAac),
      'an MP4 holds H.264 and AAC; use “mov” for ProRes and PCM',
    ],
    [isH264 && video.bitrateKbps === 0, 'H.264 needs a bit rate'],
    [isAac && audio.bitrateKbps === 0, 'AAC needs a bit rate'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, message]) => message);
}
