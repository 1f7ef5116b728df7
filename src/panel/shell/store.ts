import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepName } from '../../contract/StepReport';

/** Light or dark: Premiere's own, where there is one. */
export type ColorScheme = 'light' | 'dark';

/** What the shell around the steps shows. */
export interface ShellState {
  readonly step: StepName;
  /** Name of the project that the steps work on. */
  readonly project: string;
  readonly colorScheme: ColorScheme;
  /** Premiere dictates the theme: there is nothing to switch. */
  readonly isThemed: boolean;
  /** An error nobody foresaw, until it was read. */
  readonly bug: unknown;
  readonly goTo: (step: StepName) => void;
  readonly setColorScheme: (colorScheme: ColorScheme) => void;
  readonly showBug: (bug: unknown) => void;
  readonly dismissBug: () => void;
}

/** The shell's store. */
export type ShellStore = StoreApi<ShellState>;

/** The shell's store, for the project that is open. */
export function createShellStore(
  start: Pick<ShellState, 'project' | 'colorScheme' | 'isThemed'>,
): ShellStore {
  return createStore<ShellState>()((set) => ({
    ...start,
    step: 'ingest',
    bug: null,
    // Another step is a way on from a screen that broke.
    goTo: (step) => set({ step, bug: null }),
    setColorScheme: (colorScheme) => set({ colorScheme }),
    showBug: (bug) => set({ bug }),
    dismissBug: () => set({ bug: null }),
  }));
}
