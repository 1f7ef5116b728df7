import { createHash } from 'node:crypto';
import type { WriteArchiveRequest } from '../../contract/MediaEngine';
import { formatMhlDate } from '../../domain/interchange/mhl/MhlManifest';
import { inPayload, toFailedFile, type ArchiveContext, type SettledFile } from './ArchiveContext';
import { isAbsence } from './BundleFolder';
import { digestFile, type FileDigests } from './digestFile';
import { FileFault, toTargetFault } from './FileFault';

/**
 * Brings our own small texts into the bundle: one that stands there equal is left alone, one that
 * differs is replaced (it is ours, and says how the project is now). Each is read back.
 */
export async function settleTexts(
  texts: WriteArchiveRequest['texts'],
  context: ArchiveContext,
): Promise<readonly SettledFile[]> {
  const settled: SettledFile[] = [];
  for (const { target, text } of texts) {
    context.job.checkpoint();
    settled.push(await settleText(target, text, context));
  }
  return settled;
}

async function settleText(
  target: string,
  text: string,
  context: ArchiveContext,
): Promise<SettledFile> {
  try {
    return await writeIfDifferent(target, text, context);
  } catch (error) {
    const fault = toTargetFault(error);
    if (fault instanceof FileFault) return toFailedFile(target, fault);
    throw fault;
  }
}

async function writeIfDifferent(
  target: string,
  text: string,
  context: ArchiveContext,
): Promise<SettledFile> {
  const wanted = createHash('sha256').update(text, 'utf8').digest('hex');
  const standing = await digestIfThere(target, context);
  const isThere = standing?.digests.sha256 === wanted;
  if (!isThere) await context.bundle.writeText(inPayload(target), text);
  const file = isThere ? standing : await digestIfThere(target, context);
  if (file?.digests.sha256 !== wanted) {
    const sentence = 'Read back, the text differed from what was written. Do not trust this disk.';
    throw new FileFault('copy-differs', sentence);
  }
  return {
    target,
    outcome: isThere ? 'alreadyThere' : 'done',
    code: '',
    message: '',
    sizeBytes: file.sizeBytes,
    digests: file.digests,
    modified: file.stats.mtime,
    hashedAt: formatMhlDate(context.provenance.now()),
    uncached: file.uncached,
    isFresh: true,
  };
}

async function digestIfThere(
  target: string,
  { bundle, job }: ArchiveContext,
): Promise<FileDigests | undefined> {
  try {
    return await digestFile({
      path: bundle.resolve(inPayload(target)),
      algorithms: ['sha256', 'xxh128'],
      onBytes: () => job.checkpoint(),
    });
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}
