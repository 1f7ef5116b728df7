import { z } from 'zod';

/** What of a file a rule looks at. Bit rates are kbit/s, rates exact fractions such as `24000/1001`. */
export const ruleSelectors = [
  'container.brand',
  'video.codec',
  'video.profile',
  'video.width',
  'video.height',
  'video.sampleAspectRatio',
  'video.frameRate',
  'video.constantFrameRate',
  'video.frames',
  'video.scan',
  'video.pixelFormat',
  'video.colorPrimaries',
  'video.colorTransfer',
  'video.colorMatrix',
  'video.colorRange',
  'video.bitrateKbps',
  'audio.codec',
  'audio.sampleRate',
  'audio.channels',
  'file.moovBeforeMdat',
  'loudness.integratedLufs',
  'loudness.truePeakDbtp',
] as const;

/** What of a file a rule looks at. */
export type RuleSelector = (typeof ruleSelectors)[number];

const value = z.union([z.string(), z.number(), z.boolean()]);

/** A measured or wanted value. */
export type RuleValue = z.infer<typeof value>;

const numeric = { value: z.number() } as const;
const shared = {
  selector: z.enum(ruleSelectors),
  /** What a breach means: the recipient refuses it, someone should look, or it is only told. */
  severity: z.enum(['reject', 'warn', 'note']),
  /** Document, edition and section, or that it is a convention. */
  source: z.string().min(1),
} as const;

/** One rule of a delivery specification, as data. */
export const deliveryRuleSchema = z.discriminatedUnion('operator', [
  z.strictObject({ ...shared, operator: z.literal('equals'), value }),
  z.strictObject({ ...shared, operator: z.literal('oneOf'), value: z.array(value).min(1) }),
  z.strictObject({ ...shared, operator: z.literal('atMost'), ...numeric }),
  z.strictObject({ ...shared, operator: z.literal('atLeast'), ...numeric }),
  z.strictObject({
    ...shared,
    operator: z.literal('within'),
    ...numeric,
    /** Allowed either way, in the value's unit. */
    tolerance: z.number().min(0),
  }),
]);

/** One rule of a delivery specification, as data. */
export type DeliveryRule = z.infer<typeof deliveryRuleSchema>;
