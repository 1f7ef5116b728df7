import type { ScriptRealm } from '../es3/ScriptRealm';

/**
 * ScriptUI as far as a script that builds a dialog can tell when its user cancels at once: windows
 * and elements that keep what they are given. It is a script itself, in ExtendScript's own language.
 */
const source = String.raw`(function (shown) {

  function Element(type, parent) {
    this.type = type;
    this.parent = parent;
    this.window = parent ? parent.window : this;
    this.children = [];
    this.items = [];
    this.text = '';
    this.title = '';
    this.enabled = this.visible = true;
    this.active = this.value = false;
    this.selection = null;
    this.properties = {};
    this.minvalue = 0;
    this.maxvalue = 100;
    this.size = [0, 0];
    this.preferredSize = [-1, -1];
    this.minimumSize = [0, 0];
    this.maximumSize = [1920, 1080];
    this.bounds = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
    this.location = [0, 0];
    this.margins = 0;
    this.spacing = 0;
    this.graphics = graphics();
    this.layout = { layout: nothing, resize: nothing };
  }
  function nothing() {}
  function graphics() {
    return {
      PenType: { SOLID_COLOR: 0 }, BrushType: { SOLID_COLOR: 0, THEME_COLOR: 1 },
      newPen: function () { return {}; }, newBrush: function () { return {}; }, newPath: nothing,
      measureString: function (text) { return [String(text).length * 7, 14]; },
      drawString: nothing, fillPath: nothing, strokePath: nothing, rectPath: nothing, moveTo: nothing, lineTo: nothing,
      font: {}, foregroundColor: null, backgroundColor: null
    };
  }
  function isList(type) { return (/^(dropdownlist|listbox|treeview|node)$/i).test(type); }
  function describe(element, given) {
    var name, value;
    for (name in given) {
      value = given[name];
      if (name === '$type') continue;
      if (value && value.$type) element[name] = describe(element.add(value.$type.toLowerCase()), value);
      else if (name === 'properties' && value) copy(value, element.properties);
      else element[name] = value;
    }
    return element;
  }
  function copy(from, to) { for (var name in from) to[name] = from[name]; }
  /** A resource such as "dialog { ok: Button { text: 'OK' } }" as data. */
  function parse(resource) {
    return eval('(' + resource.replace(/([A-Za-z_]\w*)\s*\{/g, function (all, type) {
      return "{$type:'" + type + "',";
    }).replace(/,(\s*)\}/g, '$1}') + ')');
  }
  Element.prototype.add = function (type, bounds, given, properties) {
    var i, made;
    if (isList(this.type)) {
      made = new Element(type, this);
      made.text = String(bounds === undefined ? type : bounds);
      made.index = this.items.length;
      made.selected = made.checked = false;
      this.items.push(made);
      return made;
    }
    if ((/\{/).test(type)) {
      var resource = parse(type);
      made = new Element(resource.$type.toLowerCase(), this);
      this.children.push(made);
      return describe(made, resource);
    }
    made = new Element(String(type), this);
    if (bounds) made.bounds = bounds;
    if (given instanceof Array) { for (i = 0; i < given.length; i++) made.add('item', given[i]); }
    else if (typeof given === 'string') made.text = given;
    else if (typeof given === 'number') made.value = given;
    if (properties) {
      copy(properties, made.properties);
      if (properties.name) this[properties.name] = made;
      if (properties.items) { for (i = 0; i < properties.items.length; i++) made.add('item', properties.items[i]); }
    }
    this.children.push(made);
    this[this.children.length - 1] = made;
    return made;
  };
  Element.prototype.remove = function (which) {
    var list = isList(this.type) ? this.items : this.children, i;
    for (i = list.length - 1; i >= 0; i--) if (i === which || list[i] === which || list[i].text === which) list.splice(i, 1);
  };
  Element.prototype.removeAll = function () { this.items = []; this.children = []; };
  Element.prototype.find = function (text) {
    for (var i = 0; i < this.items.length; i++) if (this.items[i].text === text) return this.items[i];
    return null;
  };
  Element.prototype.findElement = function (name) { return this[name] || null; };
  Element.prototype.notify = function (event) {
    var handler = this[event || 'onClick'];
    if (typeof handler === 'function') handler.call(this);
  };
  Element.prototype.toString = function () { return '[object ' + this.type + ']'; };
  Element.prototype.addEventListener = Element.prototype.removeEventListener = function () { return true; };
  Element.prototype.dispatchEvent = function () { return true; };
  Element.prototype.hide = function () { this.visible = false; };
  Element.prototype.center = Element.prototype.update = Element.prototype.toggle = nothing;
  Element.prototype.expand = Element.prototype.collapse = Element.prototype.revealItem = nothing;

  function textsOf(element) {
    var texts = [], i, own = element.title || element.text;
    if (typeof own === 'string' && own !== '') texts.push(own);
    for (i = 0; i < element.children.length; i++) texts = texts.concat(textsOf(element.children[i]));
    return texts;
  }
  /** A dialog is cancelled as soon as it is shown: 2. Other windows stay, and nobody uses them. */
  function show() {
    if (typeof this.onShow === 'function') this.onShow();
    shown(textsOf(this).join('\n'));
    if (this.type !== 'dialog') return true;
    if (this.closedWith === undefined) this.close(2);
    return this.closedWith;
  }
  function close(result) {
    if (typeof this.onClose === 'function' && this.onClose() === false) return;
    this.visible = false;
    this.closedWith = result === undefined ? 0 : result;
  }
  function Window(type, title, bounds, properties) {
    var resource = (/\{/).test(type) ? parse(type) : null;
    var made = new Element(resource ? resource.$type.toLowerCase() : String(type), null);
    made.text = made.title = title === undefined ? '' : String(title);
    made.visible = false;
    made.frameBounds = made.bounds;
    made.show = show;
    made.close = close;
    if (bounds) made.bounds = bounds;
    if (properties) copy(properties, made.properties);
    if (resource) { describe(made, resource); made.title = made.text; }
    return made;
  }
  Window.prototype = Element.prototype;
  Window.alert = function (text) { shown(String(text)); };
  Window.confirm = function (text) { return confirm(text); };
  Window.prompt = function (text) { return prompt(text); };
  Window.find = function () { return null; };
  Window.version = '6.2.2';
  return {
    Window: Window,
    ScriptUI: {
      version: '6.2.2', coreVersion: '6.2.2', frameworkName: 'Simulated',
      environment: { keyboardState: { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false } },
      Alignment: { TOP: 1, BOTTOM: 2, LEFT: 3, RIGHT: 4, FILL: 5, CENTER: 6 },
      FontStyle: { REGULAR: 0, BOLD: 1, ITALIC: 2, BOLDITALIC: 3 },
      newFont: function (name, style, size) { return { name: name, style: style, size: size }; },
      newImage: function () { return {}; }, getResourceText: function (text) { return text; }
    }
  };
})`;

/** Puts `Window` and `ScriptUI` into a context; `show` is told the texts of each window shown. */
export function installDialogWindows(realm: ScriptRealm, show: (text: string) => void): void {
  const make = realm.run(source, '') as (shown: object) => Readonly<Record<string, object>>;
  const shown = realm.function(([text]) => show(String(text)));
  Object.assign(realm.global, make(shown));
}
