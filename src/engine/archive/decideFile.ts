import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { ArchiveFile } from '../../contract/MediaEngine';
import { inPayload, type ArchiveContext } from './ArchiveContext';
import { isAbsence } from './BundleFolder';
import { findCopyProof, isSameSource, type CopyProof } from './CopyProof';
import type { Algorithm } from './Digester';
import { FileFault, toSourceFault } from './FileFault';
import { NotAFile } from './readThrough';

/** What is to be done for one file, decided without reading it. */
export type FileDecision =
  | { readonly kind: 'proven'; readonly file: ArchiveFile; readonly proof: CopyProof }
  | { readonly kind: 'copy' | 'compare'; readonly file: ArchiveFile; readonly sizeBytes: number }
  | { readonly kind: 'fault'; readonly file: ArchiveFile; readonly fault: FileFault };

/** Whether a file is proven, stands there unproven, is to be copied, or cannot be had. */
export async function decideFile(
  file: ArchiveFile,
  algorithms: readonly Algorithm[],
  context: ArchiveContext,
): Promise<FileDecision> {
  try {
    const stats = await statIfThere(context.bundle.resolve(inPayload(file.target)));
    const source = await statIfThere(file.source);
    const proof = stats && findCopyProof(context, { target: file.target, stats }, algorithms);
    if (proof && speaksFor(proof, source)) return { kind: 'proven', file, proof };
    if (!source?.isFile()) return toFault(file, await whyNoSource(file.source));
    return { kind: stats ? 'compare' : 'copy', file, sizeBytes: source.size };
  } catch (error) {
    return toFault(file, toSourceFault(error));
  }
}

/** A card that is no longer mounted was proven while it was. */
function speaksFor(proof: CopyProof, source: Stats | undefined): boolean {
  return source === undefined || isSameSource(proof, source);
}

/** The decision for a second file of one target. */
export function decideTwice(file: ArchiveFile): FileDecision {
  const fault = new FileFault(
    'target-twice',
    'Another file of this archive has the same place in the bundle.',
  );
  return { kind: 'fault', file, fault };
}

/** The system's own words for what stands there; a link is not looked through. */
async function whyNoSource(source: string): Promise<unknown> {
  try {
    await lstat(source);
    return toSourceFault(new NotAFile(source));
  } catch (error) {
    return toSourceFault(error);
  }
}

function toFault(file: ArchiveFile, fault: unknown): FileDecision {
  if (fault instanceof FileFault) return { kind: 'fault', file, fault };
  throw fault;
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}
