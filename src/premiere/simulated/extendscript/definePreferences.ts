import { toText } from '../es3/scriptValues';
import type { Dom } from './Dom';

/** `app.properties`, preferences by key, and `app.metadata`, which nobody documents. */
export function definePreferences(dom: Dom): void {
  dom.define('Properties', {
    methods: {
      doesPropertyExist: (preferences, [key]) => preferences.has(toText(key)),
      getProperty: (preferences, [key]) => preferences.get(toText(key)),
      isPropertyReadOnly: () => false,
    },
    mutators: {
      setProperty: {
        run: (preferences, [key, value, , creates]) => {
          const name = toText(key);
          const makesIt = creates === undefined || Boolean(creates);
          if (preferences.has(name) || makesIt) preferences.set(name, String(value));
          return null;
        },
        pretend: () => null,
      },
      clearProperty: {
        run: (preferences, [key]) => preferences.delete(toText(key)),
        pretend: () => true,
      },
    },
  });
  const nothing = () => undefined;
  dom.define('Metadata', {
    getters: { getMetadata: () => '' },
    methods: {
      addMarker: nothing,
      deleteMarker: nothing,
      updateMarker: nothing,
      setMarkerData: nothing,
      setMetadataValue: nothing,
    },
  });
}
