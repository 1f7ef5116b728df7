import { ActionButton, Text } from '@adobe/react-spectrum';
import Add from '@spectrum-icons/workflow/Add';

/** Adds an entry at the end of a list. */
export function AddButton({
  label,
  onPress,
}: {
  readonly label: string;
  readonly onPress: () => void;
}) {
  return (
    <ActionButton alignSelf="start" onPress={onPress}>
      <Add size="S" />
      <Text>{label}</Text>
    </ActionButton>
  );
}
