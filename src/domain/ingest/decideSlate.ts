import type { Finding } from '../finding/Finding';
import type { EvidenceSource } from './BinPreset';
import type { SlateClaim } from './slateClaims';
import type { SourceMedium } from './SourceMedium';

/** The slate that is believed. */
export interface DecidedSlate {
  /** Null where nobody knows the scene of a UK slate number. */
  readonly scene: string | null;
  readonly setup: string;
  readonly take: string | null;
  readonly setupFrom: EvidenceSource;
  readonly takeFrom: EvidenceSource;
}

/** What a witness is called in sentences. */
export function witnessOf(source: EvidenceSource, kind: SourceMedium['kind']): string {
  if (source === 'log') return 'the log';
  if (source === 'metadata') return kind === 'sound' ? 'iXML' : 'the clip’s metadata';
  return source === 'fileName' ? 'the file name' : 'the folder name';
}

/**
 * Believes the first witness of the precedence. A witness that says the same setup may add the take
 * or scene that the first leaves open; one that says another is a conflict, listed and not followed.
 */
export function decideSlate(
  claims: readonly SlateClaim[],
  precedence: readonly EvidenceSource[],
): { readonly slate: DecidedSlate | null; readonly conflicts: readonly SlateClaim[] } {
  const asked = precedence.flatMap((source) => claims.filter((claim) => claim.source === source));
  const [first] = asked;
  if (!first) return { slate: null, conflicts: [] };
  const agreeing = asked.filter((claim) => claim.setup === first.setup);
  const withTake = agreeing.find(({ take }) => take !== null);
  const withScene = agreeing.find(({ scene }) => scene !== null);
  const slate = {
    scene: withScene?.scene ?? null,
    setup: first.setup,
    take: withTake?.take ?? null,
    setupFrom: first.source,
    takeFrom: withTake?.source ?? first.source,
  };
  const disagrees = ({ setup, take }: SlateClaim) =>
    setup !== slate.setup || (take !== null && take !== slate.take);
  return { slate, conflicts: asked.filter(disagrees) };
}

/** The finding for witnesses that disagree: “24A-3 in the log, 24B-3 in iXML”. */
export function slateConflict(
  { file, kind }: SourceMedium,
  slate: DecidedSlate | null,
  conflicts: readonly SlateClaim[],
): readonly Finding[] {
  if (!slate || conflicts.length === 0) return [];
  const believed = { source: slate.setupFrom, setup: slate.setup, take: slate.take };
  const said = [believed, ...conflicts].map(
    ({ source, setup, take }) => `${nameOf(setup, take)} in ${witnessOf(source, kind)}`,
  );
  const taken = nameOf(slate.setup, slate.take);
  const message = `${said.join(', ')}. ${taken} was taken, as the preset believes ${witnessOf(slate.setupFrom, kind)} first.`;
  return [{ code: 'slate-conflict', severity: 'warning', subject: file.path, message }];
}

function nameOf(setup: string, take: string | null): string {
  return take === null ? setup : `${setup}-${take}`;
}
