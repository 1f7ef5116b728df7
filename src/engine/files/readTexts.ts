import { readFile, stat } from 'node:fs/promises';
import type { JobContext } from '../../contract/JobContext';
import type { SupportText } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { readText } from './readText';

/** A card's playlists and clip descriptions are kilobytes. */
const largestBytes = 1024 * 1024;

/** Reads short support texts, in the order given; binary ones as Latin-1. One that cannot be read is null. */
export async function readTexts(
  { paths }: { readonly paths: readonly string[] },
  job: JobContext,
): Promise<readonly SupportText[]> {
  const texts: SupportText[] = [];
  for (const path of paths) {
    job.checkpoint();
    texts.push({ path, text: await readShort(path) });
  }
  return texts;
}

async function readShort(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > largestBytes) return null;
    if (/\.(?:mpl|cpi|bdm|bin)$/i.test(path)) return await readFile(path, 'latin1');
    return (await readText({ path })).text;
  } catch (error) {
    if (error instanceof UserFacingError || (error as NodeJS.ErrnoException).code) return null;
    throw error;
  }
}
