import fs from 'node:fs';
import { toList, toText } from '../es3/scriptValues';
import type { Session } from '../model/Session';
import type { Dom } from './Dom';
import { ScriptFile } from '../scripting/ScriptFile';
import { importPaths } from './importing';

/** Objects that Premiere has beside its projects; most are left over from services long closed. */
export function defineServices(dom: Dom): void {
  const none = () => 0;
  dom.define('Anywhere', {
    methods: {
      getAuthenticationToken: none,
      getCurrentEditingSessionActiveSequenceURL: none,
      getCurrentEditingSessionSelectionURL: none,
      getCurrentEditingSessionURL: none,
      listProductions: none,
      isProductionOpen: () => false,
      openProduction: () => false,
      openTeamProjectSnapshot: () => false,
      setAuthenticationToken: () => false,
    },
  });
  defineCsxs(dom);
  defineDocument(dom);
  dom.define('SystemCompatibilityReport', {
    construct: () => dom.session,
    methods: { CreateReport: (session, args) => writeReport(session, args) },
    statics: { CreateReport: (_none, args) => writeReport(dom.session, args) },
  });
}

function writeReport(session: Session, [file]: readonly unknown[]): void {
  fs.writeFileSync(new ScriptFile(toText(file)).path, reportOf(session));
}

function defineCsxs(dom: Dom): void {
  dom.define('Csxs', {
    getters: { resourceCentral: (session) => dom.wrap('CsxsResourceCentral', session) },
  });
  dom.define('CsxsResourceCentral', {
    methods: {
      getBrightness: () => '',
      openURL: ({ log }, [address]) => {
        log.push(`openURL ${toText(address)}`);
      },
      validateClient: () => false,
    },
  });
}

/** `document`, the project in front under another name. */
function defineDocument(dom: Dom): void {
  dom.define('Document', {
    methods: { getFilePath: ({ shownProject }) => shownProject?.path ?? '' },
    mutators: {
      importFiles: {
        run: ({ shownProject }: Session, args: readonly unknown[]) => {
          if (!shownProject) return false;
          importPaths(dom, shownProject, toList(args[0]).map(toText));
          return true;
        },
        pretend: () => true,
      },
    },
  });
  dom.realm.global['document'] = dom.wrap('Document', dom.session);
}

function reportOf({ version, projects }: Session): string {
  return [
    'System Compatibility Report',
    `Premiere Pro ${version}`,
    `${process.platform} ${process.arch}`,
    `Open projects: ${projects.length}`,
    '',
  ].join('\n');
}
