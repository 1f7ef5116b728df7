import { z } from 'zod';

/**
 * A shooting day as `day.json` describes it: what was picked up and what is to come of it.
 * Paths are relative to the file's own folder, with `/`.
 */
export const shootingDaySchema = z.strictObject({
  /** Version of this shape. */
  version: z.literal(1),
  title: z.string().min(1),
  /** Camera cards, one folder each. */
  cards: z.array(z.string().min(1)).min(1),
  /** Sound recorder cards, one folder each. */
  recorders: z.array(z.string().min(1)),
  /** Scenes in script order, with setups, takes and dialogue. */
  script: z.string().min(1),
  /** The script supervisor's log of takes. */
  log: z.string().min(1).nullable(),
  /** Shipped bin preset by id, or a path to one. */
  binPreset: z.string().min(1),
  /** Name of the sequence to build. */
  sequence: z.string().min(1),
  /** Delivery presets by id, or paths. */
  deliveries: z.array(z.string().min(1)).min(1),
});

/** A shooting day as `day.json` describes it. */
export type ShootingDay = z.infer<typeof shootingDaySchema>;
