import { ActionButton, Item, Picker, Text } from '@adobe/react-spectrum';
import Edit from '@spectrum-icons/workflow/Edit';
import { findBinPreset, shippedBinPresets } from '../../domain/ingest/findBinPreset';
import { LineField } from '../step/inputFields';
import { strings } from '../strings';
import styles from './Ingest.module.css';

const texts = strings.inputs;

/** The picker's entry beside the shipped presets; no preset may be called so. */
const fromFile = '/file';

const entries = [...shippedBinPresets, { id: fromFile, name: texts.presetFromFile }];

/** A shipped preset from the list, or the path of a preset file; and the way to edit it. */
export function PresetChoice({ value, onChange, onEdit }: PresetChoiceProps) {
  const isShipped = findBinPreset(value) !== undefined;
  return (
    <div className={styles['presetChoice']}>
      <Picker
        label={texts.preset}
        items={entries}
        selectedKey={isShipped ? value : fromFile}
        onSelectionChange={(key) => onChange(key === fromFile ? '' : String(key))}
        width="100%"
      >
        {({ id, name }) => (
          <Item key={id} textValue={id === fromFile ? name : id}>
            <Text>{id === fromFile ? name : id}</Text>
            {id !== fromFile && <Text slot="description">{name}</Text>}
          </Item>
        )}
      </Picker>
      {!isShipped && (
        <LineField
          label={texts.presetFile}
          hint={texts.presetFileHint}
          value={value}
          onChange={onChange}
        />
      )}
      <ActionButton justifySelf="start" onPress={onEdit}>
        <Edit size="S" />
        <Text>{texts.editPreset}</Text>
      </ActionButton>
    </div>
  );
}

interface PresetChoiceProps {
  /** A shipped preset's id, or a path. */
  readonly value: string;
  readonly onChange: (preset: string) => void;
  /** Opens it in the editor. */
  readonly onEdit: () => void;
}
