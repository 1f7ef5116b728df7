import type { ScriptRealm } from '../es3/ScriptRealm';
import type { Session } from '../model/Session';
import { installBridgeTalk } from './bridgeTalk';
import type { DialogAnswers } from './DialogAnswers';
import { installDollar } from './dollar';
import { installFiles } from './fileClasses';
import { FileSystem } from './FileSystem';
import type { HandlerTable } from './HandlerTable';
import { installLibraries, type CsxsEvent } from './libraries';
import { installDialogWindows } from './scriptUi';
import { installSocket } from './socket';
import { installXml } from './xmlClasses';

/** What the scripting language needs from the application around it. */
interface ScriptingParts {
  readonly realm: ScriptRealm;
  readonly session: Session;
  readonly onCsxsEvent: (event: CsxsEvent) => void;
  /** Calls functions of scripts between scripts. */
  readonly later: HandlerTable;
  readonly answers?: DialogAnswers;
}

/** Puts into a context what ExtendScript has beside the language: `$`, files, dialogs, libraries. */
export function installScripting(parts: ScriptingParts): void {
  const { realm, session, onCsxsEvent, later, answers = {} } = parts;
  const system = new FileSystem(
    answers,
    (text) => session.alerts.push(text),
    (path) => session.log.push(`A script wanted to open ${path}`),
  );
  installFiles(realm, system);
  installDollar({ realm, session, system });
  installDialogs(realm, session, answers);
  installDialogWindows(realm, (text) => session.alerts.push(text));
  installLibraries(realm, onCsxsEvent);
  installBridgeTalk({ realm, session, later });
  installSocket(realm);
  installXml(realm);
  installDictionary(realm);
}

/** What would be shown is kept, and a question is declined unless its answer is known. */
function installDialogs(realm: ScriptRealm, session: Session, answers: DialogAnswers): void {
  const show = (text: unknown) => void session.alerts.push(String(text));
  realm.global['alert'] = realm.function(([text]) => show(text));
  realm.global['confirm'] = realm.function(([text]) => {
    show(text);
    return answers.confirm ?? false;
  });
  realm.global['prompt'] = realm.function(([text]) => {
    show(text);
    return answers.prompt ?? null;
  });
}

function installDictionary(realm: ScriptRealm): void {
  realm.define({
    name: 'Dictionary',
    isValue: true,
    methods: {
      getClass: () => null,
      getClasses: () => realm.array([]),
      getGroups: () => realm.array([]),
      toXML: () => '',
    },
  });
}
