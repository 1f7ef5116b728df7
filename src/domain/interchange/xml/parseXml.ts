import { XMLParser } from 'fast-xml-parser';
import type { XmlElement } from './XmlElement';

/** The document's root, or why there is none; `defect` says in words what is wrong with the text. */
interface ParsedXml {
  readonly root: XmlElement | null;
  /** Empty when the document is there from its first tag to its last. */
  readonly defect: string;
}

const attributesKey = ':@';
const textKey = '#text';
/** Sequences nest in sequences, six tags a level. */
const deepestNesting = 600;

/**
 * Reads XML as it stands: no number is guessed, no blank trimmed, character references decoded.
 * A text that breaks off is still read as far as it goes; `defect` says so.
 */
export function parseXml(text: string): ParsedXml {
  const document = text.replace(/^\uFEFF/, '').replace(/[\0\s]+$/, '');
  try {
    const nodes: unknown = createParser().parse(document);
    const root = toElements(nodes).find(({ name }) => !name.startsWith('?')) ?? null;
    return { root, defect: describeDefect(document, root) };
  } catch (error) {
    return { root: null, defect: error instanceof Error ? error.message : String(error) };
  }
}

/** The parser closes by itself what a cut-off text left open, so the end has to be looked at. */
function describeDefect(document: string, root: XmlElement | null): string {
  if (!root) return 'it holds no XML element';
  const end = document.replace(/(?:\s*<!--(?:(?!-->)[\s\S])*-->)+$/, '').trimEnd();
  const closed = end.endsWith('>') && /<\/([^\s<>]+)\s*>$/.exec(end)?.[1];
  const isWhole = closed === root.name || (end.endsWith('/>') && root.children.length === 0);
  return isWhole ? '' : `it breaks off before </${root.name}>`;
}

function createParser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    allowBooleanAttributes: true,
    maxNestedTags: deepestNesting,
  });
}

function toElements(nodes: unknown): readonly XmlElement[] {
  return Array.isArray(nodes) ? nodes.flatMap((node) => toElement(node) ?? []) : [];
}

function toElement(node: unknown): XmlElement | undefined {
  const entries = entriesOf(node);
  const tag = entries.find(([key]) => key !== attributesKey && key !== textKey);
  if (!tag) return undefined;
  const [name, content] = tag;
  const attributes = entriesOf(entries.find(([key]) => key === attributesKey)?.[1]);
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, String(value)])),
    children: toElements(content),
    text: toText(content),
  };
}

function toText(content: unknown): string {
  if (!Array.isArray(content)) return '';
  const texts = content.flatMap((node) => entriesOf(node).filter(([key]) => key === textKey));
  return texts.map(([, value]) => String(value)).join('');
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
