import { exportSequence, previewExport, type ExportRequest } from '../../workflows/exportSequence';
import { createStepStore, type StepSetup, type StepStore } from '../step/createStepStore';
import { toRequired, toRequiredLines } from '../step/textInput';
import { strings } from '../strings';

/** What stands in Export's inputs. */
export interface ExportInputs {
  /** Name of the sequence to export. */
  readonly sequence: string;
  /** Delivery presets, one a line. */
  readonly specs: string;
  /** Folder for the exported files. */
  readonly folder: string;
}

/** Export's store. */
export function createExportStore(setup: StepSetup): StepStore<ExportInputs> {
  return createStepStore<ExportInputs, ExportRequest>(
    {
      step: 'export',
      inputs: { sequence: strings.inputs.sequenceDefault, specs: '', folder: '' },
      toRequest,
      preview: previewExport,
      apply: exportSequence,
    },
    setup,
  );
}

function toRequest(inputs: ExportInputs): ExportRequest {
  const { sequence, specs, outputFolder } = strings.inputs;
  return {
    sequenceName: toRequired(inputs.sequence, sequence),
    specIds: toRequiredLines(inputs.specs, specs),
    outputFolder: toRequired(inputs.folder, outputFolder),
  };
}
