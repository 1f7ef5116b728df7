import { Switch } from '@adobe/react-spectrum';
import { useStore } from 'zustand';
import { strings } from '../strings';
import styles from './Ingest.module.css';
import type { IngestStore } from './IngestState';

const texts = strings.watch;

/** Keeps looking at the sources, and shows a plan when material arrives. */
export function WatchSwitch({ store }: { readonly store: IngestStore }) {
  const isWatching = useStore(store, (state) => state.isWatching);
  const problem = useStore(store, (state) => state.watchProblem);
  const setWatching = useStore(store, (state) => state.setWatching);
  return (
    <div>
      <Switch isSelected={isWatching} onChange={(isOn) => void setWatching(isOn)}>
        {texts.label}
      </Switch>
      <p className={styles['note']} role="status">
        {problem ?? (isWatching ? texts.on : texts.off)}
      </p>
    </div>
  );
}
