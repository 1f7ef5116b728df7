import { z } from 'zod';
import type { MediaFacts } from '../../../contract/MediaEngine';

const ticks = z.string().regex(/^-?\d+$/);

const videoFacts = z.strictObject({
  codec: z.string(),
  profile: z.string(),
  width: z.number(),
  height: z.number(),
  frameRate: z.string(),
  pixelFormat: z.string(),
  frames: z.number(),
  scan: z.string(),
});

const audioFacts = z.strictObject({
  codec: z.string(),
  sampleRate: z.number(),
  channels: z.number(),
  bitsPerSample: z.number(),
});

const soundFacts = z.strictObject({
  scene: z.string(),
  take: z.string(),
  circled: z.boolean(),
  wildTrack: z.boolean(),
  soundRoll: z.string(),
  note: z.string(),
  timeReferenceSamples: z.string(),
  timecodeRate: z.string(),
  dropFrame: z.boolean(),
  originationDate: z.string(),
  trackNames: z.array(z.string()),
});

/** What a probe said of a medium, as our project file keeps it. */
export const mediaFactsSchema = z.looseObject({
  path: z.string(),
  sizeBytes: z.number(),
  modifiedMs: z.number(),
  container: z.string(),
  durationTicks: ticks,
  startTimecode: z.string(),
  startTicks: ticks,
  reel: z.string(),
  video: videoFacts.loose().nullable(),
  audio: audioFacts.loose().nullable(),
  sound: soundFacts.loose().nullable(),
});

type FileFacts = z.infer<typeof mediaFactsSchema>;

const factsToSave = new WeakMap<MediaFacts, FileFacts>();

/**
 * Facts as the project file keeps them, with their keys in the schema's order wherever they came
 * from: the same project is the same text. Found out once for each medium.
 */
export function toFileFacts(facts: MediaFacts): FileFacts {
  const known = factsToSave.get(facts) ?? mediaFactsSchema.parse(facts);
  factsToSave.set(facts, known);
  return known;
}
