import { positionIn } from './hostValues';

/** The prefix that stands for a namespace in a packet; empty when it is not declared once and for all. */
export function prefixOf(packet: string, namespace: string): string {
  const end = positionIn(packet, '="' + namespace + '"', 0);
  if (end < 0) return '';
  let start = end;
  while (start > 0 && packet.charAt(start - 1) !== ':') start -= 1;
  return packet.substring(start, end);
}

/**
 * Reads a simple property from a packet's text, without Adobe's XMP library: building its object
 * for each of thousands of items is most of the time that a reading of the project takes.
 * `opening` is the beginning of its tag, without the end. Empty for a property that is no element;
 * null where the text alone does not tell: escapes, nested elements, an unusual form.
 */
export function scanElement(packet: string, opening: string): string | null {
  let start = positionIn(packet, opening, 0);
  while (start >= 0 && isOfName(packet.charAt(start + opening.length))) {
    start = positionIn(packet, opening, start + 1);
  }
  if (start < 0) return '';
  const from = start + opening.length;
  const to = positionIn(packet, '<', from);
  const value = packet.substring(from + 1, to);
  const isText = packet.charAt(from) === '>' && packet.charAt(to + 1) === '/';
  return isText && positionIn(value, '&', 0) < 0 ? value : null;
}

/** Whether a name goes on: what was found is the beginning of a longer one. */
function isOfName(character: string): boolean {
  return character !== '>' && character !== '/' && character > ' ';
}
