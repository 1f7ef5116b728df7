import type { Dom } from './Dom';
import { defineQeEffects } from './defineQeEffects';
import { defineQeMonitors } from './defineQeMonitors';
import { defineQeProject } from './defineQeProject';
import { defineQeProjectItems } from './defineQeProjectItems';
import { defineQeSequence } from './defineQeSequence';
import { defineQeTime } from './defineQeTime';
import { defineQeTrack } from './defineQeTrack';
import { defineQeTrackItem } from './defineQeTrackItem';
import { defineTransitions } from './defineTransitions';
import { toText } from '../es3/scriptValues';
import type { Session } from '../model/Session';

/** The unsupported QE DOM: what scripts use of it, and what is known of it beside. */
export function defineQe(dom: Dom): void {
  defineQeApplication(dom);
  defineQeProject(dom);
  defineQeProjectItems(dom);
  defineQeSequence(dom);
  defineQeTrack(dom);
  defineQeTrackItem(dom);
  defineQeEffects(dom);
  defineQeMonitors(dom);
  defineQeTime(dom);
  defineTransitions(dom);
}

function defineQeApplication(dom: Dom): void {
  const debugEntries = new Map<string, string>();
  dom.define('QEApplication', {
    getters: {
      name: () => 'Adobe Premiere Pro',
      version: ({ version }) => version,
      language: ({ language }) => language,
      platform: () => (process.platform === 'win32' ? 'win' : 'mac'),
      location: () => '',
      config: () => 'Release',
      audioChannelMapping: () => 0,
      project: ({ focused }) => (focused ? dom.wrap('QEProject', focused) : undefined),
      source: (session) => dom.wrap('QESource', session),
    },
    methods: {
      ...quiet(['executeConsoleCommand', 'outputToConsole', 'log', 'wait', 'stop']),
      ...quiet(['enablePlayStats', 'beginDroppedFrameLogging']),
      ...quiet(['enablePerformanceLogging', 'disablePerformanceLogging']),
      ...quiet(['startPlayback', 'stopPlayback', 'setAudioChannelMapping']),
      isPerformanceLoggingEnabled: () => false,
      getModalWindowID: ({ dialog }) => (dialog ? 1 : 0),
      localize: (_session, [text]) => toText(text),
      getSequencePresets: () => dom.realm.array([]),
      getDebugDatabaseEntry: (_session, [key]) => debugEntries.get(toText(key)) ?? '',
      setDebugDatabaseEntry: (_session, [key, value]) => {
        debugEntries.set(toText(key), toText(value));
        return true;
      },
    },
    mutators: opening(dom),
  });
}

function opening(dom: Dom) {
  const open = (create: boolean) => ({
    run: (_session: Session, [file]: readonly unknown[]) => {
      dom.services.openProject(toText(file), create);
      return true;
    },
    pretend: () => true,
  });
  return { open: open(false), newProject: open(true) };
}

/** Calls that are answered and do nothing a script could see. */
function quiet(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, () => true]));
}
