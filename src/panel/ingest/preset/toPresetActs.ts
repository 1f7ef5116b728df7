import type { JobContext } from '../../../contract/JobContext';
import { readBinPreset } from '../../../workflows/readBinPreset';
import { readIngestMaterial } from '../../../workflows/readIngestMaterial';
import { runJob } from '../../../workflows/runJob';
import type { StateAccess, StepSetup } from '../../step/createStepStore';
import { StepJobs } from '../../step/StepJobs';
import { toLines, toRequired } from '../../step/textInput';
import { strings } from '../../strings';
import type { IngestState } from '../IngestState';
import { BinLooks } from './BinLooks';
import { formatPresetDraft, problemOfDraft, type PresetDraft } from './PresetDraft';
import { toOpened, unsaved, type PresetActs, type Saving } from './PresetEditing';

/** What can be done with a preset, on Ingest's state. */
export function toPresetActs(setup: StepSetup, access: StateAccess<IngestState>): PresetActs {
  const { get, set } = access;
  const jobs = new StepJobs('ingest', setup.gate, set);
  const looks = new BinLooks(access);
  const show = async (isAnew: boolean, job: JobContext) => {
    await openPreset(isAnew, setup, access);
    void looks.begin();
    await readMaterial(setup, access, job);
    void looks.begin();
  };
  const open = (isAnew: boolean) =>
    jobs.run(
      'preview',
      (job) => show(isAnew, job),
      () => ({}),
    );
  return {
    editPreset: () => open(false),
    undoEdits: () => open(true),
    leavePreset: () => {
      jobs.cancel();
      looks.end();
      set({ isEditing: false });
    },
    changeDraft: (change) => {
      const { draft } = get();
      if (!draft) return;
      set({ draft: { ...draft, ...change }, ...unsaved });
      looks.beginSoon();
    },
    changePreset: (change) => {
      const { draft, changeDraft } = get();
      if (draft) changeDraft({ preset: { ...draft.preset, ...change } });
    },
    setSavePath: (savePath) => set({ savePath, ...unsaved }),
    savePreset: (overwrite) => save(overwrite, setup, access),
  };
}

async function openPreset(
  isAnew: boolean,
  { ports }: StepSetup,
  { get, set }: StateAccess<IngestState>,
): Promise<void> {
  const { inputs, opened } = get();
  const presetId = toRequired(inputs.preset, strings.inputs.preset);
  if (isAnew || opened !== presetId) {
    set(toOpened(presetId, await readBinPreset({ presetId, presetText: null }, ports)));
  }
  set({ isEditing: true });
}

async function readMaterial(
  { ports }: StepSetup,
  { get, set }: StateAccess<IngestState>,
  job: JobContext,
): Promise<void> {
  const { inputs, material, opened } = get();
  const sources = toLines(inputs.sources);
  if (material !== null || sources.length === 0) return;
  const logPaths = toLines(inputs.logs);
  const request = { sources, logPaths, presetId: opened, presetText: null };
  set({ material: await readIngestMaterial(request, ports, job) });
}

async function save(
  overwrite: boolean,
  setup: StepSetup,
  { get, set }: StateAccess<IngestState>,
): Promise<void> {
  set({ saving: { status: 'running' } });
  const { draft, savePath, setInputs } = get();
  const path = savePath.trim();
  const saving = draft ? await write(draft, { path, overwrite }, setup) : unsaved.saving;
  if (saving.status === 'saved') {
    setInputs({ preset: path });
    set({ opened: path });
  }
  set({ saving });
}

async function write(
  draft: PresetDraft,
  place: { readonly path: string; readonly overwrite: boolean },
  { ports }: StepSetup,
): Promise<Saving> {
  // A bare name could be a shipped preset's, which would be taken in its place.
  if (!place.path.endsWith('.json')) return { status: 'failed', message: strings.preset.noFile };
  const problem = problemOfDraft(draft);
  if (problem !== null) return { status: 'failed', message: problem };
  const work = () => ports.engine.writeText({ ...place, text: formatPresetDraft(draft) });
  const outcome = await runJob(work, new AbortController().signal, () => undefined);
  if (outcome.status !== 'failed') return { status: 'saved' };
  const { code, message } = outcome.error;
  return code === 'file-exists' ? { status: 'taken' } : { status: 'failed', message };
}
