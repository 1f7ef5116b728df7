import { useStore } from 'zustand';
import { LineField } from '../../step/inputFields';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import { useDraft } from './useDraft';

/** The keys of a preset that hold one line. */
type LineKey = keyof typeof strings.preset.lines;

/** A key of the preset that holds one line: a name, a bin's path, a display name. */
export function PresetLine({
  store,
  name,
}: {
  readonly store: IngestStore;
  readonly name: LineKey;
}) {
  const value = useDraft(store, ({ preset }) => preset[name]);
  const changePreset = useStore(store, (state) => state.changePreset);
  return (
    <LineField
      label={strings.preset.lines[name]}
      value={value}
      onChange={(text) => changePreset({ [name]: text })}
    />
  );
}
