import { Item, Picker } from '@adobe/react-spectrum';

/** One of a few, from a list that opens. */
export function ChoiceField<Id extends string>(props: {
  readonly label: string;
  /** In the list's order; each id with its words. */
  readonly choices: Readonly<Record<Id, string>>;
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}) {
  const ids = Object.keys(props.choices) as Id[];
  return (
    <Picker
      label={props.label}
      selectedKey={props.value}
      onSelectionChange={(key) => props.onChange(ids.find((id) => id === key) ?? props.value)}
      width="100%"
    >
      {ids.map((id) => (
        <Item key={id}>{props.choices[id]}</Item>
      ))}
    </Picker>
  );
}
