import type { JobContext } from '../../contract/JobContext';
import type { Ports } from '../../contract/Ports';
import type { StepName, StepPlan, StepReport } from '../../contract/StepReport';

/** What makes one step different from another: its inputs and its two workflows. */
export interface StepDefinition<Inputs, Request> {
  readonly step: StepName;
  /** What the inputs hold before anyone has touched them. */
  readonly inputs: Inputs;
  /**
   * The workflow's request, from what stands in the inputs.
   * @throws UserFacingError `bad-arguments` when an input that is needed is empty
   */
  readonly toRequest: (inputs: Inputs) => Request;
  readonly preview: (request: Request, ports: Ports, job: JobContext) => Promise<StepPlan>;
  /** `expectedPlan` is the fingerprint of the plan that was shown. */
  readonly apply: (
    request: Request & { readonly expectedPlan: string | null },
    ports: Ports,
    job: JobContext,
  ) => Promise<StepReport<unknown>>;
}
