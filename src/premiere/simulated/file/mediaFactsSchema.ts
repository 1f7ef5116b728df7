import { z } from 'zod';
import type { MediaFacts } from '../../../contract/MediaEngine';
import { untoldFacts, untoldPicture } from '../../../contract/untoldFacts';

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
  variableRate: z.boolean().default(false),
  nearestRate: z.string().default(''),
  rotation: z.literal([0, 90, 180, 270]).default(0),
  colour: z
    .object({
      primaries: z.string(),
      transfer: z.string(),
      matrix: z.string(),
      range: z.string(),
    })
    .default(untoldPicture('').colour),
});

const audioFacts = z.strictObject({
  codec: z.string(),
  sampleRate: z.number(),
  channels: z.number(),
  streams: z.array(z.number()).default([]),
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
  familyUid: z.string().default(''),
  fileSetIndex: z.string().default(''),
  filesInSet: z.number().default(0),
});

const deviceFacts = z.object({
  maker: z.string(),
  model: z.string(),
  serial: z.string(),
  lens: z.string(),
  iso: z.string(),
  shutter: z.string(),
  whiteBalance: z.string(),
});

const slateFacts = z.object({
  scene: z.string(),
  take: z.string(),
  camera: z.string(),
  reel: z.string(),
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
  recordedAt: z.string().default(''),
  clipName: z.string().default(''),
  device: deviceFacts.default(untoldFacts.device),
  slate: slateFacts.default(untoldFacts.slate),
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
