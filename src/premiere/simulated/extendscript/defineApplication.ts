import { toText } from '../es3/scriptValues';
import type { Session } from '../model/Session';
import { openingMutators, openingReaders } from './applicationOpening';
import { applicationPaths, buildNumber } from './applicationPaths';
import { applicationSettings } from './applicationSettings';
import { defineEnumerations } from './defineEnumerations';
import { definePreferences } from './definePreferences';
import { defineProduction, openProduction } from './defineProduction';
import { defineProjectManager } from './defineProjectManager';
import { defineServices } from './defineServices';
import { defineSourceMonitor } from './defineSourceMonitor';
import type { Dom } from './Dom';
import { projectViews } from './projectViews';

/** Name under which the function that `app` holds for arriving items is bound. */
const itemAdded = 'onItemAddedToProjectSuccess';

/** `app` and what hangs on it. */
export function defineApplication(dom: Dom): void {
  definePreferences(dom);
  defineSourceMonitor(dom);
  defineProduction(dom);
  defineServices(dom);
  defineEnumerations(dom);
  const manager = defineProjectManager(dom);
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
  const { applicationEvents } = dom.services;
  dom.define('Application', {
    // Its setters bind handlers: they change nothing of a project.
    isValue: true,
    getters: {
      ...attributes(dom),
      ...applicationPaths(dom.session),
      projectManager: manager,
      [itemAdded]: () => applicationEvents.handlerOf(itemAdded),
    },
    setters: {
      [itemAdded]: (_session, handler) => {
        applicationEvents.bind(itemAdded, handler);
      },
    },
    methods: {
      ...listening(dom),
      ...projectViews(dom),
      ...applicationSettings(dom),
      ...openingReaders(),
    },
    mutators: { ...openingMutators(dom), openPrProduction: openProduction(dom) },
  });
}

function attributes(dom: Dom) {
  return {
    project: ({ shownProject }: Session) =>
      shownProject ? dom.wrap('Project', shownProject) : undefined,
    projects: ({ projects }: Session) => dom.wrap('ProjectCollection', projects),
    ...(dom.session.behaviour.hasEncoder
      ? { encoder: (session: Session) => dom.wrap('Encoder', session) }
      : {}),
    version: ({ version }: Session) => version,
    build: () => buildNumber,
    userGuid: ({ userGuid }: Session) => userGuid,
    properties: ({ preferences }: Session) => dom.wrap('Properties', preferences),
    metadata: (session: Session) => dom.wrap('Metadata', session),
    sourceMonitor: (session: Session) => dom.wrap('SourceMonitor', session),
    production: ({ production }: Session) =>
      production ? dom.wrap('PrProduction', production) : null,
    anywhere: (session: Session) => dom.wrap('Anywhere', session),
    csxs: (session: Session) => dom.wrap('Csxs', session),
  };
}

function listening(dom: Dom) {
  const { applicationEvents } = dom.services;
  const bind = (_session: Session, [name, handler]: readonly unknown[]) => {
    applicationEvents.bind(toText(name), handler);
  };
  return {
    bind,
    addEventListener: bind,
    unbind: (_session: Session, [name]: readonly unknown[]) => {
      applicationEvents.bind(toText(name), undefined);
    },
    setSDKEventMessage: ({ alerts }: Session, [text, kind]: readonly unknown[]) => {
      alerts.push(`${kind === undefined ? 'info' : toText(kind)}: ${toText(text)}`);
      return true;
    },
    trace: ({ log }: Session, [text]: readonly unknown[]) => {
      log.push(text === undefined ? '' : toText(text));
      return true;
    },
    write: ({ log }: Session, [text]: readonly unknown[]) => {
      log.push(String(text));
    },
  };
}
