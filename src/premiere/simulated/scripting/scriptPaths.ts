import fs from 'node:fs';
import path from 'node:path';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toAnyText, toText } from '../es3/scriptValues';
import type { FileSystem } from './FileSystem';
import { ScriptFile } from './ScriptFile';

/** What the two classes are made with. */
export interface FileParts {
  readonly realm: ScriptRealm;
  readonly system: FileSystem;
  /** A Date of the scripts' own. */
  readonly date: (milliseconds: number) => object;
}

/** Files and folders in a folder, by a mask with `*` and `?`, or by a script's own function. */
export function listFolder(realm: ScriptRealm, folder: ScriptFile, mask: unknown): object[] {
  const pattern = typeof mask === 'string' ? maskPattern(mask) : /^/;
  const entries = entriesOf(folder)
    .filter(({ name }) => pattern.test(name))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((entry) => {
      const entryPath = path.join(folder.path, entry.name);
      const isFolder = entry.isSymbolicLink() ? isFolderAt(entryPath) : entry.isDirectory();
      return wrapPath(realm, isFolder ? 'Folder' : 'File', entryPath);
    });
  if (typeof mask !== 'function') return entries;
  return entries.filter((entry) => Boolean((mask as (entry: object) => unknown)(entry)));
}

function entriesOf(folder: ScriptFile): fs.Dirent[] {
  let entries: fs.Dirent[] = [];
  if (folder.stats?.isDirectory() !== true) return entries;
  folder.attempt(() => {
    entries = fs.readdirSync(folder.path, { withFileTypes: true });
  });
  return entries;
}

function maskPattern(mask: string): RegExp {
  const escaped = mask.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i');
}

/** A native path that is not to be decoded, as a File or Folder. */
export function wrapPath(
  realm: ScriptRealm,
  className: 'File' | 'Folder',
  nativePath: string,
): object {
  return realm.wrap(className, new ScriptFile(nativePath.replaceAll('%', '%25')));
}

/** What a script names by text, File or Folder. */
export function fileOf({ realm, system }: FileParts, value: unknown): ScriptFile {
  return new ScriptFile(pathTextOf(realm, value), system.current);
}

/** The native path of a File or Folder, or a text as it was given. */
export function pathTextOf(realm: ScriptRealm, value: unknown): string {
  const file = (realm.targetOf('File', value) ?? realm.targetOf('Folder', value)) as
    ScriptFile | undefined;
  return file ? file.path.replaceAll('%', '%25') : textOf(value);
}

/** Whatever has a text may name a file, such as a property of a packet. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? toAnyText(value) : toText(value);
}

/** Whether an alias stands there. */
export function isLink(file: ScriptFile): boolean {
  let isAlias = false;
  const { error } = file;
  file.attempt(() => {
    isAlias = fs.lstatSync(file.path).isSymbolicLink();
  });
  file.error = error;
  return isAlias;
}

function isFolderAt(nativePath: string): boolean {
  return new ScriptFile(nativePath.replaceAll('%', '%25')).stats?.isDirectory() === true;
}
