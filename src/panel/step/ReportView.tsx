import { useMemo } from 'react';
import type { ReportItem, StepReport } from '../../contract/StepReport';
import { strings } from '../strings';
import { MessageList, type Message } from './MessageList';
import { ReportNumbers } from './ReportNumbers';
import styles from './Results.module.css';
import { showFromTop } from './showFromTop';
import { SideTables } from './SideTables';
import { StepTable } from './StepTable';
import { toReportTable } from './TableRow';

/** What a step did: the numbers, what failed and why, what was noticed, every item. */
export function ReportView({ report }: { readonly report: StepReport<unknown> }) {
  const contents = useMemo(() => toReportTable(report), [report]);
  const failures = useMemo(() => report.items.filter(isFailed).map(toMessage), [report]);
  return (
    <section ref={showFromTop} className={styles['results']} aria-label={strings.report.heading}>
      <h3 className={styles['heading']}>{strings.report.heading}</h3>
      <p className={styles['summary']} role="status" data-status={report.status}>
        {strings.report.sentence[report.status]}
      </p>
      <ReportNumbers counts={report.counts} />
      <MessageList label={strings.report.failures} messages={failures} />
      <MessageList label={strings.findings.heading} messages={report.findings} />
      {contents.rows.length > 0 && (
        <StepTable
          label={strings.report.items}
          contents={contents}
          stateHeading={strings.report.outcome}
        />
      )}
      <SideTables tables={report.tables} />
    </section>
  );
}

function isFailed(item: ReportItem): boolean {
  return item.outcome === 'failed';
}

function toMessage({ subject, message }: ReportItem): Message {
  return { severity: 'error', subject, message };
}
