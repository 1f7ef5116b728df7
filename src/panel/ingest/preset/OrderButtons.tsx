import { ActionButton } from '@adobe/react-spectrum';
import ChevronDown from '@spectrum-icons/workflow/ChevronDown';
import ChevronUp from '@spectrum-icons/workflow/ChevronUp';
import Close from '@spectrum-icons/workflow/Close';
import { strings } from '../../strings';
import styles from './PresetEditor.module.css';
import { moved, without } from './inOrder';

/** Moves an entry of a list up and down, and takes it out. */
export function OrderButtons<Entry>({ subject, list, index, onChange }: OrderButtonsProps<Entry>) {
  const texts = strings.preset.order;
  return (
    <span className={styles['orderButtons']}>
      <ActionButton
        isQuiet
        aria-label={texts.up(subject)}
        isDisabled={index === 0}
        onPress={() => onChange(moved(list, index, index - 1))}
      >
        <ChevronUp size="S" />
      </ActionButton>
      <ActionButton
        isQuiet
        aria-label={texts.down(subject)}
        isDisabled={index === list.length - 1}
        onPress={() => onChange(moved(list, index, index + 1))}
      >
        <ChevronDown size="S" />
      </ActionButton>
      <ActionButton
        isQuiet
        aria-label={texts.remove(subject)}
        onPress={() => onChange(without(list, index))}
      >
        <Close size="S" />
      </ActionButton>
    </span>
  );
}

interface OrderButtonsProps<Entry> {
  /** What the entry is called, for who hears the buttons. */
  readonly subject: string;
  readonly list: readonly Entry[];
  readonly index: number;
  readonly onChange: (list: Entry[]) => void;
}
