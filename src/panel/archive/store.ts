import {
  archiveProject,
  previewArchive,
  type ArchiveRequest,
} from '../../workflows/archiveProject';
import { createStepStore, type StepSetup, type StepStore } from '../step/createStepStore';
import { toOptional, toRequired, toRequiredLines } from '../step/textInput';
import { strings } from '../strings';

/** What stands in Archive's inputs. */
export interface ArchiveInputs {
  /** The bundle's own folder. */
  readonly bundle: string;
  readonly title: string;
  /** Card folders to keep, one a line. */
  readonly sources: string;
  /** Folder of the exported files; may be empty. */
  readonly exports: string;
}

/** Archive's store. */
export function createArchiveStore(setup: StepSetup): StepStore<ArchiveInputs> {
  return createStepStore<ArchiveInputs, ArchiveRequest>(
    {
      step: 'archive',
      inputs: { bundle: '', title: '', sources: '', exports: '' },
      toRequest,
      preview: previewArchive,
      apply: archiveProject,
    },
    setup,
  );
}

function toRequest(inputs: ArchiveInputs): ArchiveRequest {
  const { bundle, title, sources } = strings.inputs;
  return {
    bundle: toRequired(inputs.bundle, bundle),
    title: toRequired(inputs.title, title),
    sources: toRequiredLines(inputs.sources, sources),
    exportsFolder: toOptional(inputs.exports),
  };
}
