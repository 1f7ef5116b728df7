import { z } from 'zod';
import type { HostFailureCode, Reply, WireCalls } from '../../contract/host';

/** Ticks as they cross every wire. */
const ticks = z.string().regex(/^-?\d+$/);

const failureCodes = [
  'project-not-open',
  'project-changed',
  'bin-not-found',
  'item-not-found',
  'sequence-not-found',
  'sequence-not-created',
  'tracks-not-added',
  'export-not-queued',
  'not-supported',
  'bad-request',
  'host-error',
] as const satisfies readonly HostFailureCode[];

const hostDescription = z.object({
  version: z.string(),
  projectPath: z.string(),
  projectName: z.string(),
  capabilities: z.object({
    createsSequences: z.boolean(),
    addsTracks: z.boolean(),
    disablesTrackItems: z.boolean(),
    queuesExports: z.boolean(),
    writesXmp: z.boolean(),
    attachesProxies: z.boolean(),
    mapsAudio: z.boolean(),
  }),
});

const hostItem = z.object({
  id: z.string(),
  binId: z.string(),
  name: z.string(),
  isSequence: z.boolean(),
  mediaPath: z.string(),
  offline: z.boolean(),
  label: z.number(),
  startTicks: ticks,
  durationTicks: ticks,
  inTicks: ticks,
  outTicks: ticks,
  frameTicks: ticks,
  proxyPath: z.string(),
  audioClips: z.number().int(),
  audioClipChannels: z.number().int(),
  fields: z.array(z.object({ column: z.string(), value: z.string() })),
});

const hostTrack = z.object({
  name: z.string(),
  items: z.array(
    z.object({
      itemId: z.string(),
      name: z.string(),
      startTicks: ticks,
      endTicks: ticks,
      inTicks: ticks,
      outTicks: ticks,
      enabled: z.boolean().nullable(),
    }),
  ),
});

const hostMarker = z.object({
  startTicks: ticks,
  durationTicks: ticks,
  name: z.string(),
  comment: z.string(),
  type: z.string(),
  color: z.number(),
});

const hostSequence = z.object({
  id: z.string(),
  itemId: z.string(),
  name: z.string(),
  frameTicks: ticks,
  width: z.number(),
  height: z.number(),
  startTicks: ticks,
  videoTracks: z.array(hostTrack),
  audioTracks: z.array(hostTrack),
  markers: z.array(hostMarker),
});

const readCursor = z.object({
  item: z.array(z.number()).nullable(),
  sequence: z.number(),
  trackItems: z.number(),
  id: z.string(),
});

const projectPage = z.object({
  path: z.string(),
  name: z.string(),
  bins: z.array(z.object({ id: z.string(), parentId: z.string().nullable(), name: z.string() })),
  items: z.array(hostItem),
  sequences: z.array(hostSequence),
  next: readCursor.nullable(),
});

const encoderJob = z.object({
  jobId: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number(),
  message: z.string(),
});

/** What each call answers with, by name. */
const values: { readonly [Name in keyof WireCalls]: z.ZodType<ReturnType<WireCalls[Name]>> } = {
  describeHost: hostDescription,
  readProject: projectPage,
  addBins: z.object({ bins: z.array(z.object({ key: z.string(), binId: z.string() })) }),
  importMedia: z.object({ items: z.array(z.object({ path: z.string(), itemId: z.string() })) }),
  updateItems: z.object({ attempted: z.number() }),
  assembleSequence: z.object({ sequenceId: z.string(), itemId: z.string() }),
  queueExport: z.object({ jobId: z.string() }),
  readEncoderJobs: z.object({ jobs: z.array(encoderJob) }),
  saveProject: z.object({ path: z.string() }),
};

const failureReply = z.object({
  ok: z.literal(false),
  code: z.enum(failureCodes),
  message: z.string(),
});

const successReply = z.object({ ok: z.literal(true), value: z.unknown() });

/** The names of all calls: the closed set that scripts are made for. */
export const hostCallNames = Object.keys(values) as (keyof WireCalls)[];

/** Reads a reply to `name` at the border. @throws ZodError when it is none */
export function parseReply<Name extends keyof WireCalls>(
  name: Name,
  reply: unknown,
): Reply<ReturnType<WireCalls[Name]>> {
  const failure = failureReply.safeParse(reply);
  if (failure.success) return failure.data;
  const success = successReply.parse(reply);
  const schema: z.ZodType<ReturnType<WireCalls[Name]>> = values[name];
  return { ok: true, value: schema.parse(success.value) };
}
