import { ActionButton } from '@adobe/react-spectrum';
import Add from '@spectrum-icons/workflow/Add';
import { strings } from '../../strings';
import { OrderButtons } from './OrderButtons';
import styles from './PresetEditor.module.css';

/** Some of a fixed set, in an order: those that are taken first, then those that are not. */
export function OrderedChoice<Id extends string>({
  names,
  chosen,
  onChange,
}: OrderedChoiceProps<Id>) {
  const left = (Object.keys(names) as Id[]).filter((id) => !chosen.includes(id));
  return (
    <>
      <ol className={styles['ordered']}>
        {chosen.map((id, index) => (
          <li key={id}>
            <span>{names[id]}</span>
            <OrderButtons subject={names[id]} list={chosen} index={index} onChange={onChange} />
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <ul className={styles['left']}>
          {left.map((id) => (
            <li key={id}>
              <span>{names[id]}</span>
              <ActionButton
                isQuiet
                aria-label={strings.preset.order.add(names[id])}
                onPress={() => onChange([...chosen, id])}
              >
                <Add size="S" />
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface OrderedChoiceProps<Id extends string> {
  /** The whole set, each id with its words. */
  readonly names: Readonly<Record<Id, string>>;
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: Id[]) => void;
}
