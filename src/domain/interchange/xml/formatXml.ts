import type { XmlElement } from './XmlElement';

/** Everything outside the `Char` production of XML 1.0: most control characters, lone surrogates. */
const unholdable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Printable ASCII that stands for itself: most texts, and cheaper to see than to replace. */
const plain = /^[ !#-%'-;=?-~]*$/;

/** Escaped in text and attributes alike; blanks other than the space, so that readers keep them. */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Whether XML 1.0 can hold every character of a text. */
export function isHoldable(text: string): boolean {
  return text.search(unholdable) < 0;
}

/** The text with U+FFFD in place of each character that XML 1.0 cannot hold. */
export function toHoldable(text: string): string {
  return plain.test(text) ? text : text.replace(unholdable, '\uFFFD');
}

/**
 * An XML 1.0 document in UTF-8: declaration, the doctype line when one is given, one element a
 * line, indented by tabs. Characters that XML cannot hold become U+FFFD.
 */
export function formatXml(root: XmlElement, doctype?: string): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', ...(doctype ? [doctype] : [])];
  addElement(lines, root, '');
  return `${lines.join('\n')}\n`;
}

function addElement(lines: string[], element: XmlElement, indent: string): void {
  const { name, children, text } = element;
  let tag = name;
  for (const [key, value] of Object.entries(element.attributes)) {
    tag += ` ${key}="${escapeText(value)}"`;
  }
  if (children.length > 0) {
    lines.push(`${indent}<${tag}>`);
    for (const child of children) addElement(lines, child, `${indent}\t`);
    lines.push(`${indent}</${name}>`);
  } else if (text === '') lines.push(`${indent}<${tag}/>`);
  else lines.push(`${indent}<${tag}>${escapeText(text)}</${name}>`);
}

/** A text as it stands between tags or in an attribute; what XML cannot hold becomes U+FFFD. */
export function escapeText(text: string): string {
  if (plain.test(text)) return text;
  return toHoldable(text).replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}
