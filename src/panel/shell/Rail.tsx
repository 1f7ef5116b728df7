import { useStore } from 'zustand';
import type { StepName } from '../../contract/StepReport';
import type { StepView } from '../step/createStepStore';
import { standingOf } from '../step/StepState';
import { strings } from '../strings';
import type { PanelStores } from './PanelStores';
import styles from './Rail.module.css';
import { StepIcon } from './StepIcon';

/** The five steps in their order, each with where it stands. */
export function Rail({ stores }: { readonly stores: PanelStores }) {
  return (
    <nav aria-label={strings.rail} className={styles['rail']}>
      <ol>
        <RailStep step="ingest" stores={stores} store={stores.ingest} />
        <RailStep step="sync" stores={stores} store={stores.sync} />
        <RailStep step="roughcut" stores={stores} store={stores.roughCut} />
        <RailStep step="export" stores={stores} store={stores.export} />
        <RailStep step="archive" stores={stores} store={stores.archive} />
      </ol>
    </nav>
  );
}

function RailStep({
  step,
  stores,
  store,
}: {
  readonly step: StepName;
  readonly stores: PanelStores;
  readonly store: StepView;
}) {
  const isCurrent = useStore(stores.shell, (state) => state.step === step);
  const goTo = useStore(stores.shell, (state) => state.goTo);
  const standing = useStore(store, standingOf);
  return (
    <li>
      <button
        type="button"
        className={styles['step']}
        aria-current={isCurrent ? 'step' : undefined}
        onClick={() => goTo(step)}
      >
        <StepIcon step={step} />
        <span className={styles['name']}>{strings.steps[step].title}</span>
        <span className={styles['standing']} data-standing={standing}>
          {strings.standing[standing]}
        </span>
      </button>
    </li>
  );
}
