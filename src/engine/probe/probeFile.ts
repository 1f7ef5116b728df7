import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { MediaFacts, ProbeResult } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { runFfprobe, type FfprobeReport } from '../ffmpeg/runFfprobe';
import { contentKeyOf } from './contentKeyOf';
import { isCutShort } from './isCutShort';
import { readSampleTimes, type SampleTimes } from './readSampleTimes';
import { findSonySidecar, readSonySidecar, type SonySidecar } from './readSonySidecar';
import { readSoundHeader, toSoundMedia } from './probeSound';
import type { ProbeCache } from './ProbeCache';
import { toMediaFacts, type FileFacts } from './toMediaFacts';

/** What probing works with; ffprobe is asked for only when a file needs it. */
export interface ProbePorts {
  readonly ffprobe: () => Promise<string>;
  readonly cache: ProbeCache;
}

type Failure = Extract<ProbeResult, { readonly ok: false }>;

const sentences: Readonly<Record<Failure['code'], string>> = {
  'media-empty': 'The file is empty. The recording or the copy never began.',
  'media-truncated': 'The file ends too early. Check that the recording and the copy finished.',
  'media-denied': 'This account has no permission to read the file.',
  'media-locked': 'Another program keeps the file to itself. Close it there and try again.',
  'media-unreadable': 'The file could not be read. Check that the copy finished.',
  'media-unsupported': 'The file is no picture or sound that Slateflow knows.',
};

/** Names that promise media: what such a file does not hold is damage, not another kind of file. */
const mediaExtensions = new Set(
  '.mov .mp4 .m4v .mxf .mts .m2ts .avi .mkv .wav .bwf .rf64 .aif .aiff .mp3 .m4a .aac .braw .r3d'.split(
    ' ',
  ),
);

/** Companions of media on cards and desks: no need to start ffprobe for each of them. */
const companionExtensions = new Set(
  '.xml .ale .csv .tsv .txt .json .pdf .html .md .mhl .md5 .edl .cdl .cube .look .bin .smi'.split(
    ' ',
  ),
);

/** ffprobe's readers that take any text for moving pictures. */
const textReaders = new Set(['tty', 'ansi', 'image2', 'srt', 'ass', 'webvtt']);

/** Probes one file. Its damage is an answer; only a cancelled job throws. */
export async function probeFile(
  filePath: string,
  ports: ProbePorts,
  signal: AbortSignal,
): Promise<ProbeResult> {
  try {
    const file = await lookAt(filePath);
    const media = file.sizeBytes === 0 ? 'media-empty' : await recall(file, { ports, signal });
    if (typeof media === 'string') return failure(filePath, media);
    return { path: filePath, ok: true, media };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return failure(filePath, refusal);
    throw error;
  }
}

/** What is known of the file as it lies there, else of its content wherever it lay, else read. */
async function recall(file: FileFacts, work: Work): Promise<MediaFacts | Failure['code']> {
  const { cache } = work.ports;
  const sidecar = await findSonySidecar(file.path);
  const stamp = `${file.sizeBytes}:${file.modifiedMs}:${sidecar?.stamp ?? ''}`;
  const known = cache.find(file.path, stamp);
  if (known) return { ...known, ...file };
  const handle = await open(file.path, 'r');
  try {
    const content = await contentKeyOf(handle, file, sidecar);
    const same = cache.findContent(content);
    const media = same ? { ...same, ...file } : await readMedia(file, { ...work, sidecar, handle });
    if (typeof media !== 'string') cache.keep(file.path, stamp, { content, media });
    return media;
  } finally {
    await handle.close();
  }
}

function failure(filePath: string, code: Failure['code']): Failure {
  return { path: filePath, ok: false, code, message: sentences[code] };
}

/** What the system's refusals mean; what it says for other reasons is `media-unreadable`. */
const refusals: Readonly<Record<string, Failure['code']>> = {
  EACCES: 'media-denied',
  EPERM: 'media-denied',
  // Windows' sharing and lock violations, and those of network volumes.
  EBUSY: 'media-locked',
  EAGAIN: 'media-locked',
};

/** The system's refusal of a single file; null for anything else: a missing ffprobe concerns all. */
function refusalOf(error: unknown): Failure['code'] | null {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || typeof syscall !== 'string') return null;
  return syscall.startsWith('spawn') ? null : (refusals[code] ?? 'media-unreadable');
}

async function lookAt(filePath: string): Promise<FileFacts> {
  const { size, mtimeMs } = await stat(filePath);
  return { path: filePath, sizeBytes: size, modifiedMs: Math.trunc(mtimeMs) };
}

interface Work {
  readonly ports: ProbePorts;
  readonly signal: AbortSignal;
}

interface Reading extends Work {
  readonly handle: FileHandle;
  readonly sidecar: SonySidecar | null;
}

async function readMedia(file: FileFacts, reading: Reading): Promise<MediaFacts | Failure['code']> {
  if (companionExtensions.has(path.extname(file.path).toLowerCase())) return 'media-unsupported';
  const first = await readFirstBytes(reading.handle);
  return isWave(first) ? readSound(file, reading.handle) : readPicture(file, reading);
}

function isWave(first: string): boolean {
  // A recorder that lost power may have left the form's name unwritten.
  return /^(RIFF|RF64|BW64)/.test(first) && !first.slice(8).startsWith('AVI ');
}

async function readFirstBytes(handle: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(12), 0, 12, 0);
  return buffer.toString('latin1', 0, bytesRead);
}

async function readSound(
  file: FileFacts,
  handle: FileHandle,
): Promise<MediaFacts | Failure['code']> {
  const header = await readSoundHeader(handle, file.sizeBytes);
  if (header.truncated) return 'media-truncated';
  return toSoundMedia(file, header) ?? 'media-unreadable';
}

async function readPicture(
  file: FileFacts,
  reading: Reading,
): Promise<MediaFacts | Failure['code']> {
  if (await isCutShort(file)) return 'media-truncated';
  const isNamedAsMedia = mediaExtensions.has(path.extname(file.path).toLowerCase());
  const sampleTimes = await readSampleTimes(file.path);
  const report = await readReport(file.path, sampleTimes, reading);
  const media = report && (await toMedia(file, report, { ...reading, sampleTimes }));
  return media ?? (isNamedAsMedia ? 'media-unreadable' : 'media-unsupported');
}

/** The sidecar speaks where the container is silent. */
async function toMedia(
  file: FileFacts,
  report: FfprobeReport,
  { sidecar, sampleTimes }: Pick<Reading, 'sidecar'> & { readonly sampleTimes: SampleTimes },
): Promise<MediaFacts | null> {
  if (textReaders.has(report.format.format_name)) return null;
  const media = toMediaFacts(file, report, { sidecar: null, sampleTimes });
  if (!media?.video || !sidecar) return media;
  const told = await readSonySidecar(sidecar, media.video.frameRate);
  return toMediaFacts(file, report, { sidecar: told, sampleTimes });
}

async function readReport(
  filePath: string,
  sampleTimes: SampleTimes,
  { ports, signal }: Work,
): Promise<FfprobeReport | null> {
  const ffprobe = await ports.ffprobe();
  const packets = sampleTimes.size > 0 ? 0 : packetsOf(filePath);
  try {
    return await runFfprobe({ ffprobe, path: filePath, packets, signal });
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'media-unreadable') return null;
    throw error;
  }
}

/** Containers whose frames bear times of their own; the others count them at one rate. */
const timedExtensions = new Set('.mov .mp4 .m4v .3gp .mkv .webm'.split(' '));
/** A few seconds of picture and sound: ffprobe reads the frames themselves with their times. */
const packetsToRead = 300;

function packetsOf(filePath: string): number {
  return timedExtensions.has(path.extname(filePath).toLowerCase()) ? packetsToRead : 0;
}
