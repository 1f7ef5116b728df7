import type { ResolvedDay } from '../../domain/day/resolveDay';
import { bundleOf, exportsFolderOf } from '../../workflows/runShootingDay';
import type { PanelStores } from './PanelStores';

/** Where a shooting day fills the inputs from. */
export interface DayPlaces {
  readonly day: ResolvedDay | null;
  /** Folder for what is made; null leaves those inputs empty. */
  readonly outFolder: string | null;
}

/** Fills the five steps' inputs with a shooting day's values. */
export function fillInputs(stores: PanelStores, { day, outFolder }: DayPlaces): void {
  if (day) fillFromDay(stores, day);
  if (outFolder === null) return;
  const exports = exportsFolderOf(outFolder);
  stores.export.getState().setInputs({ folder: exports });
  stores.archive.getState().setInputs({ bundle: bundleOf(outFolder), exports });
}

function fillFromDay(stores: PanelStores, day: ResolvedDay): void {
  const sources = [...day.cards, ...day.recorders].join('\n');
  const log = day.log ?? '';
  const { sequence } = day;
  stores.ingest.getState().setInputs({ sources, preset: day.binPreset, logs: log });
  stores.roughCut.getState().setInputs({ script: day.script, log, sequence });
  stores.export.getState().setInputs({ sequence, specs: day.deliveries.join('\n') });
  stores.archive.getState().setInputs({ title: day.title, sources });
}
