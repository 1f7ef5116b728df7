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
 * for each of thousands of items is most of the time that a reading of the project takes. Empty for
 * a property that is no element; null where the text alone does not tell: escapes, nested elements,
 * an unusual form. It looks for the name and then at what stands before: all tags of a packet begin
 * alike, so that a search for a whole tag compares every one of them nearly to its end.
 */
export function scanElement(packet: string, prefix: string, name: string): string | null {
  const opening = '<' + prefix;
  const wanted = ':' + name;
  let at = positionIn(packet, wanted, 0);
  while (at >= 0 && !isTag(packet, opening, { start: at, end: at + wanted.length })) {
    at = positionIn(packet, wanted, at + 1);
  }
  if (at < 0) return '';
  const from = at + wanted.length;
  const to = positionIn(packet, '<', from);
  const value = packet.substring(from + 1, to);
  const isText = packet.charAt(from) === '>' && packet.charAt(to + 1) === '/';
  return isText && positionIn(value, '&', 0) < 0 ? value : null;
}

/** Whether a name that was found is the whole name of an opening tag. */
function isTag(packet: string, opening: string, name: { start: number; end: number }): boolean {
  const after = packet.charAt(name.end);
  if (after !== '>' && after !== '/' && after > ' ') return false;
  return packet.substring(name.start - opening.length, name.start) === opening;
}
