import { toFlag } from '../es3/scriptValues';
import type { FileSystem } from './FileSystem';
import type { ScriptFile } from './ScriptFile';
import { wrapPath, type FileParts } from './scriptPaths';

type Args = readonly unknown[];

/** The dialogs that start from a file or folder. */
export function dialogMethods(parts: FileParts) {
  return {
    openDlg: (_file: ScriptFile, [text, , isMany]: Args) => chooseFiles(parts, text, isMany),
    saveDlg: (_file: ScriptFile, [text]: Args) => chooseTarget(parts, text),
  };
}

/** One file, or an array of files where more may be chosen; null when nobody answers. */
export function chooseFiles(
  { realm, system }: FileParts,
  text: unknown,
  isMany: unknown,
): object | null {
  ask(system, text);
  const chosen = (system.answers.openFiles ?? []).map((file) => wrapPath(realm, 'File', file));
  return toFlag(isMany) && chosen.length > 0 ? realm.array(chosen) : (chosen[0] ?? null);
}

/** The file to save to; null when nobody answers. */
export function chooseTarget({ realm, system }: FileParts, text: unknown): object | null {
  ask(system, text);
  const { saveFile } = system.answers;
  return saveFile === undefined ? null : wrapPath(realm, 'File', saveFile);
}

/** A folder; null when nobody answers. */
export function chooseFolder({ realm, system }: FileParts, text: unknown): object | null {
  ask(system, text);
  const { folder } = system.answers;
  return folder === undefined ? null : wrapPath(realm, 'Folder', folder);
}

function ask(system: FileSystem, text: unknown): void {
  if (typeof text === 'string' && text !== '') system.show(text);
}
