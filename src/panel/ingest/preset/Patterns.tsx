import { Switch } from '@adobe/react-spectrum';
import { useStore } from 'zustand';
import { namePatterns } from '../../../domain/slate/namePatterns';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import { OrderedChoice } from './OrderedChoice';
import { useDraft } from './useDraft';

/** Each pattern with a name that is made so. */
const names = Object.fromEntries(
  namePatterns.map(({ id, examples: [example] }) => [id, example ? `${id} (${example})` : id]),
);

/** The patterns that names are read by: all of Slateflow's own, or some in an order. */
export function Patterns({ store }: { readonly store: IngestStore }) {
  const patterns = useDraft(store, (draft) => draft.patterns);
  const changeDraft = useStore(store, (state) => state.changeDraft);
  return (
    <>
      <Switch
        isSelected={patterns === null}
        onChange={(isAll) => changeDraft({ patterns: isAll ? null : Object.keys(names) })}
      >
        {strings.preset.allPatterns}
      </Switch>
      {patterns && (
        <OrderedChoice
          names={names}
          chosen={patterns}
          onChange={(chosen) => changeDraft({ patterns: chosen })}
        />
      )}
    </>
  );
}
