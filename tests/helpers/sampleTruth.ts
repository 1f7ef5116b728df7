import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A clip or recorder file as the maker of the sample day knows it. */
export interface TrueClip {
  readonly path: string;
  readonly kind: 'picture' | 'sound';
  readonly scene: string;
  readonly setup: string;
  readonly take: string;
  readonly camera: string;
  readonly binPath: string;
  readonly name: string;
  readonly circled: boolean;
  readonly mos: boolean;
}

/** Where a clip's first frame lies in its recorder file. */
export interface TrueSync {
  readonly clip: string;
  readonly recorder: string | null;
  readonly offsetSamples: number;
  readonly offsetSeconds: number;
}

/** An event of the rough cut, or the gap where nothing was shot. */
export type TrueEvent =
  | {
      readonly missing?: false;
      readonly scene: string;
      readonly clip: string;
      readonly recorder: string | null;
      readonly inFrames: number;
      readonly outFrames: number;
    }
  | { readonly missing: true; readonly scene: string; readonly durationFrames: number };

/** The sample day's own truth, written by its maker and not by our analysis. */
export interface SampleTruth {
  readonly clips: readonly TrueClip[];
  readonly sync: readonly TrueSync[];
  readonly roughCut: readonly TrueEvent[];
}

/** Reads the truth that stands beside a sample day. */
export function readSampleTruth(dayFolder: string): SampleTruth {
  return JSON.parse(readFileSync(path.join(dayFolder, 'truth.json'), 'utf8')) as SampleTruth;
}
