import { z } from 'zod';

/** A decimal string of ticks, never negative. */
const ticks = z.string().regex(/^\d+$/);
const rate = z.string().regex(/^\d+\/\d+$/);
/** Node's file calls end at a NUL; such a path means another file than it says. */
const filePath = z
  .string()
  .min(1)
  .refine((text) => !text.includes('\0'));
/** Lists are long on purpose: a day is thousands of files. */
const filePaths = z.array(filePath).max(200_000).readonly();

const renderEvent = z.strictObject({
  mediaPath: filePath,
  startTicks: ticks,
  endTicks: ticks,
  inTicks: ticks,
  gain: z.number().min(0),
  gainKeys: z
    .array(z.strictObject({ offsetTicks: ticks, gain: z.number().min(0) }))
    .readonly()
    .exactOptional(),
  channels: z.array(z.number().int().min(0)).readonly(),
});

const encoderFormat = z.strictObject({
  container: z.enum(['mp4', 'mov', 'mpg', 'wav', 'aif', 'mp3', 'aac', 'png', 'jpg', 'tif']),
  videoCodec: z.enum(['h264', 'hevc', 'prores', 'dnxhr', 'mpeg2', 'still', 'none']),
  profile: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  frameRate: rate,
  fields: z.enum(['progressive', 'upper', 'lower']).exactOptional(),
  videoBitrateKbps: z.number().min(0),
  audioCodec: z.enum(['aac', 'mp3', 'mp2', 'pcm_s16le', 'pcm_s24le']),
  audioChannels: z.number().int().min(0),
  sampleRate: z.number().int().positive(),
  audioBitrateKbps: z.number().min(0),
});

const archiveFile = z.strictObject({ source: filePath, target: filePath });

const inputs = {
  listSources: z.strictObject({ sources: filePaths, tellsGrowing: z.boolean().exactOptional() }),
  probe: z.strictObject({ paths: filePaths }),
  readTexts: z.strictObject({ paths: filePaths }),
  hashFiles: z.strictObject({ paths: filePaths }),
  measure: z.strictObject({ path: filePath }),
  render: z.strictObject({
    outputPath: filePath,
    sequenceRate: rate,
    sequenceWidth: z.number().int().positive(),
    sequenceHeight: z.number().int().positive(),
    durationTicks: ticks,
    startTimecode: z.string(),
    videoTracks: z.array(z.array(renderEvent).readonly()).readonly(),
    audioTracks: z.array(z.array(renderEvent).readonly()).readonly(),
    format: encoderFormat,
  }),
  makeConstantRate: z.strictObject({ source: filePath, target: filePath, frameRate: rate }),
  writeArchive: z.strictObject({
    bundle: filePath,
    title: z.string(),
    files: z.array(archiveFile).readonly(),
    texts: z.array(z.strictObject({ target: filePath, text: z.string() })).readonly(),
    mhlRoots: z.array(z.string()).readonly(),
  }),
  verifyBundle: z.strictObject({ path: filePath }),
  makeSampleDay: z.strictObject({ path: filePath }),
};

/** What `startJob` accepts: one of the long calls and its input; refused input never starts a job. */
export const jobRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listSources'), input: inputs.listSources }),
  z.strictObject({ kind: z.literal('probe'), input: inputs.probe }),
  z.strictObject({ kind: z.literal('readTexts'), input: inputs.readTexts }),
  z.strictObject({ kind: z.literal('hashFiles'), input: inputs.hashFiles }),
  z.strictObject({ kind: z.literal('measure'), input: inputs.measure }),
  z.strictObject({ kind: z.literal('render'), input: inputs.render }),
  z.strictObject({
    kind: z.literal('makeConstantRate'),
    input: inputs.makeConstantRate,
  }),
  z.strictObject({ kind: z.literal('writeArchive'), input: inputs.writeArchive }),
  z.strictObject({ kind: z.literal('verifyBundle'), input: inputs.verifyBundle }),
  z.strictObject({ kind: z.literal('makeSampleDay'), input: inputs.makeSampleDay }),
]);

/** What each quick call of `MediaEngine` accepts, by its name. */
export const callInputSchemas = {
  readText: z.strictObject({ path: filePath }),
  writeText: z.strictObject({ path: filePath, text: z.string(), overwrite: z.boolean() }),
  makeFolder: z.strictObject({ path: filePath }),
} as const;
