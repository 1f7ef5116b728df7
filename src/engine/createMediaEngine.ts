import type { MediaEngine } from '../contract/MediaEngine';
import { verifyBundle } from './archive/verifyBundle';
import { writeArchive } from './archive/writeArchive';
import { makeConstantRate } from './constantRate/makeConstantRate';
import type { FfmpegPaths } from './ffmpeg/findFfmpeg';
import { hashFiles } from './files/hashFiles';
import { listSources } from './files/listSources';
import { makeFolder } from './files/makeFolder';
import { readText } from './files/readText';
import { readTexts } from './files/readTexts';
import { writeText } from './files/writeText';
import type { Journal } from './journal/Journal';
import { measure } from './measure/measure';
import { probe } from './probe/probe';
import type { ProbeCache } from './probe/ProbeCache';
import { render } from './render/render';
import { makeSampleDay } from './sampleDay/makeSampleDay';

/** What the engine's work stands on. */
export interface MediaEnginePorts {
  /** Found at first need: much of the engine works without. @throws UserFacingError `ffmpeg-missing` */
  readonly findFfmpeg: () => Promise<FfmpegPaths>;
  readonly journal: Journal;
  readonly probeCache: ProbeCache;
}

/** The engine's work itself, in this process; the server puts it on the wire. */
export function createMediaEngine({
  findFfmpeg,
  journal,
  probeCache,
}: MediaEnginePorts): MediaEngine {
  const probing = {
    ffprobe: async () => (await findFfmpeg()).ffprobe,
    cache: probeCache,
  };
  return {
    listSources,
    probe: (request, job) => probe(request, probing, job),
    readTexts,
    readText,
    writeText,
    makeFolder,
    hashFiles,
    measure: async (request, job) => measure(request, { ffmpeg: await findFfmpeg(), probing }, job),
    render: async (request, job) => render(request, { ffmpeg: await findFfmpeg() }, job),
    makeConstantRate: async (request, job) =>
      makeConstantRate(request, { ffmpeg: await findFfmpeg() }, job),
    writeArchive: (request, job) => writeArchive(request, { journal, job }),
    verifyBundle: (request, job) => verifyBundle(request, { job }),
    makeSampleDay: async (request, job) =>
      makeSampleDay(request, { ffmpeg: await findFfmpeg(), job }),
  };
}
