import { ingestMedia, previewIngest, type IngestRequest } from '../../workflows/ingestMedia';
import { createStepStore, type StepSetup, type StepStore } from '../step/createStepStore';
import { toOptional, toRequired, toRequiredLines } from '../step/textInput';
import { strings } from '../strings';

/** What stands in Ingest's inputs. */
export interface IngestInputs {
  /** Card folders, one a line. */
  readonly sources: string;
  /** A shipped bin preset's id, or the path of a preset file. */
  readonly preset: string;
  /** Path of the script supervisor's log; may be empty. */
  readonly log: string;
}

/** Ingest's store. */
export function createIngestStore(setup: StepSetup): StepStore<IngestInputs> {
  return createStepStore<IngestInputs, IngestRequest>(
    {
      step: 'ingest',
      inputs: { sources: '', preset: 'scene-take', log: '' },
      toRequest,
      preview: previewIngest,
      apply: ingestMedia,
    },
    setup,
  );
}

function toRequest(inputs: IngestInputs): IngestRequest {
  const { sources, preset } = strings.inputs;
  return {
    sources: toRequiredLines(inputs.sources, sources),
    presetId: toRequired(inputs.preset, preset),
    presetText: null,
    logPath: toOptional(inputs.log),
  };
}
