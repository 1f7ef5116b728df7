import type { Session } from '../model/Session';
import type { Dom } from './Dom';

/** `ProjectItemType`. */
const itemTypes = { CLIP: 1, BIN: 2, ROOT: 3, FILE: 4 } as const;

/** `ScratchDiskType` by member; what the texts are is not established. */
const scratchDisks = [
  'FirstAutoSaveFolder',
  'FirstAudioCaptureFolder',
  'FirstAudioPreviewFolder',
  'FirstVideoCaptureFolder',
  'FirstVideoPreviewFolder',
  'FirstCClibrariesFolder',
  'FirstCapsuleMediaFolder',
] as const;

/** Enumerations and other globals that hold nothing but constants. */
export function defineEnumerations(dom: Dom): void {
  const constants = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, () => value]),
    ) as Record<string, (session: Session) => unknown>;
  const disks = Object.fromEntries(
    scratchDisks.map((name) => [name, `BE.Prefs.ScratchDisks.${name}`]),
  );
  dom.define('ProjectItemType', { getters: constants(itemTypes) });
  dom.define('ScratchDiskType', { getters: constants(disks) });
  dom.define('RegisteredDirectories', {});
  dom.define('UtilityFunctions', {});
  for (const name of [
    'ProjectItemType',
    'ScratchDiskType',
    'RegisteredDirectories',
    'UtilityFunctions',
  ] as const) {
    dom.realm.global[name] = dom.wrap(name, dom.session);
  }
}
