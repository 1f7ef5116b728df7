import type { XmlElement } from './XmlElement';

/** Everything outside the `Char` production of XML 1.0: most control characters, lone surrogates. */
const unholdable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

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
  return text.replace(unholdable, '\uFFFD');
}

/**
 * An XML 1.0 document in UTF-8: declaration, the doctype line when one is given, one element a
 * line, indented by tabs. Characters that XML cannot hold become U+FFFD.
 */
export function formatXml(root: XmlElement, doctype?: string): string {
  const head = ['<?xml version="1.0" encoding="UTF-8"?>', ...(doctype ? [doctype] : [])];
  return [...head, ...formatElement(root, ''), ''].join('\n');
}

function formatElement(element: XmlElement, indent: string): readonly string[] {
  const { name, children, text } = element;
  const attributes = Object.entries(element.attributes);
  const open = [name, ...attributes.map(([key, value]) => `${key}="${escapeText(value)}"`)];
  const tag = open.join(' ');
  if (children.length > 0) {
    const inner = children.flatMap((child) => formatElement(child, `${indent}\t`));
    return [`${indent}<${tag}>`, ...inner, `${indent}</${name}>`];
  }
  if (text === '') return [`${indent}<${tag}/>`];
  return [`${indent}<${tag}>${escapeText(text)}</${name}>`];
}

function escapeText(text: string): string {
  return toHoldable(text).replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}
