import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { historyFolder } from '../../domain/interchange/mhl/MhlManifest';
import { parseManifest } from '../../domain/interchange/mhl/parseManifest';
import { inPayload, type ArchiveContext, type SettledFile } from './ArchiveContext';
import { toolName } from './buildGeneration';
import { hasChain, readHistory, type History } from './History';

/**
 * The history of a root as the bundle has it; null when it has not begun. A manifest of ours that
 * no chain lists was left by a run that was killed between the two, and is removed.
 */
export async function readBundleHistory(
  root: string,
  settled: readonly SettledFile[],
  { bundle }: ArchiveContext,
): Promise<History | null> {
  const name = inPayload(`${root}/${historyFolder}`);
  const folder = bundle.resolve(inPayload(root));
  const history = await readHistory(folder, name);
  if (!history) return null;
  const copied = new Set(settled.map(({ target }) => target));
  const strays = history.strays.filter((stray) => !copied.has(`${root}/${historyFolder}/${stray}`));
  for (const stray of strays) {
    const file = path.join(folder, historyFolder, stray);
    const { manifest } = parseManifest(await readFile(file, 'utf8'), stray);
    if (manifest?.tool.name === toolName) await rm(file);
  }
  return (await hasChain(folder)) ? readHistory(folder, name) : null;
}
