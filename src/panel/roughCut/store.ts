import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  buildRoughCut,
  previewRoughCut,
  type BuildRoughCutRequest,
} from '../../workflows/buildRoughCut';
import { toStepState, type StepSetup } from '../step/createStepStore';
import type { StepDefinition } from '../step/StepDefinition';
import type { StepStateWith } from '../step/StepState';
import { toOptional, toRequired } from '../step/textInput';
import { strings } from '../strings';

/** What stands in Rough cut's inputs. */
export interface RoughCutInputs {
  /** Path of the script CSV. */
  readonly script: string;
  /** Path of the script supervisor's log; may be empty. */
  readonly log: string;
  /** Name of the sequence to build. */
  readonly sequence: string;
}

/** Rough cut's state: a step's, with the act under its own name. */
export interface RoughCutState extends StepStateWith<RoughCutInputs> {
  /** Builds the sequence that was shown. */
  readonly build: () => Promise<void>;
}

/** Rough cut's store. */
export type RoughCutStore = StoreApi<RoughCutState>;

/** Rough cut's store. */
export function createRoughCutStore(setup: StepSetup): RoughCutStore {
  return createStore<RoughCutState>()((set, get) => {
    const step = toStepState(definition, setup, { set, get });
    return { ...step, build: step.apply };
  });
}

const definition: StepDefinition<RoughCutInputs, BuildRoughCutRequest> = {
  step: 'roughcut',
  inputs: { script: '', log: '', sequence: strings.inputs.sequenceDefault },
  toRequest,
  preview: previewRoughCut,
  apply: buildRoughCut,
};

function toRequest(inputs: RoughCutInputs): BuildRoughCutRequest {
  const { script, sequence } = strings.inputs;
  return {
    scriptPath: toRequired(inputs.script, script),
    logPath: toOptional(inputs.log),
    sequenceName: toRequired(inputs.sequence, sequence),
  };
}
