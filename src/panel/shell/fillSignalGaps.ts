/**
 * Gives `AbortSignal` what core-js leaves to the browser and Chromium 88 does not have yet:
 * `throwIfAborted` (Chromium 100). Where there is no `reason` either (98), it throws the
 * `AbortError` that browsers give when none was named. DOM standard, “Interface AbortSignal”.
 */
export function fillSignalGaps(prototype: object = AbortSignal.prototype): void {
  if ('throwIfAborted' in prototype) return;
  Object.defineProperty(prototype, 'throwIfAborted', {
    configurable: true,
    writable: true,
    value: function throwIfAborted(this: Partial<AbortSignal>) {
      if (this.aborted)
        throw this.reason ?? new DOMException('The job was cancelled.', 'AbortError');
    },
  });
}
