import os from 'node:os';
import path from 'node:path';
import type { Session } from '../model/Session';

/** `app.build`: the number alone, as the guide shows it. */
export const buildNumber = '73';

/**
 * Where the application and its settings would lie on this system. They are texts that end with a
 * separator, and nothing stands there: only the preference folder of the user may.
 */
export function applicationPaths({ version }: Session) {
  const [major = ''] = version.split('.');
  const year = Number(major) < 22 ? Number(major) + 2006 : Number(major) + 2000;
  const name = `Adobe Premiere Pro ${year}`;
  const isWindows = process.platform === 'win32';
  const shared = isWindows ? 'C:\\ProgramData\\Adobe' : '/Library/Application Support/Adobe';
  const programs = isWindows ? 'C:\\Program Files\\Adobe' : '/Applications';
  const folder =
    (...parts: readonly string[]) =>
    () =>
      `${path.join(...parts)}${path.sep}`;
  const { username } = os.userInfo();
  const documents = path.join(os.homedir(), 'Documents', 'Adobe', 'Premiere Pro', `${major}.0`);
  const preferences = folder(documents, `Profile-${username}`);
  const system = folder(shared, name);
  return {
    path: folder(programs, name, ...(isWindows ? [] : [`${name}.app`])),
    getAppPrefPath: preferences,
    getPProPrefPath: preferences,
    getAppSystemPrefPath: system,
    getPProSystemPrefPath: system,
    learnPanelContentDirPath: folder(shared, name, 'Learn Panel'),
    learnPanelExampleProjectDirPath: folder(shared, name, 'Tutorial', 'Going Home project'),
  };
}
