import { z } from 'zod';

/** The word at the head of our own project files. */
export const projectFormat = 'slateflow-project';

const ticks = z.string().regex(/^-?\d+$/);
const marks = z.strictObject({ in: ticks.nullable(), out: ticks.nullable() });

const marker = z.strictObject({
  guid: z.string(),
  startTicks: ticks,
  endTicks: ticks,
  name: z.string(),
  comments: z.string(),
  type: z.enum(['Comment', 'Chapter', 'Segmentation', 'WebLink']),
  color: z.number(),
  url: z.string(),
  urlFrame: z.string(),
});

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

const mediaFacts = z.looseObject({
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

const media = z.strictObject({
  path: z.string(),
  /** From the project's folder, with `/`. */
  relativePath: z.string(),
  facts: mediaFacts,
});

const itemHead = {
  id: z.string(),
  name: z.string(),
  label: z.number(),
  /** Index of the bin in `items`, which comes before; null for the root and for what was deleted. */
  parent: z.number().nullable(),
  metadata: z.record(z.string(), z.string()),
  markers: z.array(marker),
};

const item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('root'), ...itemHead }),
  z.strictObject({ kind: z.literal('bin'), ...itemHead }),
  z.strictObject({
    kind: z.literal('clip'),
    ...itemHead,
    /** Index in `media`. */
    media: z.number(),
    marks,
    range: z.strictObject({ start: ticks, end: ticks }),
    startOverride: ticks.nullable(),
    rateOverride: z.number().nullable(),
    audioClips: z.array(z.array(z.number())),
    xmp: z.string(),
    proxyPath: z.string(),
  }),
  z.strictObject({ kind: z.literal('sequence'), ...itemHead, sequence: z.string(), marks }),
]);

const parameter = z.strictObject({
  key: z.string(),
  value: z.json(),
  isTimeVarying: z.boolean(),
  keys: z.array(z.strictObject({ ticks, value: z.json() })),
});

const trackItem = z.strictObject({
  id: z.string(),
  /** Index in `items`. */
  item: z.number(),
  name: z.string(),
  startTicks: ticks,
  endTicks: ticks,
  inTicks: ticks,
  outTicks: ticks,
  isDisabled: z.boolean(),
  linkId: z.string().nullable(),
  channels: z.array(z.number()),
  parameters: z.array(parameter),
});

const track = z.strictObject({
  name: z.string(),
  isMuted: z.boolean(),
  isLocked: z.boolean(),
  isTargeted: z.boolean(),
  items: z.array(trackItem),
});

const sequence = z.strictObject({
  id: z.string(),
  frameTicks: ticks,
  width: z.number(),
  height: z.number(),
  sampleRate: z.number(),
  displayFormat: z.number(),
  zeroPoint: ticks,
  marks,
  markers: z.array(marker),
  videoTracks: z.array(track),
  audioTracks: z.array(track),
});

const job = z.strictObject({
  id: z.string(),
  sequenceName: z.string(),
  outputPath: z.string(),
  presetPath: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  message: z.string(),
});

/** Our own project file: JSON, times in ticks as decimal strings. */
export const projectFileSchema = z.strictObject({
  format: z.literal(projectFormat),
  version: z.literal(1),
  documentId: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), label: z.string(), type: z.number() })),
  media: z.array(media),
  /** Parents before children; what was deleted but is still used in a sequence comes last. */
  items: z.array(item),
  sequences: z.array(sequence),
  activeSequence: z.string().nullable(),
  encoderJobs: z.array(job),
});

/** A project as its file says. */
export type ProjectFile = z.infer<typeof projectFileSchema>;

/** An item of a project file. */
export type FileItem = z.infer<typeof item>;

/** A marker of a project file. */
export type FileMarker = z.infer<typeof marker>;

/** A sequence of a project file. */
export type FileSequence = z.infer<typeof sequence>;

/** A track of a project file. */
export type FileTrack = z.infer<typeof track>;
