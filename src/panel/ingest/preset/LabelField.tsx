import { strings } from '../../strings';
import { ChoiceField } from './ChoiceField';

/** Stands for no label of one's own in the list. */
const none = 'none';

/** One of Premiere's colour labels by number and default name; none where that is allowed. */
export function LabelField(props: {
  readonly label: string;
  /** 0 Violet to 15 Yellow; null is none. */
  readonly value: number | null;
  /** What none means, in words; absent where there must be one. */
  readonly noneMeans?: string;
  readonly onChange: (value: number | null) => void;
}) {
  const named = strings.preset.labelNames.map(
    (name, index) => [String(index), `${index} ${name}`] as const,
  );
  const choices = Object.fromEntries([
    ...(props.noneMeans === undefined ? [] : [[none, props.noneMeans] as const]),
    ...named,
  ]);
  return (
    <ChoiceField
      label={props.label}
      choices={choices}
      value={props.value === null ? none : String(props.value)}
      onChange={(key) => props.onChange(key === none ? null : Number(key))}
    />
  );
}
