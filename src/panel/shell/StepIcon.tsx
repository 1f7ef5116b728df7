import Archive from '@spectrum-icons/workflow/Archive';
import Audio from '@spectrum-icons/workflow/Audio';
import Export from '@spectrum-icons/workflow/Export';
import Filmroll from '@spectrum-icons/workflow/Filmroll';
import Import from '@spectrum-icons/workflow/Import';
import type { StepName } from '../../contract/StepReport';

const icons = {
  ingest: Import,
  sync: Audio,
  roughcut: Filmroll,
  export: Export,
  archive: Archive,
} as const satisfies Readonly<Record<StepName, unknown>>;

/** A step's picture; its name always stands beside or below. */
export function StepIcon({ step }: { readonly step: StepName }) {
  const Icon = icons[step];
  return <Icon size="S" />;
}
