import { useSyncExternalStore } from 'react';

/** Below this the panel is a docked column: the rail lies on top, tables show less at once. */
const narrow = '(max-width: 639px)';

/** Whether the panel is a docked column, as Premiere opens it at first. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
