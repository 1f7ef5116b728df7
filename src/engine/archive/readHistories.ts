import path from 'node:path';
import type { Finding } from '../../contract/StepReport';
import { toIgnoreRules, type IgnoreRules } from '../../domain/interchange/mhl/ignoreRules';
import { toExpectedHashes, type ExpectedHashes } from '../../domain/interchange/mhl/MhlHistory';
import {
  defaultIgnorePatterns,
  historyFolder,
  type MhlManifest,
} from '../../domain/interchange/mhl/MhlManifest';
import { isAbsence } from './BundleFolder';
import { digestFile } from './digestFile';
import { readHistory } from './History';

/** A history found in a folder that is verified. */
export interface FoundHistory {
  /** From the folder that is verified, with `/`; empty when it is that folder itself. */
  readonly root: string;
  /** By path from the history's root. */
  readonly expected: ExpectedHashes;
  readonly manifests: readonly MhlManifest[];
  readonly isIgnored: IgnoreRules;
  readonly findings: readonly Finding[];
}

/** Reads every history among the folders of `top`; deepest root first. */
export async function readHistories(
  top: string,
  folders: readonly string[],
): Promise<readonly FoundHistory[]> {
  const roots = folders
    .filter((folder) => `/${folder}`.endsWith(`/${historyFolder}`))
    .map((folder) => folder.slice(0, -historyFolder.length).replace(/\/$/, ''))
    .sort((left, right) => right.length - left.length);
  return Promise.all(roots.map((root) => readFound(top, root)));
}

/** A path from the verified folder as one from a history's root; undefined when it lies outside. */
export function pathWithin({ root }: FoundHistory, file: string): string | undefined {
  if (root === '') return file;
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : undefined;
}

async function readFound(top: string, root: string): Promise<FoundHistory> {
  const name = root === '' ? historyFolder : `${root}/${historyFolder}`;
  const history = await readHistory(path.join(top, root), name);
  const manifests = history?.manifests ?? [];
  const patterns = manifests.flatMap(({ ignorePatterns }) => ignorePatterns);
  const references = await checkReferences(path.join(top, root), manifests.at(-1));
  return {
    root,
    expected: toExpectedHashes(manifests),
    manifests,
    isIgnored: toIgnoreRules([...defaultIgnorePatterns, ...patterns]),
    findings: [...(history?.findings ?? []), ...references],
  };
}

/** A history around others names the manifests that they had: those must still be there. */
async function checkReferences(
  root: string,
  newest: MhlManifest | undefined,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { path: place, c4 } of newest?.references ?? []) {
    const actual = await c4Of(path.join(root, ...place.split('/')));
    if (actual === c4) continue;
    const message = `“${place}” is not the manifest that the history around it names: expected ${c4}, found ${actual || 'nothing'}.`;
    findings.push({ code: 'reference-differs', severity: 'error', subject: place, message });
  }
  return findings;
}

async function c4Of(file: string): Promise<string> {
  try {
    const read = await digestFile({ path: file, algorithms: ['c4'], onBytes: () => undefined });
    return read.digests.c4 ?? '';
  } catch (error) {
    if (isAbsence(error)) return '';
    throw error;
  }
}
