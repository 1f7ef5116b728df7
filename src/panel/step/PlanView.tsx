import { ToggleButton, useNumberFormatter } from '@adobe/react-spectrum';
import { useMemo, useState } from 'react';
import type { StepPlan } from '../../contract/StepReport';
import { strings } from '../strings';
import { MessageList } from './MessageList';
import styles from './Results.module.css';
import { showFromTop } from './showFromTop';
import { SideTables } from './SideTables';
import { StepTable } from './StepTable';
import { countActions, toAttentionTable, toPlanTable } from './TableRow';

/** What a step would do: the counts, what was noticed, every row, what stands beside them. */
export function PlanView({ plan }: { readonly plan: StepPlan }) {
  const numbers = useNumberFormatter();
  const counts = useMemo(() => countActions(plan.rows), [plan]);
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
      {plan.rows.length > 0 && <PlanTable plan={plan} />}
      <SideTables tables={plan.tables} />
    </section>
  );
}

/** Every row, or those alone that an eye should fall on. */
function PlanTable({ plan }: { readonly plan: StepPlan }) {
  const numbers = useNumberFormatter();
  const [isFiltered, setFiltered] = useState(false);
  const all = useMemo(() => toPlanTable(plan), [plan]);
  const attention = useMemo(() => toAttentionTable(all), [all]);
  const count = attention.rows.length;
  return (
    <>
      {count > 0 && (
        <ToggleButton isEmphasized alignSelf="start" isSelected={isFiltered} onChange={setFiltered}>
          {strings.plan.needsAnEye(numbers.format(count))}
        </ToggleButton>
      )}
      <StepTable
        key={String(isFiltered)}
        label={strings.plan.table}
        contents={isFiltered ? attention : all}
        stateHeading={strings.plan.action}
      />
    </>
  );
}
