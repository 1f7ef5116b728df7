import { XMLParser } from 'fast-xml-parser';
import { elementAt, type PrprojElement } from './PrprojElement';

/** The element of a document that holds everything, or why there is none. */
type ParsedPrprojXml =
  | { readonly data: PrprojElement; readonly defect: null }
  | { readonly data: null; readonly defect: string };

/** Effects nest in graphics in sequences; nothing of Premiere's comes near. */
const deepestNesting = 600;

/**
 * Reads the XML of a project of Premiere as it stands: no number is guessed, no blank of a text
 * trimmed. A document type is refused, because Premiere writes none and its entities can grow
 * without end; so is a text that breaks off, because what stood behind is not known.
 */
export function parsePrprojXml(text: string): ParsedPrprojXml {
  const start = text.slice(0, 2000);
  if (!start.includes('<PremiereData')) return refused('it is no XML of Adobe Premiere');
  if (start.includes('<!DOCTYPE')) return refused('it declares a document type');
  if (!/<\/PremiereData\s*>[\0\s]*$/.test(text.slice(-200))) {
    return refused('it breaks off before </PremiereData>');
  }
  try {
    const document: unknown = createParser().parse(text.replace(/^\uFEFF/, ''));
    const data = elementAt(document as PrprojElement, 'PremiereData');
    return data ? { data, defect: null } : refused('it is no XML of Adobe Premiere');
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(defect: string): ParsedPrprojXml {
  return { data: null, defect };
}

function createParser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: deepestNesting,
    // The blanks between elements would be half of everything that is kept.
    tagValueProcessor: (...[, value, , , isLeaf]) => (isLeaf ? value : ''),
  });
}
