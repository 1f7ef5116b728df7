import path from 'node:path';
import type { Finding } from '../../contract/StepReport';
import {
  bagInfoValue,
  parseBagInfo,
  parsePayloadOxum,
  type BagInfoEntry,
  type PayloadOxum,
} from '../../domain/interchange/bagit/BagInfo';
import {
  parseBagManifest,
  type ParsedBagManifest,
} from '../../domain/interchange/bagit/BagManifest';
import { bagFileNames, isBagDeclaration } from '../../domain/interchange/bagit/tagFiles';
import { isAbsence, readTextIfThere } from './BundleFolder';
import { toolName } from './buildGeneration';
import type { Algorithm } from './Digester';
import { digestFile } from './digestFile';

/** A bag as its own files describe it. */
export interface Bag {
  /** By path from the bag's folder: digests of every payload file. */
  readonly expected: ReadonlyMap<string, ReadonlyMap<Algorithm, string>>;
  /** What `bag-info.txt` says the payload amounts to; null when it does not say. */
  readonly oxum: PayloadOxum | null;
  /** Everything wrong with the bag's own files. */
  readonly findings: readonly Finding[];
}

const manifestName = /^(tag)?manifest-([a-z0-9]+)\.txt$/;
const algorithms = ['md5', 'sha1', 'sha256', 'sha512'] as const;

/** Whether files at the top of a folder make it a bag, be it a damaged one. */
export function looksLikeBag(files: readonly string[]): boolean {
  return files.some((file) => file === bagFileNames.declaration || manifestName.test(file));
}

/** Reads a bag's own files and checks them against its tag manifests (RFC 8493, section 3). */
export async function readBag(root: string, files: readonly string[]): Promise<Bag> {
  const info = parseBagInfo((await readTextIfThere(path.join(root, bagFileNames.info))) ?? '');
  const manifests = files.flatMap((file) => {
    const match = manifestName.exec(file);
    return match ? [{ file, isTag: match[1] !== undefined, name: match[2] ?? '' }] : [];
  });
  const read = await Promise.all(
    manifests.map(async (manifest) => ({
      ...manifest,
      algorithm: algorithms.find((name) => name === manifest.name),
      ...(await readManifest(root, manifest.file)),
    })),
  );
  const payload = read.filter(({ isTag }) => !isTag);
  const tags = read.filter(({ isTag }) => isTag);
  const tagFindings = await Promise.all(tags.map((manifest) => checkTags(root, manifest)));
  return {
    expected: toExpected(payload),
    oxum: parsePayloadOxum(bagInfoValue(info.entries, 'Payload-Oxum') ?? '') ?? null,
    findings: [
      ...(await checkDeclaration(root)),
      ...(payload.length === 0 ? [missing('manifest-missing', bagFileNames.manifest)] : []),
      ...(tags.length === 0 ? [noTagManifest(info.entries)] : []),
      ...read.flatMap(({ findings }) => findings),
      ...read.filter(({ algorithm }) => !algorithm).map(({ file }) => unknownAlgorithm(file)),
      ...payload.flatMap(checkPayloadRows),
      ...info.findings,
      ...tagFindings.flat(),
    ],
  };
}

interface Manifest extends ParsedBagManifest {
  readonly file: string;
  readonly algorithm: Algorithm | undefined;
}

async function readManifest(root: string, file: string): Promise<ParsedBagManifest> {
  return parseBagManifest((await readTextIfThere(path.join(root, file))) ?? '', file);
}

function toExpected(manifests: readonly Manifest[]): Bag['expected'] {
  const expected = new Map<string, Map<Algorithm, string>>();
  for (const { algorithm, entries } of manifests) {
    for (const entry of algorithm ? entries : []) {
      const digests = expected.get(entry.path) ?? new Map<Algorithm, string>();
      if (algorithm) digests.set(algorithm, entry.digest);
      expected.set(entry.path, digests);
    }
  }
  return expected;
}

async function checkDeclaration(root: string): Promise<readonly Finding[]> {
  const text = await readTextIfThere(path.join(root, bagFileNames.declaration));
  if (text === null) return [missing('declaration-missing', bagFileNames.declaration)];
  if (isBagDeclaration(text)) return [];
  const message = 'bagit.txt does not declare a bag that can be read.';
  return [error('declaration-damaged', bagFileNames.declaration, message)];
}

function checkPayloadRows({ file, entries }: Manifest): readonly Finding[] {
  return entries
    .filter((entry) => !entry.path.startsWith(`${bagFileNames.payload}/`))
    .map((entry) =>
      error('manifest-row-unreadable', file, `“${entry.path}” in “${file}” is not in data/.`),
    );
}

async function checkTags(root: string, manifest: Manifest): Promise<readonly Finding[]> {
  const { algorithm, entries } = manifest;
  if (!algorithm) return [];
  const found: Finding[] = [];
  for (const entry of entries) {
    const actual = await digestOf(path.join(root, ...entry.path.split('/')), algorithm);
    if (actual === null) found.push(missing('tag-file-missing', entry.path));
    else if (actual !== entry.digest) found.push(changed(entry.path, entry.digest, actual));
  }
  return found;
}

async function digestOf(file: string, algorithm: Algorithm): Promise<string | null> {
  try {
    const read = await digestFile({
      path: file,
      algorithms: [algorithm],
      onBytes: () => undefined,
    });
    return read.digests[algorithm] ?? '';
  } catch (failure) {
    if (isAbsence(failure)) return null;
    throw failure;
  }
}

/** We always write one; in a bag of others it is optional. */
function noTagManifest(info: readonly BagInfoEntry[]): Finding {
  const isOurs = (bagInfoValue(info, 'Bag-Software-Agent') ?? '').startsWith(toolName);
  const finding = missing('tag-manifest-missing', bagFileNames.tagManifest);
  return isOurs || info.length === 0 ? finding : { ...finding, severity: 'warning' };
}

function missing(code: string, subject: string): Finding {
  return error(code, subject, `“${subject}” is missing from the bundle.`);
}

function changed(subject: string, expected: string, actual: string): Finding {
  const message = `“${subject}” has changed: expected ${expected}, found ${actual}.`;
  return error('tag-file-changed', subject, message);
}

function unknownAlgorithm(file: string): Finding {
  const message = `“${file}” uses a digest that is not known here; it was not checked.`;
  return { code: 'algorithm-unknown', severity: 'warning', subject: file, message };
}

function error(code: string, subject: string, message: string): Finding {
  return { code, severity: 'error', subject, message };
}
