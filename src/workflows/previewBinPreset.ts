import type { JobContext } from '../contract/JobContext';
import { parseBinPreset } from '../domain/ingest/BinPreset';
import type { IngestDecision } from '../domain/ingest/IngestPlan';
import { planIngestMaterial } from './planIngestMaterial';
import type { IngestMaterial } from './readIngestMaterial';

/** A bin as a preset would fill it. */
export interface PreviewedBin {
  /** `/Footage/24/24A`. */
  readonly path: string;
  readonly items: number;
  /** The first display names in it. */
  readonly examples: readonly string[];
}

/** What a preset would make of material, or why it is refused. */
export interface BinPresetPreview {
  /** In words; null when the preset can be used. */
  readonly problem: string | null;
  /** By path. */
  readonly bins: readonly PreviewedBin[];
  /** Media whose bin nothing says for certain. */
  readonly uncertain: number;
  /** Media whose witnesses disagree. */
  readonly conflicts: number;
}

const mostExamples = 3;

/** The bins that a preset under edit would make, from material that was read before. */
export async function previewBinPreset(
  material: IngestMaterial,
  presetText: string,
  job: Pick<JobContext, 'checkpoint'>,
): Promise<BinPresetPreview> {
  const result = parseBinPreset(presetText);
  if (!result.ok) return { problem: result.problem, bins: [], uncertain: 0, conflicts: 0 };
  const settings = { preset: result.preset, constantRateFolder: null };
  const { decisions } = await planIngestMaterial(material, settings, job);
  const count = (attention: IngestDecision['attention']) =>
    decisions.filter((decision) => decision.attention === attention).length;
  return {
    problem: null,
    bins: binsOf(decisions),
    uncertain: count('uncertain'),
    conflicts: count('conflict'),
  };
}

function binsOf(decisions: readonly IngestDecision[]): readonly PreviewedBin[] {
  const bins = new Map<string, { items: number; examples: string[] }>();
  for (const { binPath, name } of decisions) {
    if (binPath === '') continue;
    const bin = bins.get(binPath) ?? { items: 0, examples: [] };
    bin.items += 1;
    if (bin.examples.length < mostExamples) bin.examples.push(name);
    bins.set(binPath, bin);
  }
  return [...bins]
    .map(([path, bin]) => ({ path, ...bin }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}
