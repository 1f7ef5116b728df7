import { Item, ListView, Text } from '@adobe/react-spectrum';
import { useMemo } from 'react';
import type { Finding } from '../../contract/StepReport';
import styles from './Results.module.css';
import { SeverityIcon } from './SeverityIcon';
import { useBatches } from './useBatches';

/** A sentence about something. */
export type Message = Pick<Finding, 'severity' | 'subject' | 'message'>;

/** A message with its place in the plan or report: subjects come from files and may be equal. */
type ListedMessage = Message & { readonly id: number };

/** Up to this many are written out; more stand in a list of their own that draws what is in sight. */
const mostWrittenOut = 12;
/** Pixels. */
const tallestList = 420;

const severityOrder: readonly Message['severity'][] = ['error', 'warning', 'info'];

/** Findings and failures with their sentences, the worst first. */
export function MessageList({
  label,
  messages,
}: {
  readonly label: string;
  readonly messages: readonly Message[];
}) {
  const listed = useMemo(() => worstFirst(messages), [messages]);
  if (listed.length === 0) return null;
  return (
    <section className={styles['block']} aria-label={label}>
      <h4 className={styles['subheading']}>
        {label} <span className={styles['count']}>{listed.length}</span>
      </h4>
      {listed.length <= mostWrittenOut ? (
        <FewMessages messages={listed} />
      ) : (
        <ManyMessages label={label} messages={listed} />
      )}
    </section>
  );
}

function worstFirst(messages: readonly Message[]): readonly ListedMessage[] {
  return severityOrder.flatMap((severity) =>
    messages.flatMap((message, id) => (message.severity === severity ? [{ ...message, id }] : [])),
  );
}

function FewMessages({ messages }: { readonly messages: readonly ListedMessage[] }) {
  return (
    <ul className={styles['messages']}>
      {messages.map(({ id, severity, subject, message }) => (
        <li key={id}>
          <SeverityIcon severity={severity} />
          <p>
            <b>{subject}</b> <span>{message}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function ManyMessages({
  label,
  messages,
}: {
  readonly label: string;
  readonly messages: readonly ListedMessage[];
}) {
  const { given, more } = useBatches(messages);
  return (
    <ListView
      {...more}
      aria-label={label}
      items={given}
      density="compact"
      overflowMode="wrap"
      height={tallestList}
    >
      {(item) => (
        <Item textValue={`${item.subject}: ${item.message}`}>
          <SeverityIcon severity={item.severity} />
          <Text>{item.subject}</Text>
          <Text slot="description">{item.message}</Text>
        </Item>
      )}
    </ListView>
  );
}
