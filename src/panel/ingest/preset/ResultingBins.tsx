import { Item, ListView, Text, useNumberFormatter } from '@adobe/react-spectrum';
import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { useBatches } from '../../step/useBatches';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import styles from './PresetEditor.module.css';
import { toBinRows, type BinRow } from './toBinRows';

const texts = strings.preset;

/** The bins that the draft would make, as a tree with counts and first names. */
export function ResultingBins({ store }: { readonly store: IngestStore }) {
  const bins = useStore(store, (state) => state.binPreview?.bins);
  const isLooking = useStore(store, (state) => state.isLooking);
  const isReading = useStore(store, (state) => state.job.status === 'running');
  const rows = useMemo(() => toBinRows(bins ?? []), [bins]);
  const isWaiting = isLooking || isReading;
  return (
    <section className={styles['bins']} aria-label={texts.bins} aria-busy={isWaiting}>
      <h3 className={styles['partHeading']}>{texts.bins}</h3>
      {rows.length > 0 ? (
        <BinTree rows={rows} />
      ) : (
        <p className={styles['hint']}>{isWaiting ? texts.lookingAtBins : texts.noBins}</p>
      )}
    </section>
  );
}

const BinTree = memo(function BinTree({ rows }: { readonly rows: readonly BinRow[] }) {
  const numbers = useNumberFormatter();
  const { given, more } = useBatches(rows);
  const items = useMemo(() => given.map((row) => ({ ...row, id: row.path })), [given]);
  return (
    <div className={styles['tree']}>
      <ListView {...more} aria-label={texts.bins} items={items} density="compact" height="100%">
        {({ name, depth, examples, items: count, path }) => (
          <Item textValue={`${path}, ${numbers.format(count)}`}>
            <Text>
              <span className={styles['bin']} style={{ paddingInlineStart: depth * 14 }}>
                {name} <b>{numbers.format(count)}</b> <i>{examples.join(', ')}</i>
              </span>
            </Text>
          </Item>
        )}
      </ListView>
    </div>
  );
});
