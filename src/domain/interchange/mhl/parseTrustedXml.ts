import { parseXml } from '../xml/parseXml';
import type { XmlElement } from '../xml/XmlElement';

/** The root of a document that is well-formed from its first character to its last, or why not. */
export type TrustedXml =
  | { readonly root: XmlElement; readonly defect: null }
  | { readonly root: null; readonly defect: string };

/**
 * Reads XML that is to vouch for other files. Our XML reader is lenient: it takes a closing tag of
 * another name, or text around the root. A manifest like that is not read at all.
 */
export function parseTrustedXml(text: string): TrustedXml {
  const broken = findDefect(text.replace(/^\uFEFF/, ''));
  if (broken) return { root: null, defect: broken };
  const { root, defect } = parseXml(text);
  if (root && defect === '') return { root, defect: null };
  return { root: null, defect: defect || 'it holds no XML element' };
}

const name = String.raw`[\p{L}_:][\p{L}\p{N}_:.\-\u00B7]*`;
const reference = String.raw`&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);`;
const attribute = String.raw`\s+${name}\s*=\s*(?:"(?:[^<&"]|${reference})*"|'(?:[^<&']|${reference})*')`;

/** One piece of a document; what none of them matches is a defect. No document types: no entities. */
const piece = new RegExp(
  [
    String.raw`(?<skipped><\?xml(?:${attribute})+\s*\?>|<!--(?:(?!--)[^])*-->)`,
    String.raw`</(?<closed>${name})\s*>`,
    String.raw`<(?<opened>${name})(?:${attribute})*\s*(?<empty>/?)>`,
    String.raw`(?<text>(?:[^<&]+|${reference})+|<!\[CDATA\[(?:(?!\]\]>)[^])*\]\]>)`,
  ].join('|'),
  'uy',
);

interface Walk {
  /** Names of the elements that are open, outermost first. */
  readonly open: string[];
  roots: number;
}

/** Where a text stops being XML (XML 1.0, section 2.1), in words; undefined when it never does. */
function findDefect(text: string): string | undefined {
  const walk: Walk = { open: [], roots: 0 };
  piece.lastIndex = 0;
  let place = 0;
  while (place < text.length) {
    const match = piece.exec(text);
    if (!match?.groups || !takePiece(match.groups, walk)) {
      return `line ${text.slice(0, place).split('\n').length} is not well-formed`;
    }
    place = piece.lastIndex;
  }
  const last = walk.open.at(-1);
  return last === undefined ? undefined : `it breaks off before </${last}>`;
}

/** Whether a piece may stand where it stands: one root, tags in pairs, outside of it only blanks. */
function takePiece(groups: Readonly<Record<string, string>>, walk: Walk): boolean {
  const { opened, closed, empty, text } = groups;
  if (opened !== undefined) return openElement(opened, empty === '', walk);
  if (closed !== undefined) return walk.open.pop() === closed;
  return text === undefined || walk.open.length > 0 || text.trim() === '';
}

function openElement(name: string, staysOpen: boolean, walk: Walk): boolean {
  if (walk.open.length === 0) walk.roots += 1;
  if (staysOpen) walk.open.push(name);
  return walk.roots === 1;
}
