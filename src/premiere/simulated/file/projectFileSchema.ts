import { z } from 'zod';
import { mediaFactsSchema } from './mediaFactsSchema';
import { mediaOriginSchema, originSchema } from './originSchema';

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

const media = z.strictObject({
  path: z.string(),
  /** From the project's folder, with `/`. */
  relativePath: z.string(),
  kind: z
    .enum([
      'file',
      'captions',
      'bars',
      'black',
      'transparent',
      'countdown',
      'matte',
      'adjustment',
      'graphic',
    ])
    .default('file'),
  unlinked: z.boolean().default(false),
  origin: mediaOriginSchema.nullable().default(null),
  facts: mediaFactsSchema,
});

const interpretation = z.strictObject({
  pixelAspectRatio: z.number().nullable(),
  fieldType: z.number(),
  alphaUsage: z.number(),
  ignoreAlpha: z.boolean(),
  invertAlpha: z.boolean(),
  removePulldown: z.boolean(),
  vrConformProjectionType: z.number(),
  vrLayoutType: z.number(),
  vrHorizontalView: z.number(),
  vrVerticalView: z.number(),
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
  z.strictObject({
    kind: z.literal('bin'),
    ...itemHead,
    query: z.string().nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('clip'),
    ...itemHead,
    /** Index in `media`. */
    media: z.number(),
    marks,
    audioMarks: marks.nullable().default(null),
    range: z.strictObject({ start: ticks, end: ticks }),
    startOverride: ticks.nullable(),
    rateOverride: z.number().nullable(),
    audioClips: z.array(z.array(z.number())),
    xmp: z.string(),
    proxyPath: z.string(),
    /** Null where everything is the medium's own. */
    interpretation: interpretation.nullable().default(null),
    isSubclip: z.boolean().default(false),
    takesVideo: z.boolean().default(true),
    isMerged: z.boolean().default(false),
    scalesToFrame: z.boolean().default(false),
    colorSpace: z.string().default(''),
    inputLutId: z.string().default(''),
    timeDisplayFormat: z.number().nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('sequence'),
    ...itemHead,
    sequence: z.string(),
    marks,
    audioMarks: marks.nullable().default(null),
    isMulticam: z.boolean().default(false),
  }),
]);

const parameter = z.strictObject({
  key: z.string(),
  value: z.json(),
  isTimeVarying: z.boolean(),
  keys: z.array(z.strictObject({ ticks, value: z.json(), interpolation: z.number().default(0) })),
});

const transition = z.strictObject({
  id: z.string(),
  matchName: z.string(),
  /** Indexes in the track's items; null where there is none. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  beforeTicks: ticks,
  afterTicks: ticks,
  alignment: z.number(),
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
  effects: z.array(z.strictObject({ key: z.string(), matchName: z.string() })).default([]),
  speed: z.number().default(1),
  isReversed: z.boolean().default(false),
  isSelected: z.boolean().default(false),
  graphic: z.string().nullable().default(null),
  qeSettings: z.record(z.string(), z.number()).default({}),
});

const track = z.strictObject({
  /** Null in a file that was written before tracks kept theirs. */
  id: z.number().nullable().default(null),
  name: z.string(),
  isMuted: z.boolean(),
  isLocked: z.boolean(),
  isTargeted: z.boolean(),
  isSyncLocked: z.boolean().default(true),
  items: z.array(trackItem),
  transitions: z.array(transition).default([]),
});

const sequenceSettings = z
  .strictObject({
    editingMode: z.string(),
    pixelAspectRatio: z.string(),
    fieldType: z.number(),
    audioChannelType: z.number(),
    audioChannelCount: z.number(),
    audioDisplayFormat: z.number(),
    compositeLinearColor: z.boolean(),
    maximumBitDepth: z.boolean(),
    maximumRenderQuality: z.boolean(),
    previewCodec: z.string(),
    previewFileFormat: z.string(),
    previewFrameWidth: z.number(),
    previewFrameHeight: z.number(),
    vrProjection: z.number(),
    vrLayout: z.number(),
    vrHorzCapturedView: z.number(),
    vrVertCapturedView: z.number(),
    workingColorSpace: z.string(),
  })
  .partial();

const sequence = z.strictObject({
  id: z.string(),
  frameTicks: ticks,
  width: z.number(),
  height: z.number(),
  sampleRate: z.number(),
  displayFormat: z.number(),
  zeroPoint: ticks,
  marks,
  workArea: z
    .strictObject({ in: ticks.nullable(), out: ticks.nullable(), isEnabled: z.boolean() })
    .default({ in: null, out: null, isEnabled: false }),
  /** What differs from a new sequence's settings may be left out. */
  settings: sequenceSettings.default({}),
  customProperties: z.record(z.string(), z.string()).default({}),
  captionTracks: z
    .array(z.strictObject({ name: z.string(), startTicks: ticks, format: z.number() }))
    .default([]),
  playhead: ticks.default('0'),
  /** Null in a file that was written before tracks kept their ids. */
  nextTrackId: z.number().nullable().default(null),
  isOpen: z.boolean().default(true),
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
  /** Index in `items` of the bin that imports without a bin go to. */
  insertionBin: z.number().default(0),
  panelLayout: z.string().default(''),
  scratchDisks: z.record(z.string(), z.string()).default({}),
  transcodesOnIngest: z.boolean().default(false),
  graphicsWhite: z.number().default(203),
  growingPaused: z.boolean().default(false),
  encoderJobs: z.array(job),
  /** The project of Adobe Premiere it was read from, whole. */
  origin: originSchema.nullable().default(null),
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
