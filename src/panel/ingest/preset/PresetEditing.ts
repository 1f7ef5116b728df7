import type { BinPreset } from '../../../domain/ingest/BinPreset';
import { findBinPreset } from '../../../domain/ingest/findBinPreset';
import type { BinPresetPreview } from '../../../workflows/previewBinPreset';
import type { IngestMaterial } from '../../../workflows/readIngestMaterial';
import { toPresetDraft, type PresetDraft } from './PresetDraft';

/** How the last try to save a preset went; `taken`: a file stands there, and is not replaced unasked. */
export type Saving =
  | { readonly status: 'none' | 'running' | 'saved' | 'taken' }
  | { readonly status: 'failed'; readonly message: string };

/** What is known while a preset is edited. */
export interface PresetEditing {
  readonly isEditing: boolean;
  /** The preset the draft was made from, a shipped one's id or a path; empty before the first. */
  readonly opened: string;
  /** Null before the first preset was opened. */
  readonly draft: PresetDraft | null;
  /** Why the draft cannot be used, in words; null when it can. */
  readonly draftProblem: string | null;
  /** What stands under the sources, read once; null while none is named or it could not be read. */
  readonly material: IngestMaterial | null;
  /** What the draft, as it was when it could last be used, would make of the material. */
  readonly binPreview: BinPresetPreview | null;
  /** The draft has changed since {@link binPreview} was made. */
  readonly isLooking: boolean;
  /** Path that the draft would be saved under. */
  readonly savePath: string;
  readonly saving: Saving;
}

/** What can be done with a preset. */
export interface PresetActs {
  /** Opens the chosen preset; a draft of it is gone on with. */
  readonly editPreset: () => Promise<void>;
  /** Opens the chosen preset as it was before it was edited. */
  readonly undoEdits: () => Promise<void>;
  /** Back to the inputs; the draft is kept. */
  readonly leavePreset: () => void;
  readonly changeDraft: (change: Partial<PresetDraft>) => void;
  readonly changePreset: (change: Partial<BinPreset>) => void;
  readonly setSavePath: (savePath: string) => void;
  /** Saves the draft, and lets Ingest use it. */
  readonly savePreset: (overwrite: boolean) => Promise<void>;
}

/** No change since the draft was last saved, or tried to be. */
export const unsaved = { saving: { status: 'none' } } as const satisfies Partial<PresetEditing>;

/** Nobody has edited anything. */
export const noEditing: PresetEditing = {
  isEditing: false,
  opened: '',
  draft: null,
  draftProblem: null,
  material: null,
  binPreview: null,
  isLooking: false,
  savePath: '',
  ...unsaved,
};

/** A preset freshly opened. A shipped one can only be saved elsewhere. */
export function toOpened(choice: string, preset: BinPreset): Partial<PresetEditing> {
  const savePath = findBinPreset(choice) ? '' : choice;
  return { opened: choice, draft: toPresetDraft(preset), binPreview: null, savePath, ...unsaved };
}
