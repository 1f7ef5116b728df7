import { Button, Heading, TextArea } from '@adobe/react-spectrum';
import { useState } from 'react';
import { strings } from '../strings';
import { formatBugReport } from './formatBugReport';
import styles from './Panel.module.css';

/** An error nobody foresaw, as a report that can be copied, and the way on. */
export function BugView({ bug, onGoOn }: { readonly bug: unknown; readonly onGoOn: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  const report = formatBugReport(bug, { browser: navigator.userAgent });
  const copy = async () => {
    await navigator.clipboard.writeText(report);
    setIsCopied(true);
  };
  return (
    <section className={styles['bug']} role="alert">
      <Heading level={2}>{strings.bug.heading}</Heading>
      <p>{strings.bug.sentence}</p>
      <TextArea
        aria-label={strings.bug.report}
        value={report}
        isReadOnly
        width="100%"
        height="size-2000"
      />
      <div className={styles['buttons']}>
        {'clipboard' in navigator && (
          <Button variant="secondary" onPress={() => void copy()}>
            {isCopied ? strings.bug.copied : strings.bug.copy}
          </Button>
        )}
        <Button variant="accent" onPress={onGoOn}>
          {strings.bug.goOn}
        </Button>
      </div>
    </section>
  );
}
