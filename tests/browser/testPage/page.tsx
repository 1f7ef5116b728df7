import 'core-js/stable';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import type { StepName, StepPlan } from '../../../src/contract/StepReport';
import { toIngestState } from '../../../src/panel/ingest/store';
import type { PanelStores } from '../../../src/panel/shell/PanelStores';
import { Panel } from '../../../src/panel/shell/Panel';
import { fillSignalGaps } from '../../../src/panel/shell/fillSignalGaps';
import { createShellStore } from '../../../src/panel/shell/store';
import { createStepStore, toStepState } from '../../../src/panel/step/createStepStore';
import { JobGate } from '../../../src/panel/step/JobGate';
import type { StepDefinition } from '../../../src/panel/step/StepDefinition';
import { aDefinition, unusedPorts } from './aDefinition';

fillSignalGaps();

/** The panel on invented plans: `#rows=5000&theme=light&broken`. */
const parameters = new URLSearchParams(location.hash.slice(1));
const rows = Number(parameters.get('rows') ?? '60');
const setup = { ports: unusedPorts, gate: new JobGate() };

const card = '/Volumes/CARDS/2026-04-12';
const sources = `${card}/A001\n${card}/B001\n${card}/SOUND_0412`;
const day = {
  ingest: { sources, preset: 'scene-take', logs: `${card}/log.csv`, constantRateFolder: '' },
  roughCut: { script: `${card}/script.csv`, log: `${card}/log.csv`, sequence: 'Rough cut' },
  export: { sequence: 'Rough cut', specs: 'web-h264-1080p\nprores-master', folder: '/out/exports' },
  archive: { bundle: '/out/archive', title: 'Day 12', sources, exports: '/out/exports' },
};

function withInputs<Inputs>(step: StepName, inputs: Inputs): StepDefinition<Inputs, object> {
  const definition = aDefinition({ step, inputs, rows });
  if (!parameters.has('broken')) return definition;
  // A plan that no workflow may give: drawing it breaks.
  return { ...definition, preview: () => Promise.resolve({} as StepPlan) };
}

const roughCut = withInputs('roughcut', day.roughCut);
const stores: PanelStores = {
  shell: createShellStore({
    project: 'Night Ferry day 12.prproj',
    colorScheme: parameters.get('theme') === 'light' ? 'light' : 'dark',
    isThemed: false,
  }),
  ingest: createStore((set, get) =>
    toIngestState(withInputs('ingest', day.ingest), setup, { set, get }),
  ),
  sync: createStepStore(withInputs('sync', {}), setup),
  roughCut: createStore((set, get) => {
    const state = toStepState(roughCut, setup, { set, get });
    return { ...state, build: state.apply };
  }),
  export: createStepStore(withInputs('export', day.export), setup),
  archive: createStepStore(withInputs('archive', day.archive), setup),
};

const root = document.getElementById('panel');
if (!root) throw new Error('The page has no place for the panel.');
createRoot(root).render(<Panel stores={stores} />);
