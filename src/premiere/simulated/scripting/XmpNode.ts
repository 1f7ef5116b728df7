import { toHoldable } from '../../../domain/interchange/xml/formatXml';
import { xmlElement, type XmlElement } from '../../../domain/interchange/xml/XmlElement';

/** The forms of a value (XMP Specification, part 1, §6.3); arrays by their RDF names. */
export type XmpForm = 'simple' | 'struct' | 'Bag' | 'Seq' | 'Alt';

/** A property, array item, field or qualifier of a packet. */
export interface XmpNode {
  /** With its prefix; `rdf:li` for an item. */
  name: string;
  value: string;
  form: XmpForm;
  /** Whether the value is a link rather than a text. */
  isUri: boolean;
  readonly children: XmpNode[];
  readonly qualifiers: XmpNode[];
}

/** A node without children. */
export function xmpNode(name: string, value = '', form: XmpForm = 'simple'): XmpNode {
  return { name, value, form, isUri: false, children: [], qualifiers: [] };
}

/** Reads a node from the element that holds it in a packet. */
export function readXmpNode(element: XmlElement): XmpNode {
  const { name, attributes, text } = element;
  const node = xmpNode(name);
  const language = attributes['xml:lang'];
  if (language !== undefined) node.qualifiers.push(xmpNode('xml:lang', language));
  if (readArray(node, element)) return node;
  const fields = fieldsOf(element);
  if (fields) return withFields(node, fields);
  node.isUri = attributes['rdf:resource'] !== undefined;
  node.value = attributes['rdf:resource'] ?? text;
  return node;
}

function readArray(node: XmpNode, { children }: XmlElement): boolean {
  const [list] = children;
  const array = /^rdf:(Bag|Seq|Alt)$/.exec(list?.name ?? '');
  if (!list || !array || children.length > 1) return false;
  node.form = array[1] as XmpForm;
  node.children.push(...list.children.map(readXmpNode));
  return true;
}

/** The fields of a structure in any of the ways RDF has to write one; null for a plain value. */
function fieldsOf(element: XmlElement): readonly XmpNode[] | null {
  const [description] = element.children;
  if (description?.name === 'rdf:Description' && element.children.length === 1) {
    return [...shortFields(description), ...description.children.map(readXmpNode)];
  }
  const short = shortFields(element);
  const isResource = element.attributes['rdf:parseType'] === 'Resource';
  const isStruct = isResource || short.length > 0 || element.children.length > 0;
  return isStruct ? [...short, ...element.children.map(readXmpNode)] : null;
}

/** Fields that are written as attributes. */
function shortFields({ attributes }: XmlElement): readonly XmpNode[] {
  return Object.entries(attributes)
    .filter(([name]) => name === 'rdf:value' || /^(?!rdf:|xml:|xmlns)[^:]+:/.test(name))
    .map(([name, value]) => xmpNode(name, value));
}

/** Fields beside an `rdf:value` are its qualifiers. */
function withFields(node: XmpNode, fields: readonly XmpNode[]): XmpNode {
  const value = fields.find(({ name }) => name === 'rdf:value');
  if (!value) {
    node.form = 'struct';
    node.children.push(...fields);
    return node;
  }
  const { form, isUri } = value;
  Object.assign(node, { value: value.value, form, isUri });
  node.children.push(...value.children);
  node.qualifiers.push(...fields.filter((field) => field !== value));
  return node;
}

/** The element that holds a node in a packet. */
export function writeXmpNode(node: XmpNode): XmlElement {
  const language = node.qualifiers.find(({ name }) => name === 'xml:lang');
  const others = node.qualifiers.filter((qualifier) => qualifier !== language);
  const attributes = language ? { 'xml:lang': language.value } : {};
  if (others.length === 0) return writeValue(node, node.name, attributes);
  const fields = [writeValue(node, 'rdf:value', {}), ...others.map(writeXmpNode)];
  return xmlElement(node.name, fields, { ...attributes, 'rdf:parseType': 'Resource' });
}

function writeValue(
  { form, value, isUri, children }: XmpNode,
  name: string,
  attributes: Readonly<Record<string, string>>,
): XmlElement {
  const written = children.map(writeXmpNode);
  if (form === 'struct') {
    return xmlElement(name, written, { ...attributes, 'rdf:parseType': 'Resource' });
  }
  if (form !== 'simple') return xmlElement(name, [xmlElement(`rdf:${form}`, written)], attributes);
  return isUri
    ? xmlElement(name, [], { ...attributes, 'rdf:resource': value })
    : xmlElement(name, toHoldable(value), attributes);
}

/** Adobe's option bits of a node (XMP Toolkit, `XMP_Const.h`). */
export function optionsOf({ form, isUri, qualifiers, children }: XmpNode): number {
  const forms = { simple: 0, struct: 0x100, Bag: 0x200, Seq: 0x600, Alt: 0xe00 };
  const hasLanguage = (node: XmpNode) => node.qualifiers.some(({ name }) => name === 'xml:lang');
  const isAltText = form === 'Alt' && children.some(hasLanguage);
  const language = qualifiers.some(({ name }) => name === 'xml:lang');
  return (
    forms[form] +
    (isUri ? 0x2 : 0) +
    (qualifiers.length > 0 ? 0x10 : 0) +
    (language ? 0x40 : 0) +
    (isAltText ? 0x1000 : 0)
  );
}

/** The form that option bits ask for. */
export function formOf(options: number): XmpForm {
  if (options & 0x1800) return 'Alt';
  if (options & 0x400) return 'Seq';
  if (options & 0x200) return 'Bag';
  return options & 0x100 ? 'struct' : 'simple';
}
