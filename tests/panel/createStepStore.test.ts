import type { Ports } from '../../src/contract/Ports';
import type { StepPlan, StepReport } from '../../src/contract/StepReport';
import { createStepStore } from '../../src/panel/step/createStepStore';
import { JobGate } from '../../src/panel/step/JobGate';
import type { StepDefinition } from '../../src/panel/step/StepDefinition';
import { standingOf } from '../../src/panel/step/StepState';

const ports = {} as Ports;

const plan: StepPlan = { step: 'sync', columns: [], rows: [], findings: [], fingerprint: 'p1' };
const report: StepReport = {
  step: 'sync',
  status: 'partial',
  counts: { planned: 2, done: 1, alreadyThere: 0, failed: 1, skipped: 0 },
  items: [],
  findings: [],
  result: {},
};

function aStep(change: Partial<StepDefinition<{ roll: string }, { roll: string }>> = {}) {
  return {
    step: 'sync' as const,
    inputs: { roll: '1' },
    toRequest: (inputs: { roll: string }) => inputs,
    preview: () => Promise.resolve(plan),
    apply: () => Promise.resolve(report),
    ...change,
  };
}

/** A job that ends only when its signal is given, as the engine's do. */
function untilCancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

test('applies nothing that was not shown', async () => {
  const apply = jest.fn(() => Promise.resolve(report));
  const store = createStepStore(aStep({ apply }), { ports, gate: new JobGate() });
  await store.getState().apply();
  expect(apply).not.toHaveBeenCalled();
  expect(standingOf(store.getState())).toBe('untouched');
});

test('hands the shown plan’s fingerprint and the inputs to the workflow', async () => {
  const apply = jest.fn(() => Promise.resolve(report));
  const store = createStepStore(aStep({ apply }), { ports, gate: new JobGate() });
  await store.getState().preview();
  expect(standingOf(store.getState())).toBe('planned');
  await store.getState().apply();
  expect(apply).toHaveBeenCalledWith({ roll: '1', expectedPlan: 'p1' }, ports, expect.anything());
  expect(standingOf(store.getState())).toBe('partial');
});

test('drops the plan when an input changes', async () => {
  const store = createStepStore(aStep(), { ports, gate: new JobGate() });
  await store.getState().preview();
  store.getState().setInputs({ roll: '2' });
  expect(store.getState()).toMatchObject({ inputs: { roll: '2' }, plan: null, report: null });
});

test('ends cancelled, silently, and keeps the plan that was shown', async () => {
  const apply = (_request: unknown, _ports: Ports, job: { signal: AbortSignal }) =>
    untilCancelled(job.signal);
  const store = createStepStore(aStep({ apply }), { ports, gate: new JobGate() });
  await store.getState().preview();
  const running = store.getState().apply();
  store.getState().cancel();
  expect(store.getState().isCancelling).toBe(true);
  await running;
  expect(store.getState()).toMatchObject({
    job: { status: 'cancelled' },
    problem: null,
    isCancelling: false,
    plan,
  });
});

test('shows what a cancelled step had done when it says so', async () => {
  const apply = () => Promise.resolve({ ...report, status: 'cancelled' as const });
  const store = createStepStore(aStep({ apply }), { ports, gate: new JobGate() });
  await store.getState().preview();
  await store.getState().apply();
  expect(store.getState()).toMatchObject({
    job: { status: 'cancelled' },
    report: { counts: { done: 1 } },
  });
});

test('lets one step at a time work on the project', async () => {
  const setup = { ports, gate: new JobGate() };
  const preview = (_request: unknown, _ports: Ports, job: { signal: AbortSignal }) =>
    untilCancelled(job.signal);
  const first = createStepStore(aStep({ preview }), setup);
  const second = createStepStore({ ...aStep(), step: 'export' }, setup);
  const running = first.getState().preview();
  await second.getState().preview();
  expect(second.getState()).toMatchObject({ problem: 'host-busy', plan: null });
  first.getState().cancel();
  await running;
  await second.getState().preview();
  expect(second.getState().plan).toEqual(plan);
});

test('shows the latest progress, not every one', async () => {
  const shown: unknown[] = [];
  const store = createStepStore(
    aStep({
      preview: async (_request, _ports, job) => {
        for (let done = 0; done <= 500; done += 1) {
          job.report({ done, total: 500, unit: 'files', subject: '' });
        }
        await new Promise((resolve) => setTimeout(resolve, 150));
        return plan;
      },
    }),
    { ports, gate: new JobGate() },
  );
  store.subscribe(({ job }) => {
    if (job.status === 'running' && job.progress) shown.push(job.progress.done);
  });
  await store.getState().preview();
  expect(shown).toEqual([500]);
});

test('throws a bug on, and is ready for the next try', async () => {
  const bug = new TypeError('Cannot read “takes” of undefined');
  const preview = jest.fn().mockRejectedValueOnce(bug).mockResolvedValueOnce(plan);
  const store = createStepStore(aStep({ preview }), { ports, gate: new JobGate() });
  await expect(store.getState().preview()).rejects.toBe(bug);
  expect(store.getState().job.status).toBe('failed');
  await store.getState().preview();
  expect(store.getState().job.status).toBe('done');
});
