import Alert from '@spectrum-icons/workflow/Alert';
import Help from '@spectrum-icons/workflow/Help';
import { strings } from '../strings';
import type { Attention } from './TableRow';

/** Why an eye should fall on a row, as a picture with a name. */
export function AttentionIcon({ attention }: { readonly attention: Attention }) {
  const label = strings.plan.attention[attention];
  return attention === 'conflict' ? (
    <Alert size="XS" color="negative" aria-label={label} />
  ) : (
    <Help size="XS" color="notice" aria-label={label} />
  );
}
