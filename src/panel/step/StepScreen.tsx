import { Heading } from '@adobe/react-spectrum';
import { useDeferredValue, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StepName } from '../../contract/StepReport';
import { strings } from '../strings';
import type { StepView } from './createStepStore';
import { JobView } from './JobView';
import { PlanView } from './PlanView';
import { PreviewButton } from './PreviewButton';
import { ProblemView } from './ProblemView';
import { ReportView } from './ReportView';
import styles from './StepScreen.module.css';

/** A step on screen: inputs, then the plan or the report, and what can be done at the foot. */
export function StepScreen({ step, store, inputs, applyButton }: StepScreenProps) {
  // Results of ten thousand rows are drawn a little at a time, between the editor's own doings.
  const plan = useDeferredValue(
    useStore(store, (state) => state.plan),
    null,
  );
  const report = useDeferredValue(
    useStore(store, (state) => state.report),
    null,
  );
  const texts = strings.steps[step];
  return (
    <section className={styles['screen']} aria-label={texts.title}>
      <div className={styles['scroll']}>
        <header>
          <Heading level={2} UNSAFE_className={styles['title'] ?? ''}>
            {texts.title}
          </Heading>
          <p className={styles['about']}>{texts.about}</p>
        </header>
        {inputs}
        <ProblemView store={store} />
        {plan && <PlanView key={plan.fingerprint} plan={plan} />}
        {report && <ReportView report={report} />}
      </div>
      <footer className={styles['foot']}>
        <JobView store={store} />
        <div className={styles['buttons']}>
          <PreviewButton store={store} />
          {applyButton}
        </div>
      </footer>
    </section>
  );
}

/** What a step brings of its own. */
interface StepScreenProps {
  readonly step: StepName;
  readonly store: StepView;
  /** Its input fields; null when it has none. */
  readonly inputs: ReactNode;
  /** The button that carries out the plan, or cancels. */
  readonly applyButton: ReactNode;
}
