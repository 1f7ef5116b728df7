/**
 * What ECMA-262, 3rd edition, §15 has, what ExtendScript adds, and nothing newer. `prototype` members that the engine's
 * own regular expressions and dates need inside (symbols, `flags`) have to stay.
 */
const es3Members: Readonly<Record<string, string>> = {
  Object: '',
  'Object.prototype':
    'constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable ' +
    'toSource watch unwatch reflect __class__ __proto__',
  Function: '',
  'Function.prototype': 'constructor toString apply call toSource',
  Array: '',
  'Array.prototype':
    'constructor toString toLocaleString concat join pop push reverse shift slice sort splice unshift',
  String: 'fromCharCode',
  'String.prototype':
    'constructor toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match ' +
    'replace search slice split substr substring toLowerCase toLocaleLowerCase toUpperCase ' +
    'toLocaleUpperCase',
  Boolean: '',
  'Boolean.prototype': 'constructor toString valueOf',
  Number: 'MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY',
  'Number.prototype':
    'constructor toString toLocaleString valueOf toFixed toExponential toPrecision',
  Date: 'parse UTC',
  'Date.prototype':
    'constructor toString toDateString toTimeString toLocaleString toLocaleDateString ' +
    'toLocaleTimeString valueOf getTime getFullYear getUTCFullYear getMonth getUTCMonth getDate ' +
    'getUTCDate getDay getUTCDay getHours getUTCHours getMinutes getUTCMinutes getSeconds ' +
    'getUTCSeconds getMilliseconds getUTCMilliseconds getTimezoneOffset setTime setMilliseconds ' +
    'setUTCMilliseconds setSeconds setUTCSeconds setMinutes setUTCMinutes setHours setUTCHours ' +
    'setDate setUTCDate setMonth setUTCMonth setFullYear setUTCFullYear toUTCString toGMTString ' +
    'getYear setYear',
  RegExp:
    "$1 $2 $3 $4 $5 $6 $7 $8 $9 input lastMatch lastParen leftContext rightContext $_ $& $+ $` $'",
  'RegExp.prototype':
    'constructor exec test toString source global ignoreCase multiline flags compile',
  Error: '',
  'Error.prototype': 'constructor name message toString number line fileName source description',
  Math: 'E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan',
};

const es3Globals =
  'NaN Infinity undefined parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI ' +
  'encodeURIComponent escape unescape eval Object Function Array String Boolean Number Date RegExp ' +
  'Error EvalError RangeError ReferenceError SyntaxError TypeError URIError Math';

/**
 * The script that takes from its own context every built-in newer than ES3. The hooks that shape
 * stack traces are a way out: the one that Node looks for is taken by a function that makes text of
 * the frames and keeps none, and `Error` is not to be replaced by something with another.
 */
export const stripSource = `(function (global, members, globals) {
  'use strict';
  var own = Object.getOwnPropertyNames, symbolsOf = Object.getOwnPropertySymbols;
  var describe = Object.getOwnPropertyDescriptor, define = Object.defineProperty;
  function strip(target, keys, allowed) {
    for (var i = 0; i < keys.length; i++) {
      var isKept = typeof keys[i] === 'string' && allowed.indexOf(' ' + keys[i] + ' ') >= 0;
      if (!isKept && describe(target, keys[i]).configurable) delete target[keys[i]];
    }
  }
  function formatTrace(error, frames) {
    var text = '', i;
    for (i = 0; i < frames.length; i++) text += '\\n    at ' + frames[i];
    return text;
  }
  var hooks = ['captureStackTrace', 'stackTraceLimit', 'prepareStackTrace'];
  for (var i = 0; i < hooks.length; i++) {
    var value = { stackTraceLimit: 20, prepareStackTrace: formatTrace }[hooks[i]];
    define(Error, hooks[i], { value: value, writable: false, configurable: false });
  }
  var paths = own(members);
  for (var j = 0; j < paths.length; j++) {
    var parts = paths[j].split('.');
    var target = parts[1] ? global[parts[0]].prototype : global[parts[0]];
    strip(target, own(target), ' ' + members[paths[j]] + ' length name prototype flags ');
    if (!/^(RegExp|Date|Math)/.test(paths[j])) strip(target, symbolsOf(target), '');
  }
  strip(global, own(global), ' ' + globals + ' ');
  define(global, 'Error', { value: Error, writable: false, configurable: false });
})(this, ${JSON.stringify(es3Members)}, ${JSON.stringify(es3Globals)})`;
