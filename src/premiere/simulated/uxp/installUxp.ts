import { ScriptError } from '../es3/ScriptError';
import { toText } from '../es3/scriptValues';
import { defineTickTime } from './defineTickTime';
import { defineUxpEditor } from './defineUxpEditor';
import { defineUxpEncoder } from './defineUxpEncoder';
import { defineUxpItems } from './defineUxpItems';
import { defineUxpMarkers } from './defineUxpMarkers';
import { defineUxpProject } from './defineUxpProject';
import { defineUxpSequence } from './defineUxpSequence';
import { defineUxpServices } from './defineUxpServices';
import { defineUxpTracks } from './defineUxpTracks';
import type { Uxp } from './Uxp';
import { uxpConstants } from './uxpConstants';

/** Puts `require` into a context, which gives the modules `premierepro` and `uxp` and no other. */
export function installUxp(uxp: Uxp): void {
  const { realm, dom } = uxp;
  defineTickTime(uxp);
  defineUxpServices(uxp);
  defineUxpMarkers(uxp);
  defineUxpTracks(uxp);
  defineUxpSequence(uxp);
  defineUxpEditor(uxp);
  defineUxpItems(uxp);
  defineUxpEncoder(uxp);
  defineUxpProject(uxp);
  const tables = Object.entries(uxpConstants).map(([name, table]) => [name, realm.record(table)]);
  const Constants = realm.record(Object.fromEntries(tables) as Record<string, object>);
  const modules = new Map<string, object>([
    ['premierepro', realm.record({ ...uxp.exports, Constants })],
    ['uxp', realm.record({ host: realm.record({ version: dom.session.version }) })],
  ]);
  realm.global['require'] = realm.function(([name]) => {
    const module = modules.get(toText(name));
    if (module) return module;
    throw new ScriptError(`Module “${toText(name)}” is not there: only premierepro and uxp are.`);
  });
}
