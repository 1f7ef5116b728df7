/** An XML element whose text and child elements are looked at apart; mixed content is not kept in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All character data directly inside, joined; blanks are kept. */
  readonly text: string;
}

/** A new element holding either text or children; `undefined` children are left out. */
export function xmlElement(
  name: string,
  content: string | readonly (XmlElement | undefined)[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return typeof content === 'string'
    ? { name, attributes, children: [], text: content }
    : { name, attributes, children: content.filter((child) => child !== undefined), text: '' };
}

/** The first child of that name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** All children of that name, in order. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the first child of that name, blanks kept; undefined when there is no such child. */
export function textOf(parent: XmlElement | undefined, name: string): string | undefined {
  return childOf(parent, name)?.text;
}
