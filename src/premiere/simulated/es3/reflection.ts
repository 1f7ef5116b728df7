/**
 * The part of the second prelude that lets scripts look at objects: `reflect`, and the members with
 * underlines that every value of ExtendScript has. Public polyfills ask `__class__` whether they were
 * given a function or an array, and `__proto__` for the prototype. What it needs of newer built-ins
 * it takes while they still stand.
 */
export const reflectionSource = `function (known) {
  var show = known.show, has = known.has, kindOf = known.kindOf, isArray = known.isArray;
  var define = Object.defineProperty, describe = Object.getOwnPropertyDescriptor, ObjectProto = Object.prototype;
  var protoOf = Object.getPrototypeOf, setProto = Object.setPrototypeOf, namesOf = Object.getOwnPropertyNames;
  var textOf = String;

  // The class of a value: that of the host, else the one of the language.
  function classNameOf(object) {
    var text = kindOf.call(object), proto = protoOf(object);
    if (text === '[object Object]' && proto && has.call(proto, 'toString')) {
      try { text = textOf(object); } catch (ignored) { text = ''; }
    }
    var found = /^\\[object (.*)\\]$/.exec(text);
    return found ? found[1] : 'Object';
  }
  function typeOf(value) {
    if (value === null) return 'null';
    if (typeof value === 'function') return 'any';
    return typeof value === 'object' ? value.__class__ : typeof value;
  }
  function infoOf(object, name, type) {
    var info = { name: name, type: type, description: '', help: '', toString: function () { return name; } };
    define(info, 'dataType', {
      get: function () { return type === 'function' ? 'any' : typeOf(object[name]); },
      enumerable: true, configurable: true
    });
    return info;
  }
  function accessOf(about) {
    if (about && typeof about.value === 'function') return 'function';
    return about && about.get && !about.set ? 'readonly' : 'readwrite';
  }
  function reflectionOf(object) {
    var properties = [], methods = [], seen = {}, next, i, names, name, type;
    for (next = object; next && next !== ObjectProto; next = protoOf(next)) {
      names = namesOf(next);
      for (i = 0; i < names.length; i++) {
        name = names[i];
        if (seen['$' + name] || name === 'constructor' || name === '__class__') continue;
        seen['$' + name] = true;
        type = accessOf(describe(next, name));
        (type === 'function' ? methods : properties).push(infoOf(object, name, type));
      }
    }
    function find(which) {
      var both = properties.concat(methods);
      for (var j = 0; j < both.length; j++) if (both[j].name === which) return both[j];
      return null;
    }
    return {
      name: object.__class__, description: '', help: '',
      properties: properties, methods: methods, find: find,
      toXML: function () { return '<class name="' + this.name + '"/>'; },
      toString: function () { return '[object Reflection]'; }
    };
  }
  function member(name, read, write) {
    define(ObjectProto, name, {
      get: function () { return this === ObjectProto || this == null ? undefined : read(Object(this)); },
      set: write, enumerable: false, configurable: true
    });
  }
  member('reflect', reflectionOf, function (value) { show(this, 'reflect', value); });
  member('__class__', classNameOf, function (value) { show(this, '__class__', value); });
  member('__proto__', protoOf, function (value) {
    if (typeof value === 'object' && value !== null) setProto(this, value);
  });
}`;
