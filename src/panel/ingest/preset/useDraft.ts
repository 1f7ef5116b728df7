import { useStore } from 'zustand';
import type { IngestStore } from '../IngestState';
import type { PresetDraft } from './PresetDraft';

/** A part of the draft that is edited; drawn anew only when that part changes. */
export function useDraft<Part>(store: IngestStore, select: (draft: PresetDraft) => Part): Part {
  return useStore(store, ({ draft }) => {
    if (!draft) throw new Error('No preset is open in the editor.');
    return select(draft);
  });
}
