import path from 'node:path';
import fs from 'node:fs';
import { UserFacingError } from '../../../contract/UserFacingError';
import { toText } from '../es3/scriptValues';
import { zeroTicks } from '../../../domain/time/Ticks';
import type { Session } from '../model/Session';
import type { Dom } from './Dom';

/** `app` and what hangs on it. */
export function defineApplication(dom: Dom): void {
  const monitor = { item: null };
  definePreferences(dom);
  defineSourceMonitor(dom);
  dom.define('ProjectCollection', {
    collection: {
      counter: 'numProjects',
      count: (projects) => projects.length,
      at: (projects, index) => {
        const project = projects[index];
        return project ? dom.wrap('Project', project) : undefined;
      },
    },
  });
  dom.define('Application', {
    getters: {
      project: ({ focused }) => (focused ? dom.wrap('Project', focused) : undefined),
      projects: ({ projects }) => dom.wrap('ProjectCollection', projects),
      encoder: (session) => dom.wrap('Encoder', session),
      version: ({ version }) => version,
      build: ({ version }) => `${version}x1`,
      path: () => process.execPath,
      userGuid: () => '',
      properties: ({ preferences }) => dom.wrap('Properties', preferences),
      sourceMonitor: () => dom.wrap('SourceMonitor', monitor),
    },
    methods: { ...listening(dom), ...views(dom), ...settings(dom) },
    mutators: opening(dom),
  });
}

function listening(dom: Dom) {
  const { applicationEvents } = dom.services;
  return {
    bind: (_session: Session, [name, handler]: readonly unknown[]) => {
      applicationEvents.bind(toText(name), handler);
    },
    unbind: (_session: Session, [name]: readonly unknown[]) => {
      applicationEvents.bind(toText(name), undefined);
    },
    setSDKEventMessage: ({ alerts }: Session, [text, kind]: readonly unknown[]) => {
      alerts.push(`${kind === undefined ? 'info' : toText(kind)}: ${toText(text)}`);
      return true;
    },
  };
}

/** Project panels: one to each open project, and nothing is ever selected in them. */
function views(dom: Dom) {
  return {
    isDocumentOpen: ({ projects }: Session) => projects.length > 0,
    isDocument: (_session: Session, [file]: readonly unknown[]) =>
      fs.existsSync(path.resolve(toText(file))),
    getCurrentProjectViewSelection: () => null,
    getProjectViewSelection: () => null,
    getProjectViewIDs: ({ projects }: Session) =>
      dom.realm.array(projects.map(({ documentId }) => documentId)),
    getProjectFromViewID: ({ projects }: Session, [viewId]: readonly unknown[]) => {
      const project = projects.find(({ documentId }) => documentId === viewId);
      return project ? dom.wrap('Project', project) : undefined;
    },
  };
}

function settings(dom: Dom) {
  return {
    enableQE: (session: Session) => {
      dom.realm.global['qe'] = dom.wrap('QEApplication', session);
      return true;
    },
    setExtensionPersistent: () => true,
    setScratchDiskPath: () => true,
    getEnableProxies: () => 0,
    setEnableProxies: () => true,
    getWorkspaces: () => dom.realm.array(['Editing']),
    setWorkspace: () => true,
  };
}

function opening(dom: Dom) {
  const open = (create: boolean) => ({
    run: (_session: Session, [file]: readonly unknown[]) => {
      try {
        dom.services.openProject(path.resolve(toText(file)), create);
        return true;
      } catch (cause) {
        if (!(cause instanceof UserFacingError)) throw cause;
        // Premiere says it in a dialog; here the message is kept and the script hears false.
        dom.session.alerts.push(cause.message);
        return false;
      }
    },
    pretend: () => true,
  });
  return { openDocument: open(false), newProject: open(true) };
}

function definePreferences(dom: Dom): void {
  dom.define('Properties', {
    methods: {
      doesPropertyExist: (preferences, [key]) => preferences.has(toText(key)),
      getProperty: (preferences, [key]) => preferences.get(toText(key)),
      isPropertyReadOnly: () => false,
    },
    mutators: {
      setProperty: {
        run: (preferences, [key, value]) => {
          preferences.set(toText(key), String(value));
          return true;
        },
        pretend: () => true,
      },
      clearProperty: { run: (preferences, [key]) => preferences.delete(toText(key)) },
    },
  });
}

function defineSourceMonitor(dom: Dom): void {
  dom.define('SourceMonitor', {
    methods: {
      openProjectItem: (monitor, [item]) => {
        monitor.item = dom.demand('ProjectItem', item);
        return true;
      },
      closeClip: (monitor) => {
        monitor.item = null;
        return true;
      },
      closeAllClips: (monitor) => {
        monitor.item = null;
        return true;
      },
      play: () => true,
      getPosition: () => dom.time(zeroTicks),
      getProjectItem: ({ item }) => (item ? dom.wrap('ProjectItem', item) : null),
    },
  });
}
