import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseChain, type MhlGeneration } from '../../domain/interchange/mhl/MhlChain';
import {
  chainFileName,
  historyFolder,
  type MhlManifest,
} from '../../domain/interchange/mhl/MhlManifest';
import { parseManifest } from '../../domain/interchange/mhl/parseManifest';
import type { Finding } from '../../contract/StepReport';
import { isAbsence, readTextIfThere } from './BundleFolder';
import { digestBytes } from './Digester';

/** An ASC MHL history as it stands on the disk. */
export interface History {
  /** What the chain file lists, in order. */
  readonly generations: readonly MhlGeneration[];
  /** The manifests of those that can be read, in order. */
  readonly manifests: readonly MhlManifest[];
  /** Manifests that no chain lists. */
  readonly strays: readonly string[];
  /** Everything wrong with it; empty when it can be trusted. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the history in `root`'s `ascmhl` folder, every manifest checked against the chain; null
 * when there is no such folder. `name` is what the findings call the folder of the history.
 */
export async function readHistory(root: string, name: string): Promise<History | null> {
  const folder = path.join(root, historyFolder);
  const entries = await readNames(folder);
  if (entries === null) return null;
  const chainName = `${name}/${chainFileName}`;
  const chainText = await readTextIfThere(path.join(folder, chainFileName));
  const chain =
    chainText === null
      ? { generations: [], findings: [chainMissing(chainName)] }
      : parseChain(chainText, chainName);
  const generations = chain.generations ?? [];
  const read = await Promise.all(
    generations.map((generation) => readGeneration(folder, generation, name)),
  );
  const listed = new Set(generations.map((generation) => generation.path));
  const strays = entries.filter((entry) => entry.endsWith('.mhl') && !listed.has(entry));
  return {
    generations,
    manifests: read.flatMap(({ manifest }) => manifest ?? []),
    strays,
    findings: [
      ...chain.findings,
      ...read.flatMap(({ findings }) => findings),
      ...strays.map((stray) => strayManifest(`${name}/${stray}`)),
    ],
  };
}

/** Whether a history has begun in `root`. */
export async function hasChain(root: string): Promise<boolean> {
  return (await readTextIfThere(path.join(root, historyFolder, chainFileName))) !== null;
}

interface ReadGeneration {
  readonly manifest: MhlManifest | null;
  readonly findings: readonly Finding[];
}

async function readGeneration(
  folder: string,
  generation: MhlGeneration,
  name: string,
): Promise<ReadGeneration> {
  const subject = `${name}/${generation.path}`;
  const bytes = await readIfThere(path.join(folder, generation.path));
  if (bytes === null) return { manifest: null, findings: [manifestMissing(subject)] };
  const actual = await digestBytes('c4', bytes);
  const parsed = parseManifest(bytes.toString('utf8'), subject);
  const isListed = actual === generation.c4;
  const findings = isListed ? [] : [manifestChanged(subject, generation.c4, actual)];
  return { manifest: parsed.manifest, findings: [...findings, ...parsed.findings] };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

async function readNames(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function chainMissing(subject: string): Finding {
  const message = `“${subject}” is missing: the history can no longer be trusted.`;
  return { code: 'chain-missing', severity: 'error', subject, message };
}

function manifestMissing(subject: string): Finding {
  const message = `“${subject}” is missing, though the chain lists it.`;
  return { code: 'manifest-missing', severity: 'error', subject, message };
}

function manifestChanged(subject: string, expected: string, actual: string): Finding {
  const message = `“${subject}” is not what the chain says: expected ${expected}, found ${actual}.`;
  return { code: 'manifest-changed', severity: 'error', subject, message };
}

function strayManifest(subject: string): Finding {
  const message = `“${subject}” is not in the chain: nobody knows where it comes from.`;
  return { code: 'manifest-not-in-chain', severity: 'error', subject, message };
}
