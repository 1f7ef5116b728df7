import { useStore } from 'zustand';
import { LineField } from '../../step/inputFields';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import { AddButton } from './AddButton';
import { replaced } from './inOrder';
import { OrderButtons } from './OrderButtons';
import styles from './PresetEditor.module.css';
import type { MetadataRow } from './PresetDraft';
import { useDraft } from './useDraft';

const texts = strings.preset;

/** Further metadata columns and the templates they are filled from. */
export function MetadataRows({ store }: { readonly store: IngestStore }) {
  const columns = useDraft(store, (draft) => draft.columns);
  const changeDraft = useStore(store, (state) => state.changeDraft);
  const change = (changed: readonly MetadataRow[]) => changeDraft({ columns: changed });
  return (
    <>
      {columns.map((row, index) => (
        <div key={index} className={styles['mapping']}>
          <LineField
            label={texts.column}
            value={row.column}
            onChange={(column) => change(replaced(columns, index, { ...row, column }))}
          />
          <LineField
            label={texts.template}
            value={row.template}
            onChange={(template) => change(replaced(columns, index, { ...row, template }))}
          />
          <OrderButtons subject={row.column} list={columns} index={index} onChange={change} />
        </div>
      ))}
      <AddButton
        label={texts.addColumn}
        onPress={() => change([...columns, { column: '', template: '' }])}
      />
    </>
  );
}
