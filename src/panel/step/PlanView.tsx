import { useNumberFormatter } from '@adobe/react-spectrum';
import { useMemo } from 'react';
import type { StepPlan } from '../../contract/StepReport';
import { strings } from '../strings';
import { MessageList } from './MessageList';
import styles from './Results.module.css';
import { showFromTop } from './showFromTop';
import { StepTable } from './StepTable';
import { countActions, toPlanTable } from './TableRow';

/** What a step would do: the counts, what was noticed, every row. */
export function PlanView({ plan }: { readonly plan: StepPlan }) {
  const numbers = useNumberFormatter();
  const contents = useMemo(() => toPlanTable(plan), [plan]);
  const counts = countActions(plan.rows);
  const sentence = counts.map(({ action, count }) =>
    strings.plan.counts[action](numbers.format(count)),
  );
  return (
    <section ref={showFromTop} className={styles['results']} aria-label={strings.plan.heading}>
      <h3 className={styles['heading']}>{strings.plan.heading}</h3>
      <p className={styles['summary']} role="status">
        {sentence.length > 0 ? sentence.join(' · ') : strings.plan.empty}
      </p>
      <MessageList label={strings.findings.heading} messages={plan.findings} />
      {contents.rows.length > 0 && (
        <StepTable
          label={strings.plan.table}
          contents={contents}
          stateHeading={strings.plan.action}
        />
      )}
    </section>
  );
}
