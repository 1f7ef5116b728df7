import { planFingerprint } from '../domain/cut/fingerprint';
import type { Cut } from '../domain/cut/Cut';
import type { DeliverySpec } from '../domain/spec/DeliverySpec';
import { encoderFormatOf } from '../domain/spec/encoderFormatOf';
import type { EncoderFormat } from '../domain/spec/EncoderFormat';
import { exportFileName } from '../domain/spec/exportFileName';
import { formatFrameRate } from '../domain/time/FrameRate';

/** What stands beside an export to say what it is: written only once the file was verified. */
export interface ExportRecord {
  /** Names the sequence's content and the specification it was rendered from. */
  readonly madeFrom: string;
  readonly xxh64: string;
}

/** A file of the output folder with its record, where it has one. */
export interface StandingExport {
  readonly record: ExportRecord | null;
  /** Hash of the file as it stands now. */
  readonly xxh64: string;
}

/** One deliverable: what to render, and where it goes. */
export interface PlannedExport {
  readonly spec: DeliverySpec;
  readonly format: EncoderFormat;
  readonly outputPath: string;
  readonly madeFrom: string;
  /** The same content stands there already, unchanged since it was verified. */
  readonly isThere: boolean;
}

/** The record's own path. */
export function recordPathOf(outputPath: string): string {
  return `${outputPath}.check.json`;
}

/**
 * Plans one file a specification. Nothing is ever overwritten: when a file of the name holds
 * something else, the next one is called `_v002`, `_v003` …
 */
export function planExports(
  cut: Cut,
  specs: readonly DeliverySpec[],
  folder: { readonly path: string; readonly standing: ReadonlyMap<string, StandingExport> },
): readonly PlannedExport[] {
  const taken = new Set<string>();
  return specs.map((spec) => {
    const format = encoderFormatOf(spec, cut);
    const madeFrom = planFingerprint({ cut, format });
    const { outputPath, isThere } = place(nameOf(spec, cut), { madeFrom, taken, ...folder });
    taken.add(outputPath);
    return { spec, format, outputPath, madeFrom, isThere };
  });
}

function nameOf(spec: DeliverySpec, cut: Cut): { readonly stem: string; readonly ending: string } {
  const { width, height } = spec.video;
  const stem = exportFileName(spec.fileName, {
    title: cut.name,
    sequence: cut.name,
    spec: spec.id,
    raster: `${width}x${height}`,
    rate: formatFrameRate(cut.frameRate),
  });
  return { stem, ending: spec.container };
}

interface Place {
  readonly path: string;
  readonly standing: ReadonlyMap<string, StandingExport>;
  readonly madeFrom: string;
  readonly taken: ReadonlySet<string>;
}

function place(
  { stem, ending }: { readonly stem: string; readonly ending: string },
  { path, standing, madeFrom, taken }: Place,
): { readonly outputPath: string; readonly isThere: boolean } {
  for (let version = 1; ; version += 1) {
    const suffix = version === 1 ? '' : `_v${String(version).padStart(3, '0')}`;
    const outputPath = `${path}/${stem}${suffix}.${ending}`;
    if (taken.has(outputPath)) continue;
    const found = standing.get(outputPath);
    if (!found) return { outputPath, isThere: false };
    const { record, xxh64 } = found;
    if (record?.madeFrom === madeFrom && record.xxh64 === xxh64)
      return { outputPath, isThere: true };
  }
}
