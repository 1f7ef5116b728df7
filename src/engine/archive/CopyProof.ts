import type { Stats } from 'node:fs';
import { z } from 'zod';
import type { ArchiveContext } from './ArchiveContext';
import type { Algorithm, Digests } from './Digester';

const proofSchema = z.object({
  digests: z.record(z.string(), z.string()),
  sizeBytes: z.number(),
  modifiedMs: z.number(),
  changedMs: z.number(),
  sourceSizeBytes: z.number(),
  sourceModifiedMs: z.number(),
  hashedAt: z.string(),
  uncached: z.boolean(),
});

/**
 * That a file of the bundle was copied and read back equal: its digests, and the state in which
 * original and copy stood then.
 */
export interface CopyProof {
  readonly digests: Digests;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Of the inode: tells a change that keeps size and time. */
  readonly changedMs: number;
  readonly sourceSizeBytes: number;
  readonly sourceModifiedMs: number;
  /** ISO 8601. */
  readonly hashedAt: string;
  readonly uncached: boolean;
}

/** The proof that speaks for a file as it stands now, with all these digests; else undefined. */
export function findCopyProof(
  { bundle, journal }: ArchiveContext,
  { target, stats }: { readonly target: string; readonly stats: Stats },
  algorithms: readonly Algorithm[],
): CopyProof | undefined {
  const kept = proofSchema.safeParse(journal.findProof(scopeOf(bundle.root), target));
  if (!kept.success) return undefined;
  const proof: CopyProof = kept.data;
  const isUntouched =
    proof.sizeBytes === stats.size &&
    proof.modifiedMs === stats.mtimeMs &&
    proof.changedMs === stats.ctimeMs;
  const hasAll = algorithms.every((algorithm) => proof.digests[algorithm] !== undefined);
  return isUntouched && hasAll ? proof : undefined;
}

/** Whether an original still is what a proof was made from. */
export function isSameSource(proof: CopyProof, source: Stats): boolean {
  return proof.sourceSizeBytes === source.size && proof.sourceModifiedMs === source.mtimeMs;
}

/** Keeps a proof; on the disk when it returns. */
export function keepCopyProof(
  { bundle, journal }: ArchiveContext,
  target: string,
  proof: CopyProof,
): void {
  journal.keepProof(scopeOf(bundle.root), target, proof);
}

function scopeOf(bundle: string): string {
  return `archive:${bundle}`;
}
