import { TextArea, TextField } from '@adobe/react-spectrum';
import styles from './StepScreen.module.css';

/** What an input field shows and whom it tells. */
interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

/** An input of one line. */
export function LineField({ label, value, onChange, hint }: FieldProps) {
  return (
    <TextField label={label} value={value} onChange={onChange} description={hint} width="100%" />
  );
}

/** An input that takes one entry a line. */
export function LinesField({ label, value, onChange, hint }: FieldProps) {
  return (
    <TextArea
      label={label}
      value={value}
      onChange={onChange}
      description={hint}
      width="100%"
      UNSAFE_className={styles['lines'] ?? ''}
    />
  );
}
