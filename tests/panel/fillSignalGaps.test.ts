import { fillSignalGaps } from '../../src/panel/shell/fillSignalGaps';

/** A signal as Chromium 88 has it: no `throwIfAborted`, no `reason`. */
function anOldSignal(aborted: boolean): AbortSignal {
  const prototype = {};
  fillSignalGaps(prototype);
  return Object.assign(Object.create(prototype) as AbortSignal, { aborted });
}

test('an old browser’s signal lets work go on until it is given', () => {
  expect(() => anOldSignal(false).throwIfAborted()).not.toThrow();
  expect(() => anOldSignal(true).throwIfAborted()).toThrow(
    expect.objectContaining({ name: 'AbortError' }) as Error,
  );
});

test('leaves a browser’s own method alone', () => {
  const own = () => undefined;
  const prototype = { throwIfAborted: own };
  fillSignalGaps(prototype);
  expect(prototype.throwIfAborted).toBe(own);
});
