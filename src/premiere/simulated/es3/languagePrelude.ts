import { hiddenEach, hiddenNames } from './AdobeParser';
import { reflectionSource } from './reflection';

/**
 * The second script that runs in a context: what ExtendScript has and ES3 has not, and what the
 * engine underneath does otherwise. It runs while newer built-ins still stand and keeps those it
 * needs. `ours` are functions of our side, made callable by the first script.
 */
export const languagePreludeSource = `(function (ours) {
  'use strict';
  var ErrorOf = Error, define = Object.defineProperty, has = Object.prototype.hasOwnProperty;
  var keysOf = Object.keys, kindOf = Object.prototype.toString, ProxyOf = Proxy;
  var get = Reflect.get, construct = Reflect.construct, describe = Object.getOwnPropertyDescriptor;
  var isArray = Array.isArray, iterator = Symbol.iterator, ObjectProto = Object.prototype;
  var DateOf = Date, RegExpOf = RegExp, parseDate = Date.parse, textOf = String, numberOf = Number;
  var evaluateDirectly = eval, now = Date.now;
  var call = Function.prototype.call.bind(Function.prototype.call);
  var writtenSource = Function.prototype.toString, sourceOfRegExp = RegExp.prototype.toString;
  var getTime = Date.prototype.getTime, splitText = String.prototype.split, joinTexts = Array.prototype.join;

  function hide(target, key, value) {
    define(target, key, { value: value, writable: true, configurable: true, enumerable: false });
  }
  function show(target, key, value) {
    define(target, key, { value: value, writable: true, configurable: true, enumerable: true });
  }

  // A function's source as it was given, without what was written into it.
  function without(text, hidden, instead) { return call(joinTexts, call(splitText, text, hidden), instead); }
  function sourceOfFunction() {
    var text = call(writtenSource, this);
    if (text.indexOf('${hiddenNames.caught}') >= 0) {
      text = text.replace(/if\\(${hiddenNames.caught}\\([^)]*\\)\\);/g, '');
    }
    text = without(text, '${hiddenNames.evaluate}', 'eval');
    text = without(text, '${hiddenNames.evalText}', '');
    text = without(text, ' of ${hiddenNames.valuesOf}', ' in ');
    return without(text, '${hiddenEach}', 'each');
  }
  hide(Function.prototype, 'toString', sourceOfFunction);

  // Errors: told in ExtendScript's words, with their line and file.
  var lastError = null;
  function caught(thrown) {
    if (!(thrown instanceof ErrorOf)) return false;
    if (describe(thrown, 'stack')) {
      var stack = thrown.stack, told = ours.explain(textOf(thrown.message), textOf(stack));
      delete thrown.stack;
      if (has.call(thrown, 'message')) show(thrown, 'message', told.text);
      if (!has.call(thrown, 'number')) show(thrown, 'number', told.number);
      if (!has.call(thrown, 'fileName')) show(thrown, 'fileName', told.fileName);
      if (!has.call(thrown, 'line')) show(thrown, 'line', told.line);
      if (!has.call(thrown, 'source')) show(thrown, 'source', told.source);
      if (!has.call(thrown, 'name')) show(thrown, 'name', thrown.name);
    }
    lastError = thrown;
    return false;
  }
  function lazily(name) {
    define(ErrorOf.prototype, name, {
      get: function () {
        if (!(this instanceof ErrorOf) || !describe(this, 'stack')) return undefined;
        var before = lastError;
        caught(this);
        lastError = before;
        return this[name];
      },
      set: function (value) { show(this, name, value); },
      configurable: true, enumerable: false
    });
  }
  lazily('number'); lazily('line'); lazily('fileName'); lazily('source');
  define(ErrorOf.prototype, 'description', {
    get: function () { return this.message; }, set: function (value) { show(this, 'message', value); },
    configurable: true, enumerable: false
  });

  // Texts that are run: all of them by way of Adobe's grammar.
  function evalText(text) { return typeof text === 'string' ? ours.toEvalText(text) : text; }
  function valuesOf(object) {
    var names = [], name, at = 0;
    for (name in object) names[names.length] = name;
    var values = {};
    values[iterator] = function () {
      return { next: function () {
        return at < names.length ? { done: false, value: object[names[at++]] } : { done: true, value: undefined };
      } };
    };
    return values;
  }

  // Dates in ISO notation are not understood.
  var iso = /^\\s*[+-]?\\d{4,6}(-\\d\\d(-\\d\\d)?)?(T|\\s*$)/;
  function parse(text) { return iso.test(textOf(text)) ? NaN : parseDate(text); }
  hide(DateOf, 'parse', parse);
  var WrappedDate = new ProxyOf(DateOf, {
    construct: function (target, args, made) {
      var isText = args.length === 1 && typeof args[0] === 'string' && iso.test(args[0]);
      return construct(target, isText ? [NaN] : args, made === WrappedDate ? target : made);
    },
    apply: function () { return textOf(new DateOf()); }
  });
  hide(DateOf.prototype, 'constructor', WrappedDate);

  // Patterns newer than ES3 are refused, and flags other than g, i, m.
  var WrappedRegExp;
  function pattern(args) {
    var isText = args.length > 0 && typeof args[0] === 'string';
    if (isText && !ours.isOldPattern(args[0], args[1] === undefined ? '' : textOf(args[1]))) {
      throw new SyntaxError('Syntax error');
    }
    return construct(RegExpOf, args);
  }
  WrappedRegExp = new ProxyOf(RegExpOf, {
    construct: function (target, args) { return pattern(args); },
    apply: function (target, self, args) {
      return args.length === 1 && args[0] instanceof RegExpOf ? args[0] : pattern(args);
    },
    get: function (target, key) { return get(target, key); },
    set: function (target, key, value) { target[key] = value; return true; }
  });
  hide(RegExpOf.prototype, 'constructor', WrappedRegExp);

  // Sources of values.
  function quote(text) {
    return '"' + textOf(text).replace(/[\\\\"]/g, '\\\\$&').replace(/\\n/g, '\\\\n').replace(/\\r/g, '\\\\r')
      .replace(/\\t/g, '\\\\t').replace(/[\\u0000-\\u001f\\u007f-\\uffff]/g, function (one) {
        var code = one.charCodeAt(0).toString(16).toUpperCase();
        return code.length < 3 ? '\\\\x' + ('0' + code).slice(-2) : '\\\\u' + ('0' + code).slice(-4);
      }) + '"';
  }
  function listSource(list, seen) {
    var parts = [], i;
    for (i = 0; i < list.length; i++) parts[i] = sourceOf(list[i], seen);
    return '[' + parts.join(', ') + ']';
  }
  function fieldsSource(object, seen) {
    var names = keysOf(object), parts = [], i, name;
    for (i = 0; i < names.length; i++) {
      name = names[i];
      parts[i] = (/^[A-Za-z_$][\\w$]*$|^\\d+$/.test(name) ? name : quote(name)) + ':' + sourceOf(object[name], seen);
    }
    return '({' + parts.join(', ') + '})';
  }
  function builtInSource(object, kind) {
    if (kind === '[object String]') return '(new String(' + quote(object) + '))';
    if (kind === '[object Number]') return '(new Number(' + object + '))';
    if (kind === '[object Boolean]') return '(new Boolean(' + object + '))';
    if (kind === '[object Date]') return '(new Date(' + call(getTime, object) + '))';
    if (kind === '[object RegExp]') return call(sourceOfRegExp, object);
    if (kind === '[object Error]') return '(new ' + object.name + '(' + quote(object.message) + '))';
    return undefined;
  }
  function sourceOf(value, seen) {
    if (value === undefined) return '(void 0)';
    if (value === null) return 'null';
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'function') return '(' + call(sourceOfFunction, value) + ')';
    if (typeof value !== 'object') return textOf(value);
    for (var i = 0; i < seen.length; i++) if (seen[i] === value) return '({})';
    var own = value.toSource, within = seen.concat([value]);
    if (typeof own === 'function' && own !== toSource) return textOf(call(own, value));
    if (isArray(value)) return listSource(value, within);
    var source = builtInSource(value, kindOf.call(value));
    return source === undefined ? fieldsSource(value, within) : source;
  }
  function toSource() { return sourceOf(this, []); }
  hide(ObjectProto, 'toSource', toSource);
  hide(Function.prototype, 'toSource', toSource);

  // Watched properties.
  function watch(name, handler) {
    var object = this, value = object[name];
    define(object, name, {
      get: function () { return value; },
      set: function (next) { value = call(handler, object, name, value, next); },
      enumerable: true, configurable: true
    });
  }
  function unwatch(name) {
    if (has.call(this, name)) show(this, name, this[name]);
  }
  hide(ObjectProto, 'watch', watch);
  hide(ObjectProto, 'unwatch', unwatch);
  hide(ObjectProto, 'isPrototypeOf', ObjectProto.isPrototypeOf);

  (${reflectionSource})({ show: show, has: has, kindOf: kindOf, isArray: isArray });

  function isXMLName(name) { return /^[A-Za-z_\\u00c0-\\uffff][\\w.\\u00b7-\\uffff-]*$/.test(textOf(name)); }
  /** %1 to %9 stand for the arguments; an object gives the text of the application's language. */
  function localize(what) {
    var chosen = typeof what === 'object' && what !== null ? ours.chooseText(what) : textOf(what), args = arguments;
    return textOf(chosen).replace(/%([1-9])/g, function (all, digit) {
      return numberOf(digit) < args.length ? textOf(args[numberOf(digit)]) : all;
    });
  }

  return {
    evaluateDirectly: evaluateDirectly, caught: caught, evalText: evalText, valuesOf: valuesOf,
    globals: {
      Date: WrappedDate, RegExp: WrappedRegExp, isXMLName: isXMLName, localize: localize,
      uneval: function (value) { return sourceOf(value, []); }
    },
    lastError: function () { return lastError; },
    forgetError: function (value) { lastError = value; },
    trace: function () { return textOf(new ErrorOf('').stack); }
  };
})`;

/** Makes the helpers that rewritten sources call by name: names no script can see or replace. */
export const hiddenNamesSource = `
  const eval = slateflow$given.evaluateDirectly;
  const ${hiddenNames.evaluate} = slateflow$given.evaluate;
  const ${hiddenNames.evalText} = slateflow$given.evalText;
  const ${hiddenNames.caught} = slateflow$given.caught;
  const ${hiddenNames.valuesOf} = slateflow$given.valuesOf;
`;
