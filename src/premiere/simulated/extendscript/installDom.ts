import { defineApplication } from './defineApplication';
import { defineEffects } from './defineEffects';
import { defineEncoder } from './defineEncoder';
import { defineMarkers } from './defineMarkers';
import { defineProject } from './defineProject';
import { defineProjectItem } from './defineProjectItem';
import { defineQe } from './defineQe';
import { defineSequence } from './defineSequence';
import { defineTime } from './defineTime';
import { defineTrackItem } from './defineTrackItem';
import { defineTracks } from './defineTracks';
import type { Dom } from './Dom';

/** Puts the object model into its context: `app`, `Time`, and the enumerations as globals. */
export function installDom(dom: Dom): void {
  defineTime(dom);
  defineMarkers(dom);
  defineEffects(dom);
  defineTrackItem(dom);
  defineTracks(dom);
  defineSequence(dom);
  defineProjectItem(dom);
  defineProject(dom);
  defineEncoder(dom);
  defineQe(dom);
  defineApplication(dom);
  dom.realm.global['app'] = dom.wrap('Application', dom.session);
}
