import { Button, TextField } from '@adobe/react-spectrum';
import { useStore } from 'zustand';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import styles from './PresetEditor.module.css';

const texts = strings.preset;

/** Where the draft is saved. A file that stands there is replaced only when that is said. */
export function SavePreset({ store }: { readonly store: IngestStore }) {
  const savePath = useStore(store, (state) => state.savePath);
  const { status } = useStore(store, (state) => state.saving);
  const isRefused = useStore(store, (state) => state.draftProblem !== null);
  const setSavePath = useStore(store, (state) => state.setSavePath);
  const savePreset = useStore(store, (state) => state.savePreset);
  const isTaken = status === 'taken';
  return (
    <>
      <SaveNote store={store} />
      <div className={styles['save']}>
        <TextField label={texts.savePath} value={savePath} onChange={setSavePath} width="100%" />
        <Button
          variant={isTaken ? 'negative' : 'accent'}
          isDisabled={isRefused || status === 'running'}
          onPress={() => void savePreset(isTaken)}
        >
          {isTaken ? texts.replace : texts.save}
        </Button>
      </div>
    </>
  );
}

function SaveNote({ store }: { readonly store: IngestStore }) {
  const saving = useStore(store, (state) => state.saving);
  if (saving.status === 'none' || saving.status === 'running') return null;
  const note = saving.status === 'failed' ? saving.message : texts.savings[saving.status];
  return (
    <p className={styles['summary']} role="alert" data-tone={saving.status}>
      {note}
    </p>
  );
}
