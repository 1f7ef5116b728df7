import { formatXml, toHoldable } from '../../../domain/interchange/xml/formatXml';
import { parseXml } from '../../../domain/interchange/xml/parseXml';
import { xmlElement, type XmlElement } from '../../../domain/interchange/xml/XmlElement';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Prefixes that XMP itself knows (XMP Specification, part 1 and 2). */
const knownPrefixes: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/': 'xmpDM',
  'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/': 'premierePrivateProjectMetaData',
  'http://ns.adobe.com/tiff/1.0/': 'tiff',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
};

/** What a packet holds. */
interface Contents {
  /** Namespace URI → prefix. */
  readonly prefixes: Map<string, string>;
  /** By `prefix:name`. */
  readonly properties: Map<string, XmlElement>;
}

/**
 * The text written last, with what it holds. Scripts read a packet right after the host wrote it,
 * thousands of times over: parsing it back would tell nothing new.
 */
let lastWritten: { readonly text: string; readonly contents: Contents } | null = null;

/**
 * An XMP packet as Adobe's library for scripts handles it: properties by namespace and name,
 * arrays counted from 1. Structures that no call here understands are kept as they came.
 */
export class XmpPacket {
  private readonly contents: Contents;

  /** Reads a packet; a text that is none gives an empty packet, as Adobe's library does. */
  constructor(text = '') {
    this.contents =
      text !== '' && text === lastWritten?.text ? copyOf(lastWritten.contents) : parsePacket(text);
  }

  /** Text of a simple property; empty for an array; undefined when there is none. */
  get(namespace: string, name: string): string | undefined {
    const property = this.contents.properties.get(this.key(namespace, name));
    return property ? (property.children.length > 0 ? '' : property.text) : undefined;
  }

  /** Sets a simple property. */
  set(namespace: string, name: string, value: string): void {
    const key = this.key(namespace, name);
    this.contents.properties.set(key, xmlElement(key, toHoldable(value)));
  }

  /** Removes a property. */
  delete(namespace: string, name: string): void {
    this.contents.properties.delete(this.key(namespace, name));
  }

  /** The items of an array, in order; empty when it is none. */
  items(namespace: string, name: string): readonly string[] {
    const property = this.contents.properties.get(this.key(namespace, name));
    return property?.children[0]?.children.map(({ text }) => text) ?? [];
  }

  /** Adds to an array, making an unordered one when there is none. */
  append(namespace: string, name: string, value: string): void {
    const key = this.key(namespace, name);
    const list = this.contents.properties.get(key)?.children[0] ?? xmlElement('rdf:Bag', []);
    const items = [...list.children, xmlElement('rdf:li', toHoldable(value))];
    this.contents.properties.set(key, xmlElement(key, [{ ...list, children: items }]));
  }

  /** The packet as text, with one description. */
  serialize(): string {
    const { prefixes, properties } = this.contents;
    const declarations = [...prefixes].map(([uri, prefix]) => [`xmlns:${prefix}`, uri]);
    const description = xmlElement('rdf:Description', [...properties.values()], {
      'rdf:about': '',
      ...(Object.fromEntries(declarations) as Record<string, string>),
    });
    const list = xmlElement('rdf:RDF', [description], { 'xmlns:rdf': rdf });
    const body = xmlElement('x:xmpmeta', [list], {
      'xmlns:x': 'adobe:ns:meta/',
      'x:xmptk': 'Adobe XMP Core',
    });
    const xml = formatXml(body).replace(/^<\?xml[^>]*>\n/, '');
    const text = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xml}<?xpacket end="w"?>`;
    lastWritten = { text, contents: copyOf(this.contents) };
    return text;
  }

  private key(namespace: string, name: string): string {
    let prefix = this.contents.prefixes.get(namespace);
    if (prefix === undefined) {
      prefix = knownPrefixes[namespace] ?? `ns${this.contents.prefixes.size + 1}`;
      this.contents.prefixes.set(namespace, prefix);
    }
    return `${prefix}:${name}`;
  }
}

function parsePacket(text: string): Contents {
  const contents: Contents = { prefixes: new Map(), properties: new Map() };
  const root = text === '' ? null : parseXml(text).root;
  if (!root) return contents;
  collectPrefixes(root, contents.prefixes);
  const rdfPrefix = contents.prefixes.get(rdf) ?? 'rdf';
  for (const description of descriptionsOf(root, `${rdfPrefix}:Description`)) {
    for (const property of propertiesOf(description)) {
      contents.properties.set(property.name, property);
    }
  }
  return contents;
}

/** Simple properties may stand as attributes. */
function propertiesOf({ attributes, children }: XmlElement): readonly XmlElement[] {
  const simple = Object.entries(attributes)
    .filter(([name]) => name.includes(':') && !/^(xmlns|xml|rdf):/.test(name))
    .map(([name, value]) => xmlElement(name, value));
  return [...simple, ...children];
}

function collectPrefixes(element: XmlElement, prefixes: Map<string, string>): void {
  for (const [name, uri] of Object.entries(element.attributes)) {
    const isOwn = name === 'xmlns:rdf' || name === 'xmlns:x';
    if (name.startsWith('xmlns:') && !isOwn) prefixes.set(uri, name.slice('xmlns:'.length));
  }
  for (const child of element.children) collectPrefixes(child, prefixes);
}

function copyOf({ prefixes, properties }: Contents): Contents {
  return { prefixes: new Map(prefixes), properties: new Map(properties) };
}

function descriptionsOf(element: XmlElement, name: string): readonly XmlElement[] {
  if (element.name === name) return [element];
  return element.children.flatMap((child) => descriptionsOf(child, name));
}
