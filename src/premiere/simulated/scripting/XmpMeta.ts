import { optionsOf, formOf, xmpNode, type XmpNode } from './XmpNode';
import type { XmpNamespaces } from './XmpNamespaces';
import { XmpPacket } from './XmpPacket';
import { followXmpPath, makeXmpPath, parseXmpPath, removeXmpPath } from './xmpPaths';

/** A value to be set. */
interface Given {
  readonly value: string;
  /** Adobe's option bits. */
  readonly options: number;
}

/** A node found on a walk. */
interface Walked {
  readonly namespace: string;
  readonly path: string;
  readonly node: XmpNode;
}

const walkOptions = { justChildren: 0x100, justLeaves: 0x200, omitQualifiers: 0x1000 };

/** A packet with the paths of Adobe's library: arrays counted from 1, fields, qualifiers. */
export class XmpMeta {
  private readonly packet: XmpPacket;

  constructor(
    text: string,
    private readonly namespaces: XmpNamespaces,
  ) {
    this.packet = new XmpPacket(text);
  }

  /** Name of a field or qualifier in this packet. */
  nameOf(namespace: string, name: string): string {
    if (namespace === 'http://www.w3.org/XML/1998/namespace') return `xml:${bare(name)}`;
    const registered = this.namespaces.prefixOf(namespace).replace(/:$/, '');
    return this.packet.nameOf(namespace, bare(name), registered || undefined);
  }

  /** The node at a path; undefined when there is none. */
  find(namespace: string, path: string): XmpNode | undefined {
    const [top, rest] = split(path);
    const node = this.packet.node(namespace, bare(top));
    return node && followXmpPath(node, parseXmpPath(rest));
  }

  /** Sets the value at a path and makes what leads there. */
  set(namespace: string, path: string, { value, options }: Given): void {
    this.change(namespace, path, (node) => {
      node.form = formOf(options);
      node.value = node.form === 'simple' ? value : '';
      node.isUri = (options & 0x2) !== 0;
      if (node.form === 'simple') node.children.length = 0;
    });
  }

  /** Adds to the end of an array, which is made when there is none. */
  append(namespace: string, path: string, given: Given & { readonly arrayOptions: number }): void {
    this.change(namespace, path, (node) => {
      if (node.form === 'simple') node.form = arrayForm(given.arrayOptions);
      node.children.push(item(given));
    });
  }

  /** Puts an item before the one at an index counted from 1. */
  insert(namespace: string, path: string, given: Given & { readonly index: number }): void {
    this.change(namespace, path, (node) => {
      if (node.form === 'simple') node.form = 'Bag';
      node.children.splice(Math.max(0, given.index - 1), 0, item(given));
    });
  }

  /** Removes what is at a path. */
  remove(namespace: string, path: string): void {
    const [top, rest] = split(path);
    const node = this.packet.node(namespace, bare(top));
    if (rest === '') this.packet.delete(namespace, bare(top));
    if (rest === '' || !node) return;
    removeXmpPath(node, parseXmpPath(rest));
    this.packet.put(node);
  }

  /** The text of the first of some languages, else the default one, else the first. */
  localized(namespace: string, path: string, languages: readonly string[]): XmpNode | undefined {
    const texts = this.find(namespace, path)?.children ?? [];
    for (const language of [...languages, 'x-default']) {
      const found = texts.find((text) => languageOf(text) === language.toLowerCase());
      if (found) return found;
    }
    return texts[0];
  }

  /** Sets the text of a language; the first text is the default one too. */
  setLocalized(
    namespace: string,
    path: string,
    { language, value }: { readonly language: string; readonly value: string },
  ): void {
    this.change(namespace, path, (node) => {
      node.form = 'Alt';
      const isFirst = node.children.length === 0;
      const wanted = isFirst ? [...new Set(['x-default', language])] : [language];
      for (const each of wanted) {
        const known = node.children.find((text) => languageOf(text) === each.toLowerCase());
        const text = known ?? languageItem(each);
        if (!known) node.children.push(text);
        text.value = value;
      }
    });
  }

  /** The nodes below a path, or of the whole packet, as an iterator meets them. */
  walk(options: number, namespace: string, path: string): readonly Walked[] {
    const from = path === '' ? null : this.find(namespace, path);
    const roots = from
      ? [{ namespace, path, node: from }]
      : this.packet.nodes().map((node) => ({ namespace: this.uriOf(node), path: node.name, node }));
    const ours = roots.filter((root) => namespace === '' || root.namespace === namespace);
    return ours.flatMap((root) => [...walkNode(root, options)]);
  }

  /** The packet as text. */
  serialize(options: number): string {
    const text = this.packet.serialize();
    const isBare = (options & 0x10) !== 0;
    const bareText = isBare
      ? text.replace(/^<\?xpacket[^>]*>\n?|\n?<\?xpacket[^>]*>\s*$/g, '')
      : text;
    return options & 0x20 ? bareText.replace('end="w"', 'end="r"') : bareText;
  }

  private uriOf({ name }: XmpNode): string {
    return this.packet.namespaceOf(name.replace(/:.*$/, ''));
  }

  private change(namespace: string, path: string, make: (node: XmpNode) => void): void {
    const [top, rest] = split(path);
    const name = this.nameOf(namespace, top);
    const node = this.packet.node(namespace, bare(top)) ?? xmpNode(name);
    make(makeXmpPath(node, parseXmpPath(rest)));
    this.packet.put(node);
  }
}

/** The packet as Adobe's library dumps it: one line a node. */
export function dumpXmp(meta: XmpMeta): string {
  return meta
    .walk(0, '', '')
    .map(({ path, node }) => `${path} = "${node.value}" (0x${optionsOf(node).toString(16)})`)
    .join('\n');
}

function* walkNode({ namespace, path, node }: Walked, options: number): Generator<Walked> {
  const isLeaf = node.children.length === 0;
  if (isLeaf || (options & walkOptions.justLeaves) === 0) yield { namespace, path, node };
  if (options & walkOptions.justChildren) return;
  for (const [index, child] of node.children.entries()) {
    const step = child.name === 'rdf:li' ? `[${index + 1}]` : `/${child.name}`;
    yield* walkNode({ namespace, path: path + step, node: child }, options);
  }
  if (options & walkOptions.omitQualifiers) return;
  for (const qualifier of node.qualifiers) {
    yield { namespace, path: `${path}/?${qualifier.name}`, node: qualifier };
  }
}

/** The first step of a path, and the rest. */
function split(path: string): readonly [string, string] {
  const end = path.search(/[[/]/);
  return end < 0 ? [path, ''] : [path.slice(0, end), path.slice(end)];
}

/** Scripts may write a property with its prefix. */
function bare(name: string): string {
  return name.replace(/^[^:[/]*:/, '');
}

function arrayForm(options: number) {
  const form = formOf(options);
  return form === 'simple' || form === 'struct' ? 'Bag' : form;
}

function item({ value, options }: Given): XmpNode {
  const node = xmpNode('rdf:li', value, formOf(options));
  node.isUri = (options & 0x2) !== 0;
  return node;
}

function languageOf({ qualifiers }: XmpNode): string {
  return qualifiers.find(({ name }) => name === 'xml:lang')?.value.toLowerCase() ?? '';
}

function languageItem(language: string): XmpNode {
  const node = xmpNode('rdf:li');
  node.qualifiers.push(xmpNode('xml:lang', language));
  return node;
}
