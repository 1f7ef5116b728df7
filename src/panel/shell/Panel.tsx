import { defaultTheme, Provider } from '@adobe/react-spectrum';
import { useStore } from 'zustand';
import { ArchiveScreen } from '../archive/ArchiveScreen';
import { ExportScreen } from '../export/ExportScreen';
import { IngestScreen } from '../ingest/IngestScreen';
import { RoughCutScreen } from '../roughCut/RoughCutScreen';
import { SyncScreen } from '../sync/SyncScreen';
import { BugBoundary } from './BugBoundary';
import { BugView } from './BugView';
import styles from './Panel.module.css';
import type { PanelStores } from './PanelStores';
import { Rail } from './Rail';
import { TitleBar } from './TitleBar';

/** The whole panel: the steps in a rail, and the one that was chosen. */
export function Panel({ stores }: { readonly stores: PanelStores }) {
  const colorScheme = useStore(stores.shell, (state) => state.colorScheme);
  const showBug = useStore(stores.shell, (state) => state.showBug);
  return (
    <Provider theme={defaultTheme} colorScheme={colorScheme} scale="medium" height="100%">
      <div className={styles['panel']}>
        <TitleBar shell={stores.shell} />
        <div className={styles['body']}>
          <Rail stores={stores} />
          <main className={styles['main']}>
            <BugBoundary onBug={showBug}>
              <CurrentScreen stores={stores} />
            </BugBoundary>
          </main>
        </div>
      </div>
    </Provider>
  );
}

function CurrentScreen({ stores }: { readonly stores: PanelStores }) {
  const step = useStore(stores.shell, (state) => state.step);
  const bug = useStore(stores.shell, (state) => state.bug);
  const dismiss = useStore(stores.shell, (state) => state.dismissBug);
  if (bug !== null) return <BugView bug={bug} onGoOn={dismiss} />;
  switch (step) {
    case 'ingest':
      return <IngestScreen store={stores.ingest} />;
    case 'sync':
      return <SyncScreen store={stores.sync} />;
    case 'roughcut':
      return <RoughCutScreen store={stores.roughCut} />;
    case 'export':
      return <ExportScreen store={stores.export} />;
    case 'archive':
      return <ArchiveScreen store={stores.archive} />;
  }
}
