/** A list with one entry moved to another place. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const entry = list.slice(from, from + 1);
  const others = without(list, from);
  return [...others.slice(0, to), ...entry, ...others.slice(to)];
}

/** A list without the entry at a place. */
export function without<Entry>(list: readonly Entry[], index: number): Entry[] {
  return [...list.slice(0, index), ...list.slice(index + 1)];
}

/** A list with another entry at a place. */
export function replaced<Entry>(list: readonly Entry[], index: number, entry: Entry): Entry[] {
  return [...list.slice(0, index), entry, ...list.slice(index + 1)];
}
