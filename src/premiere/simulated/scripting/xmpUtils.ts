import type { ScriptRealm } from '../es3/ScriptRealm';
import { toNumber, toText } from '../es3/scriptValues';
import type { XmpMeta } from './XmpMeta';

type Args = readonly unknown[];

/** Puts `XMPUtils` into a context: paths made from their parts, arrays joined and separated. */
export function installXmpUtils(realm: ScriptRealm): void {
  realm.define({
    name: 'XMPUtils',
    isValue: true,
    construct: () => ({}),
    statics: {
      composeArrayItemPath: (_none, [, name, index]: Args) =>
        `${toText(name)}[${toNumber(index) < 0 ? 'last()' : toNumber(index)}]`,
      composeStructFieldPath: (_none, [, name, , field]: Args) =>
        `${toText(name)}/${toText(field)}`,
      composeQualifierPath: (_none, [, name, , qualifier]: Args) =>
        `${toText(name)}/?${toText(qualifier)}`,
      composeLangSelector: (_none, [, name, language]: Args) =>
        `${toText(name)}[?xml:lang="${toText(language)}"]`,
      composeFieldSelector: (_none, [, name, , field, value]: Args) =>
        `${toText(name)}[${toText(field)}="${toText(value)}"]`,
      catenateArrayItems: (_none, [meta, namespace, name, separator = '; ']: Args) =>
        metaOf(realm, meta)
          ?.find(toText(namespace), toText(name))
          ?.children.map(({ value }) => value)
          .join(toText(separator)) ?? '',
      separateArrayItems: (_none, args: Args) => separate(realm, args),
      removeProperties: (_none, [meta, namespace, name]: Args) =>
        metaOf(realm, meta)?.remove(toText(namespace), toText(name)),
    },
  });
}

function separate(realm: ScriptRealm, [meta, namespace, name, , text]: Args): void {
  const items = String(text)
    .split(/;/)
    .map((part) => part.trim());
  for (const value of items.filter((part) => part !== '')) {
    const given = { value, options: 0, arrayOptions: 0x200 };
    metaOf(realm, meta)?.append(toText(namespace), toText(name), given);
  }
}

function metaOf(realm: ScriptRealm, value: unknown): XmpMeta | undefined {
  return realm.targetOf('XMPMeta', value) as XmpMeta | undefined;
}
