import { parseSetup } from './parseSetup';

/**
 * Order of scenes and setups where nothing else gives one: 1, 2, 2A, A3, 3, 10, 10A, 101. A letter
 * before the number goes before it, a letter after it goes after; `24Z` comes before `24AA`. Names
 * that are no scene come last, by their text.
 */
export function compareSetups(left: string, right: string): number {
  const [first, second] = [parseSetup(left), parseSetup(right)];
  if (!first || !second) return Number(!first) - Number(!second) || compareText(left, right);
  return (
    first.number - second.number ||
    Number(second.prefix !== '') - Number(first.prefix !== '') ||
    compareLetters(first.prefix, second.prefix) ||
    compareLetters(first.letters, second.letters)
  );
}

function compareLetters(left: string, right: string): number {
  return left.length - right.length || compareText(left, right);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
