import { ScriptError } from '../es3/ScriptError';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toText } from '../es3/scriptValues';
import { installXmp } from './xmpClasses';

/** What the bridge of a panel hears. */
export interface CsxsEvent {
  type: string;
  data: string;
}

interface ScriptEvent extends CsxsEvent {
  scope: string;
}

interface Library {
  readonly name: string;
  log: boolean;
  searchFolders: string;
}

/** Libraries that can be loaded, by their names without `lib:` and ending. */
const knownLibraries = ['AdobeXMPScript', 'PlugPlugExternalObject'];

/** Puts `ExternalObject` into a context: the door to Adobe's XMP library and to the panels' events. */
export function installLibraries(
  realm: ScriptRealm,
  onCsxsEvent: (event: CsxsEvent) => void,
): void {
  const load = (name: string): Library => {
    if (name === 'AdobeXMPScript') installXmp(realm);
    else if (name === 'PlugPlugExternalObject') installCsxsEvents(realm, onCsxsEvent);
    // The text is not established; that it throws is.
    else throw new ScriptError(`I/O error: no library ${name}`);
    return { name, log: false, searchFolders: '' };
  };
  realm.define<Library>({
    name: 'ExternalObject',
    isValue: true,
    construct: ([library]) => load(libraryName(library)),
    getters: {
      log: ({ log }) => log,
      searchFolders: ({ searchFolders }) => searchFolders,
      version: () => 1,
    },
    setters: {
      log: (library, value) => {
        library.log = Boolean(value);
      },
      searchFolders: (library, value) => {
        library.searchFolders = String(value);
      },
    },
    methods: {
      unload: () => undefined,
      terminate: () => undefined,
      search: (_l, args) => isKnown(args),
    },
    statics: { search: (_none, args) => isKnown(args) },
  });
}

function isKnown([library]: readonly unknown[]): boolean {
  return knownLibraries.includes(libraryName(library));
}

function libraryName(library: unknown): string {
  return toText(library)
    .replace(/^lib:/, '')
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:dll|bundle|framework)$/i, '');
}

function installCsxsEvents(realm: ScriptRealm, onCsxsEvent: (event: CsxsEvent) => void): void {
  realm.define<ScriptEvent>({
    name: 'CSXSEvent',
    isValue: true,
    construct: ([type, scope, data]) => ({
      type: optionalText(type),
      scope: scope === undefined ? 'APPLICATION' : toText(scope),
      data: optionalText(data),
    }),
    getters: {
      type: ({ type }) => type,
      data: ({ data }) => data,
      scope: ({ scope }) => scope,
      appId: () => 'PPRO',
      extensionId: () => '',
    },
    setters: {
      type: (event, value) => {
        event.type = toText(value);
      },
      data: (event, value) => {
        event.data = String(value);
      },
      scope: (event, value) => {
        event.scope = toText(value);
      },
      appId: () => undefined,
      extensionId: () => undefined,
    },
    methods: { dispatch: ({ type, data }) => onCsxsEvent({ type, data }) },
  });
}

function optionalText(value: unknown): string {
  return value === undefined ? '' : toText(value);
}
