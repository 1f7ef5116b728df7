import type { HostClass } from '../es3/HostClass';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toAnyText, toNumber, toText } from '../es3/scriptValues';
import { xmpConstants } from './xmpConstants';
import { installXmpDates } from './xmpDates';
import { installXmpFiles } from './xmpFiles';
import { dumpXmp, XmpMeta } from './XmpMeta';
import { XmpNamespaces } from './XmpNamespaces';
import { optionsOf, type XmpNode } from './XmpNode';
import { installXmpUtils } from './xmpUtils';

type Args = readonly unknown[];

/** A property as scripts hold it: a copy. */
interface XmpProperty {
  readonly namespace: string;
  readonly path: string;
  readonly node: XmpNode;
  /** How the value is wanted: a name of `XMPConst` in lower case. */
  readonly type: string;
}

/** Puts Adobe's XMP library into a context, as `lib:AdobeXMPScript` does when it is loaded. */
export function installXmp(realm: ScriptRealm): void {
  if (realm.global['XMPMeta'] !== undefined) return;
  const namespaces = new XmpNamespaces();
  realm.define(propertyClass);
  realm.define(iteratorClass);
  realm.define(metaClass(realm, namespaces));
  installXmpDates(realm);
  installXmpUtils(realm);
  installXmpFiles(realm, namespaces);
  realm.global['XMPConst'] = realm.record(xmpConstants);
}

const propertyClass: HostClass<XmpProperty> = {
  name: 'XMPProperty',
  isValue: true,
  getters: {
    value: ({ node, type }) => typed(node.value, type),
    namespace: ({ namespace }) => namespace,
    path: ({ path }) => path,
    options: ({ node }) => optionsOf(node),
    locale: ({ node }) => node.qualifiers.find(({ name }) => name === 'xml:lang')?.value ?? '',
  },
  methods: {
    toString: ({ node }: XmpProperty) => node.value,
    valueOf: ({ node }: XmpProperty) => node.value,
  },
};

const iteratorClass: HostClass<{ readonly left: object[] }> = {
  name: 'XMPIterator',
  isValue: true,
  methods: {
    next: ({ left }) => left.shift() ?? null,
    skipSubtree: () => undefined,
    skipSiblings: ({ left }) => void left.splice(0),
  },
};

function typed(value: string, type: string): unknown {
  if (type === 'integer') return parseInt(value, 10);
  if (type === 'number') return Number(value);
  return type === 'boolean' ? /^(true|t|1)$/i.test(value) : value;
}

/** What scripts set: flags as XMP writes them, anything else as its text. */
function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === undefined || value === null ? '' : toAnyText(value);
}

function metaClass(realm: ScriptRealm, namespaces: XmpNamespaces): HostClass<XmpMeta> {
  return {
    name: 'XMPMeta',
    isValue: true,
    construct: ([packet]) => new XmpMeta(packetText(packet), namespaces),
    methods: {
      ...readingMethods(realm),
      ...itemMethods(realm),
      ...partMethods(realm),
      ...writingMethods(realm),
    },
    statics: namespaceStatics(namespaces),
  };
}

/** A packet comes as text or as the bytes of `serializeToArray`. */
function packetText(packet: unknown): string {
  if (packet === undefined || packet === null) return '';
  if (typeof packet !== 'object') return toText(packet);
  const { length } = packet as { readonly length?: unknown };
  if (typeof length !== 'number') return toAnyText(packet);
  return Buffer.from(packet as ArrayLike<number>).toString('utf8');
}

function wrapNode(realm: ScriptRealm, given: Omit<XmpProperty, 'node'>, node?: XmpNode) {
  return node && realm.wrap('XMPProperty', { ...given, node });
}

function readingMethods(realm: ScriptRealm) {
  return {
    getProperty: (meta: XmpMeta, [namespace, name, type]: Args) => {
      const [space, path] = [needed(namespace), needed(name)];
      const given = { namespace: space, path, type: valueText(type) };
      return wrapNode(realm, given, meta.find(space, path));
    },
    doesPropertyExist: (meta: XmpMeta, [namespace, name]: Args) =>
      meta.find(needed(namespace), needed(name)) !== undefined,
    getLocalizedText: (meta: XmpMeta, [namespace, name, generic, specific]: Args) => {
      const [space, path] = [needed(namespace), needed(name)];
      const node = meta.localized(space, path, [valueText(specific), valueText(generic)]);
      return wrapNode(realm, { namespace: space, path, type: '' }, node);
    },
    iterator: (meta: XmpMeta, [options, namespace, name]: Args) => {
      const found = meta.walk(
        options === undefined ? 0 : toNumber(options),
        valueText(namespace),
        valueText(name),
      );
      const left = found.map((each) => realm.wrap('XMPProperty', { ...each, type: '' }));
      return realm.wrap('XMPIterator', { left });
    },
    dumpObject: dumpXmp,
    toString: () => '[object XMPMeta]',
  };
}

function itemMethods(realm: ScriptRealm) {
  const itemPath = (name: unknown, index: unknown): string => {
    const at = toNumber(index);
    return `${needed(name)}[${at < 0 ? 'last()' : at}]`;
  };
  return {
    countArrayItems: (meta: XmpMeta, [namespace, name]: Args) =>
      meta.find(needed(namespace), needed(name))?.children.length ?? 0,
    getArrayItem: (meta: XmpMeta, [namespace, name, index]: Args) => {
      const [space, path] = [needed(namespace), itemPath(name, index)];
      return wrapNode(realm, { namespace: space, path, type: '' }, meta.find(space, path));
    },
    doesArrayItemExist: (meta: XmpMeta, [namespace, name, index]: Args) =>
      meta.find(needed(namespace), itemPath(name, index)) !== undefined,
    deleteArrayItem: (meta: XmpMeta, [namespace, name, index]: Args) =>
      meta.remove(needed(namespace), itemPath(name, index)),
    setArrayItem: (meta: XmpMeta, [namespace, name, index, value, options]: Args) =>
      meta.set(needed(namespace), itemPath(name, index), {
        value: valueText(value),
        options: optionBits(options),
      }),
    insertArrayItem: (meta: XmpMeta, [namespace, name, index, value, options]: Args) =>
      meta.insert(needed(namespace), needed(name), {
        index: toNumber(index),
        value: valueText(value),
        options: optionBits(options),
      }),
    appendArrayItem: (meta: XmpMeta, [namespace, name, ...rest]: Args) =>
      meta.append(needed(namespace), needed(name), toAppended(rest)),
  };
}

/** Value, its options, the array's; samples also put the array's options first. */
function toAppended([first, second, third]: Args) {
  const isArrayFirst = typeof first === 'number' && typeof second === 'string';
  const [value, options, arrayOptions] = isArrayFirst
    ? [second, third, first]
    : [first, second, third];
  return {
    value: valueText(value),
    options: optionBits(options),
    arrayOptions: optionBits(arrayOptions),
  };
}

/** Fields and qualifiers: the same four calls. */
function partMethods(realm: ScriptRealm) {
  const four = (kind: 'StructField' | 'Qualifier', mark: '/' | '/?') => {
    const pathTo = (meta: XmpMeta, [, holder, space, name]: Args): string =>
      `${needed(holder)}${mark}${meta.nameOf(needed(space), needed(name))}`;
    return {
      [`get${kind}`]: (meta: XmpMeta, args: Args) => {
        const [namespace, path] = [needed(args[0]), pathTo(meta, args)];
        return wrapNode(realm, { namespace, path, type: '' }, meta.find(namespace, path));
      },
      [`set${kind}`]: (meta: XmpMeta, args: Args) =>
        meta.set(needed(args[0]), pathTo(meta, args), {
          value: valueText(args[4]),
          options: optionBits(args[5]),
        }),
      [`does${kind}Exist`]: (meta: XmpMeta, args: Args) =>
        meta.find(needed(args[0]), pathTo(meta, args)) !== undefined,
      [`delete${kind}`]: (meta: XmpMeta, args: Args) =>
        meta.remove(needed(args[0]), pathTo(meta, args)),
    };
  };
  return { ...four('StructField', '/'), ...four('Qualifier', '/?') };
}

function writingMethods(realm: ScriptRealm) {
  const serialize = (meta: XmpMeta, [options]: Args) => meta.serialize(optionBits(options));
  return {
    setProperty: (meta: XmpMeta, [namespace, name, value, options]: Args) =>
      meta.set(needed(namespace), needed(name), {
        value: valueText(value),
        options: optionBits(options),
      }),
    setLocalizedText: (meta: XmpMeta, [namespace, name, , language, value]: Args) =>
      meta.setLocalized(needed(namespace), needed(name), {
        language: valueText(language),
        value: valueText(value),
      }),
    deleteProperty: (meta: XmpMeta, [namespace, name]: Args) =>
      meta.remove(needed(namespace), needed(name)),
    sort: () => undefined,
    serialize,
    serializeToArray: (meta: XmpMeta, args: Args) =>
      realm.array([...Buffer.from(serialize(meta, args), 'utf8')]),
  };
}

function namespaceStatics(namespaces: XmpNamespaces) {
  return {
    registerNamespace: (_none: undefined, [uri, prefix]: Args) =>
      namespaces.register(needed(uri), needed(prefix)),
    deleteNamespace: (_none: undefined, [uri]: Args) => namespaces.forget(needed(uri)),
    getNamespacePrefix: (_none: undefined, [uri]: Args) => namespaces.prefixOf(needed(uri)),
    getNamespaceURI: (_none: undefined, [prefix]: Args) => namespaces.uriOf(needed(prefix)),
    dumpNamespaces: () => namespaces.dump(),
    dumpAliases: () => '',
  };
}

function optionBits(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function needed(value: unknown): string {
  if (value === undefined) throw new ScriptError(scriptErrorTexts.notEnough);
  return toText(value);
}
