import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { MediaFacts, ProbeResult } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { runFfprobe, type FfprobeReport } from '../ffmpeg/runFfprobe';
import { readAtoms } from './readAtoms';
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
  '.xml .ale .csv .tsv .txt .json .pdf .html .md .mhl .md5 .edl .cdl .cube .look .bin .smi .jpg .jpeg .png .tif .tiff'.split(
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
    if (file.sizeBytes === 0) return failure(filePath, 'media-empty');
    const sidecar = await findSonySidecar(filePath);
    const stamp = `${file.sizeBytes}:${file.modifiedMs}:${sidecar?.stamp ?? ''}`;
    const known = ports.cache.find(filePath, stamp);
    if (known) return { path: filePath, ok: true, media: known };
    const media = await readMedia(file, { ports, signal, sidecar });
    if (typeof media === 'string') return failure(filePath, media);
    ports.cache.keep(filePath, stamp, media);
    return { path: filePath, ok: true, media };
  } catch (error) {
    if (isUnreadable(error)) return failure(filePath, 'media-unreadable');
    throw error;
  }
}

function failure(filePath: string, code: Failure['code']): Failure {
  return { path: filePath, ok: false, code, message: sentences[code] };
}

/** The system's refusals of a single file; a missing ffprobe concerns all of them. */
function isUnreadable(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof syscall === 'string' && !syscall.startsWith('spawn');
}

async function lookAt(filePath: string): Promise<FileFacts> {
  const { size, mtimeMs } = await stat(filePath);
  return { path: filePath, sizeBytes: size, modifiedMs: Math.trunc(mtimeMs) };
}

interface Reading {
  readonly ports: ProbePorts;
  readonly signal: AbortSignal;
  readonly sidecar: SonySidecar | null;
}

async function readMedia(file: FileFacts, reading: Reading): Promise<MediaFacts | Failure['code']> {
  if (companionExtensions.has(path.extname(file.path).toLowerCase())) return 'media-unsupported';
  const first = await readFirstBytes(file.path);
  return isWave(first) ? readSound(file) : readPicture(file, reading);
}

function isWave(first: string): boolean {
  // A recorder that lost power may have left the form's name unwritten.
  return /^(RIFF|RF64|BW64)/.test(first) && !first.slice(8).startsWith('AVI ');
}

async function readFirstBytes(filePath: string): Promise<string> {
  const handle = await open(filePath, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(12), 0, 12, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readSound(file: FileFacts): Promise<MediaFacts | Failure['code']> {
  const header = await readSoundHeader(file.path, file.sizeBytes);
  if (header.truncated) return 'media-truncated';
  return toSoundMedia(file, header) ?? 'media-unreadable';
}

async function readPicture(
  file: FileFacts,
  reading: Reading,
): Promise<MediaFacts | Failure['code']> {
  if (await isCutShort(file)) return 'media-truncated';
  const isNamedAsMedia = mediaExtensions.has(path.extname(file.path).toLowerCase());
  const report = await readReport(file.path, reading);
  const media = report && (await toMedia(file, report, reading.sidecar));
  return media ?? (isNamedAsMedia ? 'media-unreadable' : 'media-unsupported');
}

/** The sidecar is read only where the container carries no start of its own. */
async function toMedia(
  file: FileFacts,
  report: FfprobeReport,
  sidecar: SonySidecar | null,
): Promise<MediaFacts | null> {
  if (textReaders.has(report.format.format_name)) return null;
  const media = toMediaFacts(file, report, null);
  if (!media?.video || media.startTimecode !== '' || !sidecar) return media;
  return toMediaFacts(file, report, await readSonySidecar(sidecar, media.video.frameRate));
}

async function readReport(
  filePath: string,
  { ports, signal }: Reading,
): Promise<FfprobeReport | null> {
  const ffprobe = await ports.ffprobe();
  try {
    return await runFfprobe({ ffprobe, path: filePath, signal });
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'media-unreadable') return null;
    throw error;
  }
}

/** A QuickTime or MP4 file without its index, or with an atom that reaches past its end. */
async function isCutShort(file: FileFacts): Promise<boolean> {
  const atoms = await readAtoms(file.path);
  const last = atoms.at(-1);
  if (!last) return false;
  const hasIndex = atoms.some(({ type }) => type === 'moov');
  return !hasIndex || last.offset + last.sizeBytes > file.sizeBytes;
}
