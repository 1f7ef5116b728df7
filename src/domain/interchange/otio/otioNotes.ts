import { z } from 'zod';

/**
 * What we note beside OTIO's own fields, under the metadata key `slateflow`, so that our reading
 * gives the same cut. Times are ticks as decimal strings, rates exact fractions.
 */
export const notesKey = 'slateflow';

const ticks = z.string().regex(/^-?\d+$/);
const rate = z.string().regex(/^\d+\/\d+$/);

/** On the timeline. */
export const timelineNotes = z.object({
  frameRate: rate,
  width: z.number(),
  height: z.number(),
  dropFrame: z.boolean(),
});

/** On a clip. */
export const clipNotes = z.object({
  mediaId: z.string(),
  linkId: z.string().nullable(),
  channels: z.array(z.number().int().nonnegative()),
});

/** On a media reference. `path` stands only for the URL beside it. */
export const mediaNotes = z.object({
  path: z.string(),
  reel: z.string().nullable(),
  startTicks: ticks,
  video: z.object({ frameRate: rate, width: z.number(), height: z.number() }).nullable(),
  audio: z.object({ sampleRate: z.number(), channels: z.number() }).nullable(),
});

/** What stands on the timeline. */
export type TimelineNotes = z.infer<typeof timelineNotes>;
/** What stands on a clip. */
export type ClipNotes = z.infer<typeof clipNotes>;
/** What stands on a media reference. */
export type MediaNotes = z.infer<typeof mediaNotes>;
