import { positionIn } from './hostValues';

/** What a look at an XMP packet's text gave for one property. */
interface ScannedProperty {
  /** False where the text alone does not tell: escapes, nested elements, an unusual form. */
  readonly isPlain: boolean;
  /** Empty when the property is absent. */
  readonly value: string;
}

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
 */
export function scanProperty(packet: string, prefix: string, name: string): ScannedProperty {
  const opening = '<' + prefix + ':' + name + '>';
  const start = positionIn(packet, opening, 0);
  if (start < 0) return { isPlain: positionIn(packet, ':' + name, 0) < 0, value: '' };
  const from = start + opening.length;
  const to = positionIn(packet, '<', from);
  const value = packet.substring(from, to);
  const isPlain = packet.charAt(to + 1) === '/' && positionIn(value, '&', 0) < 0;
  return { isPlain: isPlain, value: value };
}
