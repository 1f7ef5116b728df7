import { toFlag, toText } from '../es3/scriptValues';
import type { Session } from '../model/Session';
import type { Dom } from './Dom';

/** Workspaces that come with Premiere. */
const workspaces: readonly string[] = [
  'All Panels',
  'Assembly',
  'Audio',
  'Captions',
  'Color',
  'Editing',
  'Effects',
  'Graphics',
  'Learning',
  'Libraries',
  'Metalogging',
  'Production',
];

/** Switches of the application; none of them changes a project. */
export function applicationSettings(dom: Dom) {
  return {
    enableQE: (session: Session) => {
      dom.realm.global['qe'] = dom.wrap('QEApplication', session);
      return true;
    },
    setExtensionPersistent: () => true,
    setScratchDiskPath: ({ scratchDisks }: Session, [folder, type]: readonly unknown[]) => {
      scratchDisks.set(toText(type), toText(folder));
      return true;
    },
    getEnableProxies: ({ enablesProxies }: Session) => Number(enablesProxies),
    setEnableProxies: (session: Session, [state]: readonly unknown[]) => {
      session.enablesProxies = toFlag(state);
      return 1;
    },
    setEnableTranscodeOnIngest: (session: Session, [state]: readonly unknown[]) => {
      session.transcodesOnIngest = toFlag(state);
      return true;
    },
    getWorkspaces: () => dom.realm.array(workspaces),
    setWorkspace: (session: Session, [name]: readonly unknown[]) => {
      const wanted = toText(name);
      if (!workspaces.includes(wanted)) return false;
      session.workspace = wanted;
      return true;
    },
    quit: (session: Session) => {
      session.hasQuit = true;
    },
    broadcastPrefsChanged: () => true,
    refresh: () => undefined,
    showCursor: () => undefined,
    getConstant: () => undefined,
    getCCXUserJSONData: () => '',
  };
}
