/** Brings what just appeared into sight: below a long form it would go unnoticed. */
export function showFromTop(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'start' });
}
