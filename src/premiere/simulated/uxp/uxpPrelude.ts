/**
 * The second script that runs in a context for UXP: promises and calls that are made inside, so that
 * our side never hands a function or a list of its own to a script. It keeps the built-ins it needs,
 * and takes away what could lead or hold up our side: a `Proxy` is told the arguments of a call in a
 * list of whoever calls, and the others work outside the time limit.
 */
export const uxpPreludeSource = `(function () {
  'use strict';
  var PromiseOf = Promise, ErrorOf = Error, then = Promise.prototype.then, apply = Reflect.apply;
  var ready = PromiseOf.resolve();
  Object.defineProperty(Error, 'prepareStackTrace', { value: undefined });
  ['Proxy', 'Atomics', 'SharedArrayBuffer', 'WebAssembly', 'FinalizationRegistry', 'WeakRef', 'console']
    .forEach(function (name) { delete globalThis[name]; });

  var turns = 0, isOver = false;
  function tick(isTimeOver) {
    if (!isOver) {
      turns = (turns + 1) % 256;
      if (turns !== 0 || !isTimeOver()) return;
      isOver = true;
    }
    throw new ErrorOf('The time is over');
  }
  function errorOf(done) {
    return done.kind === 'thrown' ? done.thrown : new ErrorOf(done.message);
  }
  return {
    deferred: function () {
      var made = { settle: undefined, promise: undefined };
      made.promise = new PromiseOf(function (resolve, reject) {
        made.settle = function (done) {
          if (done.kind === 'value') resolve(done.value);
          else reject(errorOf(done));
        };
      });
      return made;
    },
    call: function (work, list) { return apply(work, undefined, list); },
    hush: function (value, told) {
      if (value instanceof PromiseOf) apply(then, value, [undefined, told]);
    },
    follow: function (value, onValue, onThrown) {
      var told = apply(then, new PromiseOf(function (resolve) { resolve(value); }), [onValue]);
      apply(then, told, [undefined, onThrown]);
    },
    ticker: function (isTimeOver) { return function () { tick(isTimeOver); }; },
    soon: function (work, onThrown) { apply(then, apply(then, ready, [work]), [undefined, onThrown]); }
  };
})()`;
