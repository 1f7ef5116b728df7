import type { ScriptRealm } from '../es3/ScriptRealm';
import type { HostClass } from '../es3/HostClass';
import { toNumber, toText } from '../es3/scriptValues';
import { XmpPacket } from './XmpPacket';

/** Namespaces by the names scripts use for them. */
const xmpConstants: Readonly<Record<string, string>> = {
  NS_DC: 'http://purl.org/dc/elements/1.1/',
  NS_XMP: 'http://ns.adobe.com/xap/1.0/',
  NS_XMP_MM: 'http://ns.adobe.com/xap/1.0/mm/',
  NS_XMP_RIGHTS: 'http://ns.adobe.com/xap/1.0/rights/',
  NS_DM: 'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
  NS_RDF: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  NS_TIFF: 'http://ns.adobe.com/tiff/1.0/',
  NS_EXIF: 'http://ns.adobe.com/exif/1.0/',
  NS_PHOTOSHOP: 'http://ns.adobe.com/photoshop/1.0/',
};

interface XmpProperty {
  readonly namespace: string;
  readonly path: string;
  readonly value: string;
}

/** Puts Adobe's XMP library into a context, as `lib:AdobeXMPScript` does when it is loaded. */
export function installXmp(realm: ScriptRealm): void {
  realm.define(propertyClass);
  realm.define(metaClass(realm));
  realm.global['XMPConst'] = realm.record(xmpConstants);
}

const propertyClass: HostClass<XmpProperty> = {
  name: 'XMPProperty',
  getters: {
    value: ({ value }) => value,
    namespace: ({ namespace }) => namespace,
    path: ({ path }) => path,
    options: () => 0,
  },
  methods: {
    toString: (property: XmpProperty) => property.value,
    valueOf: (property: XmpProperty) => property.value,
  },
};

function metaClass(realm: ScriptRealm): HostClass<XmpPacket> {
  const property = (namespace: string, path: string, value: string | undefined) =>
    value === undefined
      ? undefined
      : realm.wrap('XMPProperty', { namespace, path, value } satisfies XmpProperty);
  return {
    name: 'XMPMeta',
    construct: ([text]) => new XmpPacket(text === undefined ? '' : toText(text)),
    methods: {
      getProperty: (packet, [namespace, name]) => {
        const [space, path] = [toText(namespace), toText(name)];
        return property(space, path, packet.get(space, path));
      },
      setProperty: (packet, [namespace, name, value]) => {
        packet.set(toText(namespace), toText(name), String(value));
      },
      doesPropertyExist: (packet, [namespace, name]) =>
        packet.get(toText(namespace), toText(name)) !== undefined,
      deleteProperty: (packet, [namespace, name]) => {
        packet.delete(toText(namespace), toText(name));
      },
      countArrayItems: (packet, [namespace, name]) =>
        packet.items(toText(namespace), toText(name)).length,
      getArrayItem: (packet, [namespace, name, index]) => {
        const [space, path] = [toText(namespace), toText(name)];
        return property(space, path, packet.items(space, path)[toNumber(index) - 1]);
      },
      appendArrayItem: (packet, [namespace, name, value]) => {
        packet.append(toText(namespace), toText(name), toText(value));
      },
      serialize: (packet) => packet.serialize(),
    },
  };
}
