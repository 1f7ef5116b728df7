import { ActionButton, Heading, Text } from '@adobe/react-spectrum';
import Back from '@spectrum-icons/workflow/Back';
import Undo from '@spectrum-icons/workflow/Undo';
import { useStore } from 'zustand';
import { JobView } from '../../step/JobView';
import { ProblemView } from '../../step/ProblemView';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import { BinSummary } from './BinSummary';
import styles from './PresetEditor.module.css';
import { PresetForm } from './PresetForm';
import { ResultingBins } from './ResultingBins';
import { SavePreset } from './SavePreset';

const texts = strings.preset;

/** A bin preset in a form, and beside it the bins it would make of what stands on the cards. */
export function PresetEditor({ store }: { readonly store: IngestStore }) {
  const leave = useStore(store, (state) => state.leavePreset);
  const undo = useStore(store, (state) => state.undoEdits);
  const opened = useStore(store, (state) => state.opened);
  return (
    <section className={styles['editor']} aria-label={texts.heading}>
      <header className={styles['head']}>
        <div className={styles['bar']}>
          <ActionButton isQuiet autoFocus onPress={leave}>
            <Back size="S" />
            <Text>{texts.back}</Text>
          </ActionButton>
          <Heading level={2} UNSAFE_className={styles['title'] ?? ''}>
            {texts.heading}
          </Heading>
          <ActionButton isQuiet aria-label={texts.undo} onPress={() => void undo()}>
            <Undo size="S" />
          </ActionButton>
        </div>
        <BinSummary store={store} />
        <ProblemView store={store} />
      </header>
      <div className={styles['panes']}>
        <div className={styles['form']}>
          <PresetForm key={opened} store={store} />
        </div>
        <ResultingBins store={store} />
      </div>
      <footer className={styles['foot']}>
        <JobView store={store} />
        <SavePreset store={store} />
      </footer>
    </section>
  );
}
