import { useNumberFormatter } from '@adobe/react-spectrum';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import styles from './PresetEditor.module.css';

const texts = strings.preset.summary;

/** What the draft would make, in a line; or why it cannot be used. */
export function BinSummary({ store }: { readonly store: IngestStore }) {
  const problem = useStore(store, (state) => state.draftProblem);
  const preview = useStore(store, (state) => state.binPreview);
  const isReading = useStore(store, (state) => state.isLooking || state.job.status === 'running');
  const numbers = useNumberFormatter();
  const items = useMemo(
    () => preview?.bins.reduce((sum, bin) => sum + bin.items, 0) ?? 0,
    [preview],
  );
  if (problem !== null) {
    return (
      <p className={styles['summary']} role="status" data-tone="negative">
        {strings.preset.refused(problem)}
      </p>
    );
  }
  const counts = preview && [
    texts.bins(numbers.format(preview.bins.length)),
    texts.media(numbers.format(items)),
    texts.uncertain(numbers.format(preview.uncertain)),
    texts.conflicts(numbers.format(preview.conflicts)),
  ];
  return (
    <p className={styles['summary']} role="status">
      {counts
        ? counts.join(' · ')
        : isReading
          ? strings.preset.lookingAtBins
          : strings.preset.about}
    </p>
  );
}
