import { createHash } from 'node:crypto';
import { createXXHash128, createXXHash3, createXXHash64 } from 'hash-wasm';
import { formatC4 } from '../../domain/interchange/mhl/c4';
import type { HashBytes } from '../../domain/interchange/mhl/folderHashes';
import type { HashFormat } from '../../domain/interchange/mhl/MhlHash';

/** Everything a bag or a history may ask for. */
export type Algorithm = HashFormat | 'sha256' | 'sha512';

/** Digests by algorithm, as text: hex, C4 in its own form. */
export type Digests = Readonly<Partial<Record<Algorithm, string>>>;

/** Several digests made of one pass over the bytes. */
export interface Digester {
  update(bytes: Uint8Array): void;
  /** Ends it. */
  digests(): Digests;
}

interface Hash {
  update(bytes: Uint8Array): void;
  digest(): string;
}

/** A digester for these algorithms. */
export async function createDigester(algorithms: Iterable<Algorithm>): Promise<Digester> {
  const wanted = [...new Set(algorithms)];
  const hashes = await Promise.all(
    wanted.map(async (name) => [name, await createHashOf(name)] as const),
  );
  return {
    update: (bytes) => {
      for (const [, hash] of hashes) hash.update(bytes);
    },
    digests: () => Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest()])),
  };
}

/** One digest of a whole in memory. */
export async function digestBytes(algorithm: Algorithm, bytes: Uint8Array): Promise<string> {
  const hash = await createHashOf(algorithm);
  hash.update(bytes);
  return hash.digest();
}

/** A function that digests small pieces of bytes in a format, for folder hashes. */
export async function createBytesHasher(format: HashFormat): Promise<HashBytes> {
  if (format === 'xxh128' || format === 'xxh3' || format === 'xxh64') {
    const hash = await xxHashes[format]();
    return (bytes) => hash.init().update(bytes).digest('binary');
  }
  const algorithm = format === 'c4' ? 'sha512' : format;
  return (bytes) => createHash(algorithm).update(bytes).digest();
}

/** What Node's own OpenSSL does not have. */
const xxHashes = { xxh128: createXXHash128, xxh3: createXXHash3, xxh64: createXXHash64 };

async function createHashOf(algorithm: Algorithm): Promise<Hash> {
  if (algorithm === 'xxh128' || algorithm === 'xxh3' || algorithm === 'xxh64') {
    return xxHashes[algorithm]();
  }
  const hash = createHash(algorithm === 'c4' ? 'sha512' : algorithm);
  return {
    update: (bytes) => hash.update(bytes),
    digest: () => (algorithm === 'c4' ? formatC4(hash.digest()) : hash.digest('hex')),
  };
}
