import { escapeText, formatXml, toHoldable } from '../../../domain/interchange/xml/formatXml';
import { parseXml } from '../../../domain/interchange/xml/parseXml';
import { xmlElement, type XmlElement } from '../../../domain/interchange/xml/XmlElement';
import { readXmpNode, writeXmpNode, type XmpNode } from './XmpNode';
import { prefixByUri } from './xmpConstants';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

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
let lastWritten: { readonly text: string; readonly contents: () => Contents } | null = null;

const head = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n`;
/** Without the mark of byte order, which makes a text twice as large and slower to search. */
const plainHead = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n`;
const tail = '<?xpacket end="w"?>';
const root = { 'xmlns:x': 'adobe:ns:meta/', 'x:xmptk': 'Adobe XMP Core' };

/**
 * The text of a packet of simple properties in one namespace, for {@link XmpPacket} to read. Most
 * packets are written for a reader that changes nothing, so nothing else is made for them.
 */
export function formatSimplePacket(
  namespace: string,
  fields: readonly { readonly column: string; readonly value: string }[],
): string {
  const prefix = prefixByUri.get(namespace) ?? 'ns1';
  const space = escapeText(namespace);
  // Pieces joined once: a text grown piece by piece is copied again by whoever searches it.
  const pieces = [
    `${plainHead}<x:xmpmeta xmlns:x="${root['xmlns:x']}" x:xmptk="${root['x:xmptk']}">\n`,
    `\t<rdf:RDF xmlns:rdf="${rdf}">\n\t\t<rdf:Description rdf:about="" xmlns:${prefix}="${space}"`,
    fields.length === 0 ? '/>\n' : '>\n',
  ];
  const known = tagsByPrefix.get(prefix) ?? new Map<string, Tags>();
  tagsByPrefix.set(prefix, known);
  for (const { column, value } of fields) {
    const { empty, opening, closing } = known.get(column) ?? addTags(known, prefix, column);
    const text = escapeText(value);
    if (text === '') pieces.push(empty);
    else pieces.push(opening, text, closing);
  }
  if (fields.length > 0) pieces.push('\t\t</rdf:Description>\n');
  pieces.push('\t</rdf:RDF>\n</x:xmpmeta>\n', tail);
  const text = pieces.join('');
  const contents = (): Contents => ({
    prefixes: new Map([[namespace, prefix]]),
    properties: new Map(
      fields.map(({ column, value }) => {
        const name = `${prefix}:${column}`;
        return [name, xmlElement(name, toHoldable(value))];
      }),
    ),
  });
  lastWritten = { text, contents };
  return text;
}

interface Tags {
  readonly empty: string;
  readonly opening: string;
  readonly closing: string;
}

/** Tags of properties by prefix and name, made once: packets name the same few dozen over and over. */
const tagsByPrefix = new Map<string, Map<string, Tags>>();

function addTags(known: Map<string, Tags>, prefix: string, column: string): Tags {
  const name = `${prefix}:${column}`;
  const tags = {
    empty: `\t\t\t<${name}/>\n`,
    opening: `\t\t\t<${name}>`,
    closing: `</${name}>\n`,
  };
  known.set(column, tags);
  return tags;
}

/**
 * An XMP packet as Adobe's library for scripts handles it: properties by namespace and name. What
 * nobody asks for is kept as it came.
 */
export class XmpPacket {
  private readonly contents: Contents;

  /** Reads a packet; a text that is none gives an empty packet, as Adobe's library does. */
  constructor(text = '') {
    this.contents =
      text !== '' && text === lastWritten?.text ? lastWritten.contents() : parsePacket(text);
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

  /** A property with all that is in it; undefined when there is none. */
  node(namespace: string, name: string): XmpNode | undefined {
    const property = this.contents.properties.get(this.key(namespace, name));
    return property && readXmpNode(property);
  }

  /** Puts a property in, in the place of the one of its name. */
  put(node: XmpNode): void {
    this.contents.properties.set(node.name, writeXmpNode(node));
  }

  /** All properties, in order. */
  nodes(): readonly XmpNode[] {
    return [...this.contents.properties.values()].map(readXmpNode);
  }

  /** The name of a property in this packet; a prefix that scripts registered is taken for it. */
  nameOf(namespace: string, name: string, registered?: string): string {
    if (registered !== undefined && !this.contents.prefixes.has(namespace)) {
      this.contents.prefixes.set(namespace, registered);
    }
    return this.key(namespace, name);
  }

  /** Namespace of a prefix of this packet; empty when it has none. */
  namespaceOf(prefix: string): string {
    for (const [uri, known] of this.contents.prefixes) if (known === prefix) return uri;
    return '';
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
    const body = xmlElement('x:xmpmeta', [list], root);
    const xml = formatXml(body).replace(/^<\?xml[^>]*>\n/, '');
    const text = `${head}${xml}${tail}`;
    const written = copyOf(this.contents);
    lastWritten = { text, contents: () => copyOf(written) };
    return text;
  }

  private key(namespace: string, name: string): string {
    let prefix = this.contents.prefixes.get(namespace);
    if (prefix === undefined) {
      prefix = prefixByUri.get(namespace) ?? `ns${this.contents.prefixes.size + 1}`;
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
