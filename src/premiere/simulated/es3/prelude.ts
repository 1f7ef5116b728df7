/**
 * The first script that runs in a context: it makes the functions through which scripts reach our
 * side. They are born inside, so that nothing a script holds leads to our realm's constructors;
 * our answers come back as completion records that only this script reads, and what is thrown
 * on our side is thrown again as an error of the script's realm. It keeps the built-ins it needs
 * before {@link stripSource} takes them away.
 */
export const preludeSource = `(function () {
  'use strict';
  var ErrorOf = Error, SyntaxErrorOf = SyntaxError, ObjectProto = Object.prototype;
  var create = Object.create, define = Object.defineProperty, get = Reflect.get, ProxyOf = Proxy;
  var protoOf = Object.getPrototypeOf;

  function settle(done) {
    if (done.kind === 'value') return done.value;
    if (done.kind === 'thrown') throw done.thrown;
    if (done.kind !== 'syntax') throw new ErrorOf(done.message);
    var refusal = new SyntaxErrorOf(done.message);
    refusal.line = done.line;
    refusal.fileName = done.fileName;
    throw refusal;
  }
  function callable(invoke) {
    return function () {
      var done;
      try { done = invoke(this, arguments); } catch (ignored) { throw new ErrorOf('Stack overrun'); }
      return settle(done);
    };
  }
  function member(target, key, value) {
    define(target, key, { value: value, enumerable: true, writable: true, configurable: true });
  }
  function accessor(target, key, read, write) {
    define(target, key, {
      get: callable(read), set: write ? callable(write) : undefined,
      enumerable: true, configurable: false
    });
  }
  // Host objects call their members their own; ours stand on the class (a serializer asks first).
  var isHost = Symbol(), hasOwn = ObjectProto.hasOwnProperty;
  define(ObjectProto, 'hasOwnProperty', {
    value: function hasOwnProperty(key) {
      if (hasOwn.call(this, key)) return true;
      return this[isHost] === true && key !== 'constructor' && hasOwn.call(protoOf(this), key);
    },
    writable: true, configurable: true
  });
  function lister(spec) {
    var handler = create(null);
    handler.get = function (target, key, receiver) {
      if (key === 'length' || key === spec.counter) return settle(spec.count(receiver));
      if (typeof key === 'string' && '' + (+key >>> 0) === key) return settle(spec.at(receiver, +key));
      return get(target, key, receiver);
    };
    handler.set = function () { return true; };
    return handler;
  }
  function makeClass(spec) {
    var proto = create(ObjectProto), i, entry, made;
    define(proto, isHost, { value: true });
    define(proto, '__class__', { value: spec.name });
    define(proto, 'toString', { value: callable(spec.text), writable: true, configurable: true });
    for (i = 0; i < spec.members.length; i++) {
      entry = spec.members[i];
      if (entry.read) accessor(proto, entry.name, entry.read, entry.write);
      else member(proto, entry.name, callable(entry.invoke));
    }
    var handler = spec.counter ? lister(spec) : null;
    if (handler) accessor(proto, spec.counter, spec.count, undefined);
    made = handler
      ? function () { return new ProxyOf(create(proto), handler); }
      : function () { return create(proto); };
    if (!spec.construct) {
      // No script can make one, yet its constructor tells the class.
      var unmakable = function () { throw new ErrorOf('Illegal Parameter type'); };
      define(unmakable, 'name', { value: spec.name });
      define(unmakable, 'prototype', { value: proto });
      define(proto, 'constructor', { value: unmakable });
      return { make: made, constructor: undefined };
    }
    var build = callable(spec.construct);
    var constructor = function () { return build.apply(made(), arguments); };
    define(constructor, 'prototype', { value: proto });
    define(constructor, 'name', { value: spec.name });
    define(proto, 'constructor', { value: constructor });
    for (i = 0; i < spec.statics.length; i++) {
      entry = spec.statics[i];
      if (entry.read) accessor(constructor, entry.name, entry.read, entry.write);
      else member(constructor, entry.name, callable(entry.invoke));
    }
    return { make: made, constructor: constructor };
  }
  function replaceCompilers(compile) {
    var proto = Function.prototype;
    var run = callable(compile);
    var evaluate = function (source) { return typeof source === 'string' ? run(source) : source; };
    var FunctionOf = function () {
      var names = '', i;
      for (i = 0; i < arguments.length - 1; i++) names += (i ? ',' : '') + arguments[i];
      var body = arguments.length ? '' + arguments[arguments.length - 1] : '';
      return run('(function anonymous(' + names + '\\n) {\\n' + body + '\\n})');
    };
    define(FunctionOf, 'prototype', { value: proto });
    define(FunctionOf, 'name', { value: 'Function' });
    define(proto, 'constructor', { value: FunctionOf, writable: true, configurable: true });
    return { evaluate: evaluate, FunctionOf: FunctionOf };
  }
  return {
    makeClass: makeClass,
    callable: callable,
    replaceCompilers: replaceCompilers,
    makeArray: function (list) {
      var made = [], i;
      for (i = 0; i < list.length; i++) made[i] = list[i];
      return made;
    },
    makeRecord: function (names, values) {
      var made = {}, i;
      for (i = 0; i < names.length; i++) made[names[i]] = values[i];
      return made;
    },
    objectPrototype: ObjectProto
  };
})()`;
