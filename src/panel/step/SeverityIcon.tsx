import Alert from '@spectrum-icons/workflow/Alert';
import AlertCircle from '@spectrum-icons/workflow/AlertCircle';
import InfoOutline from '@spectrum-icons/workflow/InfoOutline';
import type { Finding } from '../../contract/StepReport';
import { strings } from '../strings';
import styles from './Results.module.css';

/** How grave a message is, as a picture with a name. */
export function SeverityIcon({ severity }: { readonly severity: Finding['severity'] }) {
  const icon = {
    size: 'S',
    'aria-label': strings.findings.severities[severity],
    UNSAFE_className: styles['icon'] ?? '',
  } as const;
  if (severity === 'error') return <AlertCircle {...icon} color="negative" />;
  if (severity === 'warning') return <Alert {...icon} color="notice" />;
  return <InfoOutline {...icon} color="informative" />;
}
