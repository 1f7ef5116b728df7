/**
 * Puts a value into a list at a place. The engine's own `splice` is a hundred times slower once
 * anybody has touched the constructors of arrays, as making a script context does.
 */
export function insertAt<Value>(list: Value[], index: number, value: Value): void {
  for (let at = list.push(value) - 1; at > index; at -= 1) list[at] = list[at - 1] as Value;
  list[index] = value;
}

/** Takes the value at a place out of a list. */
export function removeAt(list: unknown[], index: number): void {
  for (let at = index; at + 1 < list.length; at += 1) list[at] = list[at + 1];
  list.pop();
}
