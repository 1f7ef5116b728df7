import type { MediaEngine } from '../../src/contract/MediaEngine';

/** An engine in memory that answers as it is told; a call it was not told of fails the test. */
export function aMediaEngine(answers: Partial<MediaEngine>): MediaEngine {
  return new Proxy(answers as MediaEngine, {
    get: (target, name) =>
      name in target
        ? (Reflect.get(target, name) as unknown)
        : () => Promise.reject(new Error(`The engine was not told how to “${String(name)}”.`)),
  });
}
