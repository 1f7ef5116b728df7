import { useMemo, useState } from 'react';

/** How many rows are given at first, and again whenever the end of them comes near. */
export const batchSize = 100;

/**
 * A long list, given out bit by bit. Spectrum draws what is in sight but describes every row to
 * itself first, which for thousands of rows at once would hold up the page.
 */
export function useBatches<Entry>(all: readonly Entry[]): {
  readonly given: readonly Entry[];
  /** For Spectrum's `onLoadMore`; absent when everything has been given. */
  readonly more: { readonly onLoadMore?: () => void };
} {
  const [count, setCount] = useState(batchSize);
  const given = useMemo(() => all.slice(0, count), [all, count]);
  const isAll = count >= all.length;
  const more = useMemo(
    () => (isAll ? {} : { onLoadMore: () => setCount((before) => before + batchSize) }),
    [isAll],
  );
  return { given, more };
}
