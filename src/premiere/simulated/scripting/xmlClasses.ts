import type { ScriptRealm } from '../es3/ScriptRealm';

/**
 * ExtendScript's `XML` for scripts that read a text with it: children by name, attributes as
 * `xml['@name']`, the methods that are in use. What it was made from is fixed: only `appendChild`
 * and `setName` change it. It is a script itself, in ExtendScript's own language.
 */
const source = String.raw`(function () {
  var entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  function decode(text) {
    return text.replace(/&(#x?)?(\w+);/g, function (all, isNumber, name) {
      if (isNumber) return String.fromCharCode(parseInt(name, isNumber === '#x' ? 16 : 10));
      return entities[name] === undefined ? all : entities[name];
    });
  }
  function encode(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }
  function fail(text) { throw new TypeError(text); }

  function Node(kind, name, value) {
    this.kind = kind;
    this.name = name;
    this.value = value;
    this.attributes = [];
    this.children = [];
    this.parent = null;
  }
  var token = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--([\s\S]*?)-->|<\?([\s\S]*?)\?>|<!([^>]*)>|<\/([^\s>]+)\s*>|<([^\s>\/]+)((?:\s+[^\s=>\/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  function add(parent, node) { node.parent = parent; parent.children.push(node); }
  function readAttributes(node, text) {
    text.replace(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g, function (all, name, one, two) {
      node.attributes.push(new Node('attribute', name, decode(one === undefined ? two : one)));
      node.attributes[node.attributes.length - 1].parent = node;
      return '';
    });
  }
  function parse(text) {
    var root = new Node('root', '', ''), open = root, found, node, end = 0;
    token.lastIndex = 0;
    while ((found = token.exec(text)) !== null) {
      if (found.index !== end) fail('Not well-formed (invalid token)');
      end = token.lastIndex;
      if (found[1]) add(open, new Node('text', '', found[1]));
      else if (found[5]) {
        if (open.name !== found[5]) fail('Mismatched tag');
        open = open.parent;
      } else if (found[6]) {
        node = new Node('element', found[6], '');
        readAttributes(node, found[7] || '');
        add(open, node);
        if (!found[8]) open = node;
      } else if (found[9] && (/\S/).test(found[9])) add(open, new Node('text', '', decode(found[9].replace(/^\s+|\s+$/g, ''))));
    }
    if (open !== root) fail('Unclosed token');
    if (end !== text.length) fail('Not well-formed (invalid token)');
    return root.children;
  }

  function isSimple(node) {
    for (var i = 0; i < node.children.length; i++) if (node.children[i].kind === 'element') return false;
    return true;
  }
  function textOf(node) {
    var text = '', i;
    if (node.kind !== 'element') return node.value;
    for (i = 0; i < node.children.length; i++) text += node.children[i].kind === 'text' ? node.children[i].value : '';
    return text;
  }
  function write(node, indent) {
    var text, i;
    if (node.kind !== 'element') return indent + encode(node.value);
    text = indent + '<' + node.name;
    for (i = 0; i < node.attributes.length; i++) {
      text += ' ' + node.attributes[i].name + '="' + encode(node.attributes[i].value).replace(/"/g, '&quot;') + '"';
    }
    if (node.children.length === 0) return text + '/>';
    if (isSimple(node)) return text + '>' + encode(textOf(node)) + '</' + node.name + '>';
    text += '>';
    for (i = 0; i < node.children.length; i++) text += '\n' + write(node.children[i], indent + '  ');
    return text + '\n' + indent + '</' + node.name + '>';
  }
  function select(nodes, name) {
    var chosen = [], i, j, attribute = String(name).charAt(0) === '@', wanted = String(name).replace(/^@/, ''), list;
    for (i = 0; i < nodes.length; i++) {
      list = attribute ? nodes[i].attributes : nodes[i].children;
      for (j = 0; j < list.length; j++) {
        if (wanted === '*' ? list[j].kind !== 'text' : list[j].name === wanted) chosen.push(list[j]);
      }
    }
    return chosen;
  }
  function all(nodes, field) {
    var chosen = [], i;
    for (i = 0; i < nodes.length; i++) chosen = chosen.concat(nodes[i][field]);
    return chosen;
  }
  function descendants(nodes, name) {
    var chosen = [], i, child;
    for (i = 0; i < nodes.length; i++) {
      for (child = 0; child < nodes[i].children.length; child++) {
        if (name === undefined || name === '*' || nodes[i].children[child].name === name) chosen.push(nodes[i].children[child]);
        chosen = chosen.concat(descendants([nodes[i].children[child]], name));
      }
    }
    return chosen;
  }

  /** What one node or several have in common; the nodes are kept where no loop sees them. */
  function fill(made, nodes) {
    var seen = {}, i, list = nodes.length === 1 ? nodes[0].attributes.concat(nodes[0].children) : [];
    made.slateflowNodes = function () { return nodes; };
    for (i = 0; i < list.length; i++) {
      var name = (list[i].kind === 'attribute' ? '@' : '') + list[i].name;
      if (list[i].kind === 'text' || seen['$' + name]) continue;
      seen['$' + name] = true;
      if (!(name in made)) lazily(made, nodes, name);
    }
    return made;
  }
  function lazily(made, nodes, name) { made[name] = listOf(select(nodes, name)); }
  function one(node) { return fill(made(XML.prototype), [node]); }
  function listOf(nodes) {
    var list = fill(made(XMLList.prototype), nodes), i;
    for (i = 0; i < nodes.length; i++) list[i] = nodes.length === 1 ? list : one(nodes[i]);
    return list;
  }
  function made(prototype) {
    function Bare() {}
    Bare.prototype = prototype;
    return new Bare();
  }
  function XML(text) {
    if (text !== undefined && text !== null && text.slateflowNodes) return one(text.slateflowNodes()[0]);
    var nodes = parse(text === undefined || text === null ? '' : String(text).replace(/^\uFEFF/, ''));
    if (nodes.length > 1) fail('Junk after document element');
    return one(nodes[0] || new Node('text', '', ''));
  }
  function XMLList(text) {
    return listOf(text === undefined ? [] : parse(String(text)));
  }
  var methods = {
    length: function () { return this.slateflowNodes().length; },
    name: function () { return first(this).name; },
    localName: function () { return first(this).name.replace(/^.*:/, ''); },
    nodeKind: function () { return first(this).kind; },
    children: function () { return listOf(all(this.slateflowNodes(), 'children')); },
    elements: function (name) { return listOf(select(this.slateflowNodes(), name === undefined ? '*' : name)); },
    child: function (name) {
      if (typeof name === 'number') return listOf(all(this.slateflowNodes(), 'children').slice(name, name + 1));
      return listOf(select(this.slateflowNodes(), name));
    },
    attribute: function (name) { return listOf(select(this.slateflowNodes(), '@' + name)); },
    attributes: function () { return listOf(all(this.slateflowNodes(), 'attributes')); },
    text: function () {
      var chosen = [], list = all(this.slateflowNodes(), 'children'), i;
      for (i = 0; i < list.length; i++) if (list[i].kind === 'text') chosen.push(list[i]);
      return listOf(chosen);
    },
    descendants: function (name) { return listOf(descendants(this.slateflowNodes(), name)); },
    parent: function () { var node = first(this).parent; return node && node.kind === 'element' ? one(node) : null; },
    childIndex: function () {
      var node = first(this), list = node.parent ? node.parent.children : [], i;
      for (i = 0; i < list.length; i++) if (list[i] === node) return i;
      return -1;
    },
    hasSimpleContent: function () { return isSimple(first(this)); },
    hasComplexContent: function () { return !isSimple(first(this)); },
    contains: function (other) { return this.toXMLString() === String(other.toXMLString ? other.toXMLString() : other); },
    copy: function () { return new XML(this.toXMLString()); },
    setName: function (name) { first(this).name = String(name); },
    appendChild: function (given) {
      var node = first(this), list = given && given.slateflowNodes ? given.slateflowNodes() : parse(String(given)), i;
      for (i = 0; i < list.length; i++) add(node, list[i]);
      fill(this, [node]);
      return this;
    },
    normalize: function () { return this; },
    toXMLString: function () {
      var texts = [], nodes = this.slateflowNodes(), i;
      for (i = 0; i < nodes.length; i++) texts.push(write(nodes[i], ''));
      return texts.join('\n');
    },
    toString: function () {
      var nodes = this.slateflowNodes(), text = '', i;
      for (i = 0; i < nodes.length; i++) {
        if (nodes[i].kind === 'element' && !isSimple(nodes[i])) return this.toXMLString();
        text += textOf(nodes[i]);
      }
      return text;
    },
    valueOf: function () { return this; }
  };
  function first(xml) { return xml.slateflowNodes()[0] || new Node('text', '', ''); }
  for (var name in methods) XML.prototype[name] = XMLList.prototype[name] = methods[name];
  XML.prettyPrinting = true;
  XML.ignoreWhitespace = XML.ignoreComments = XML.ignoreProcessingInstructions = true;
  XML.prettyIndent = 2;
  return { XML: XML, XMLList: XMLList };
})()`;

/** Puts `XML` and `XMLList` into a context. */
export function installXml(realm: ScriptRealm): void {
  Object.assign(realm.global, realm.run(source, '') as Readonly<Record<string, object>>);
}
