import { Button } from '@adobe/react-spectrum';
import { strings } from '../strings';

/** Carries out the plan that is shown; while a job runs, the way out of it. */
export function ActButton(props: {
  /** Named for the act. */
  readonly label: string;
  readonly isRunning: boolean;
  readonly isCancelling: boolean;
  /** Nothing can be carried out before it was shown. */
  readonly hasPlan: boolean;
  readonly onAct: () => Promise<void>;
  readonly onCancel: () => void;
}) {
  if (props.isRunning) {
    return (
      <Button variant="negative" isDisabled={props.isCancelling} onPress={props.onCancel}>
        {strings.actions.cancel}
      </Button>
    );
  }
  return (
    <Button
      variant="accent"
      style={props.hasPlan ? 'fill' : 'outline'}
      isDisabled={!props.hasPlan}
      onPress={() => void props.onAct()}
    >
      {props.label}
    </Button>
  );
}
