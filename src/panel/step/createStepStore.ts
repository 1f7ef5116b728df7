import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JobContext } from '../../contract/JobContext';
import type { Ports } from '../../contract/Ports';
import type { JobGate } from './JobGate';
import type { StepDefinition } from './StepDefinition';
import { StepJobs } from './StepJobs';
import type { StepState, StepStateWith } from './StepState';

/** What every step's store is given: the ports that `main` chose, and the gate they share. */
export interface StepSetup {
  readonly ports: Ports;
  readonly gate: JobGate;
}

/** A step's store. */
export type StepStore<Inputs> = StoreApi<StepStateWith<Inputs>>;

/** A step's store for reading, whatever its inputs are. */
export type StepView = Pick<StoreApi<StepState>, 'getState' | 'getInitialState' | 'subscribe'>;

/** A step's store, from what makes the step different from the others. */
export function createStepStore<Inputs, Request>(
  definition: StepDefinition<Inputs, Request>,
  setup: StepSetup,
): StepStore<Inputs> {
  return createStore<StepStateWith<Inputs>>()((set, get) =>
    toStepState(definition, setup, { set, get }),
  );
}

/** How a store's state is read and changed. */
export interface StateAccess<State> {
  readonly get: () => State;
  readonly set: (change: Partial<State>) => void;
}

/** The state of one step: inputs → preview → plan → apply → report, one job at a time. */
export function toStepState<Inputs, Request>(
  definition: StepDefinition<Inputs, Request>,
  setup: StepSetup,
  { get, set }: StateAccess<StepStateWith<Inputs>>,
): StepStateWith<Inputs> {
  const { ports } = setup;
  const jobs = new StepJobs(definition.step, setup.gate, set);
  const toRequest = () => definition.toRequest(get().inputs);
  return {
    ...untouched,
    inputs: definition.inputs,
    activity: 'preview',
    isCancelling: false,
    setInputs: (change) => {
      if (!jobs.isRunning) set({ inputs: { ...get().inputs, ...change }, ...untouched });
    },
    preview: async () => {
      const look = async (job: JobContext) => definition.preview(toRequest(), ports, job);
      await jobs.run('preview', look, (plan) => ({ plan, report: null }));
    },
    apply: async () => {
      const expectedPlan = get().plan?.fingerprint;
      if (expectedPlan === undefined) return;
      const work = async (job: JobContext) =>
        definition.apply({ ...toRequest(), expectedPlan }, ports, job);
      await jobs.run('apply', work, (report) => ({ report, plan: null }));
    },
    cancel: () => {
      if (jobs.cancel()) set({ isCancelling: true });
    },
  };
}

const untouched = { job: { status: 'idle' }, problem: null, plan: null, report: null } as const;
