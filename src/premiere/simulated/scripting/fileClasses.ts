import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HostClass } from '../es3/HostClass';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toNumber, toText } from '../es3/scriptValues';
import { ScriptFile } from './ScriptFile';

/** Puts `File` and `Folder` over the real file system into a context. */
export function installFiles(realm: ScriptRealm): void {
  realm.define(fileClass(realm));
  realm.define(folderClass(realm));
}

/** What File and Folder have in common. */
function pathMembers(realm: ScriptRealm) {
  const wrapFolder = (folderPath: string) => realm.wrap('Folder', new ScriptFile(folderPath));
  return {
    getters: {
      fsName: (file: ScriptFile) => file.path,
      fullName: (file: ScriptFile) => toUri(file.path),
      absoluteURI: (file: ScriptFile) => toUri(file.path),
      relativeURI: (file: ScriptFile) => toUri(file.path),
      name: (file: ScriptFile) => encodeURI(path.basename(file.path)),
      displayName: (file: ScriptFile) => path.basename(file.path),
      path: (file: ScriptFile) => toUri(path.dirname(file.path)),
      parent: (file: ScriptFile) => wrapFolder(path.dirname(file.path)),
      error: (file: ScriptFile) => file.error,
    },
    methods: {
      toString: (file: ScriptFile) => toUri(file.path),
      rename: (file: ScriptFile, [name]: readonly unknown[]) => {
        const target = path.join(path.dirname(file.path), path.basename(toText(name)));
        return file.attempt(() => {
          fs.renameSync(file.path, target);
          file.path = target;
        });
      },
    },
  };
}

function fileClass(realm: ScriptRealm): HostClass<ScriptFile> {
  const shared = pathMembers(realm);
  return {
    name: 'File',
    isValue: true,
    construct: ([given]) => new ScriptFile(given === undefined ? '' : pathTextOf(realm, given)),
    getters: {
      ...shared.getters,
      exists: (file) => file.stats?.isFile() === true,
      length: (file) => file.stats?.size ?? 0,
      encoding: (file) => file.encoding,
      lineFeed: (file) => file.lineFeed,
      eof: (file) => file.isAtEnd,
    },
    setters: {
      encoding: (file, value) => {
        file.encoding = toText(value);
      },
      lineFeed: (file, value) => {
        file.lineFeed = toText(value);
      },
      error: (file, value) => {
        file.error = toText(value);
      },
    },
    methods: { ...shared.methods, ...fileMethods(realm) },
    statics: { openDialog: () => null, saveDialog: () => null },
    staticGetters: { fs: platformName },
  };
}

function fileMethods(realm: ScriptRealm) {
  return {
    open: (file: ScriptFile, [mode]: readonly unknown[]) => file.open(toText(mode)),
    close: (file: ScriptFile) => file.close(),
    read: (file: ScriptFile, [count]: readonly unknown[]) =>
      file.read(count === undefined ? undefined : toNumber(count)),
    readln: (file: ScriptFile) => file.readLine(),
    readch: (file: ScriptFile) => file.read(1),
    write: (file: ScriptFile, texts: readonly unknown[]) => file.write(texts.map(String).join('')),
    writeln: (file: ScriptFile, texts: readonly unknown[]) =>
      file.write(texts.map(String).join('') + (file.lineFeed === 'Windows' ? '\r\n' : '\n')),
    seek: (file: ScriptFile, [position]: readonly unknown[]) => file.seek(toNumber(position)),
    tell: (file: ScriptFile) => file.offset,
    remove: (file: ScriptFile) => file.attempt(() => fs.rmSync(file.path)),
    copy: (file: ScriptFile, [target]: readonly unknown[]) =>
      file.attempt(() =>
        fs.copyFileSync(file.path, new ScriptFile(pathTextOf(realm, target)).path),
      ),
    openDlg: () => null,
    saveDlg: () => null,
  };
}

function folderClass(realm: ScriptRealm): HostClass<ScriptFile> {
  const shared = pathMembers(realm);
  const known = (folderPath: string) => () => realm.wrap('Folder', new ScriptFile(folderPath));
  return {
    name: 'Folder',
    isValue: true,
    construct: ([given]) => new ScriptFile(given === undefined ? '' : pathTextOf(realm, given)),
    getters: { ...shared.getters, exists: (folder) => folder.stats?.isDirectory() === true },
    methods: {
      ...shared.methods,
      create: (folder) =>
        folder.attempt(() => {
          fs.mkdirSync(folder.path, { recursive: true });
        }),
      remove: (folder) => folder.attempt(() => fs.rmdirSync(folder.path)),
      getFiles: (folder, [mask]) => realm.array(listFolder(realm, folder, mask)),
      selectDlg: () => null,
    },
    statics: { selectDialog: () => null },
    staticGetters: {
      fs: platformName,
      temp: known(os.tmpdir()),
      userData: known(path.join(os.homedir(), '.config')),
      appData: known(path.join(os.homedir(), '.config')),
      myDocuments: known(path.join(os.homedir(), 'Documents')),
      desktop: known(path.join(os.homedir(), 'Desktop')),
    },
  };
}

/** Files and folders in a folder, by a mask with `*` and `?`, or by a script's own function. */
function listFolder(realm: ScriptRealm, folder: ScriptFile, mask: unknown): object[] {
  if (folder.stats?.isDirectory() !== true) return [];
  const pattern = typeof mask === 'string' ? maskPattern(mask) : /^/;
  const entries = fs
    .readdirSync(folder.path)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => new ScriptFile(path.join(folder.path, name).replaceAll('%', '%25')))
    .map((entry) => realm.wrap(entry.stats?.isDirectory() ? 'Folder' : 'File', entry));
  if (typeof mask !== 'function') return entries;
  return entries.filter((entry) => Boolean((mask as (entry: object) => unknown)(entry)));
}

function maskPattern(mask: string): RegExp {
  const escaped = mask.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i');
}

/** A path from text or from a File or Folder. */
function pathTextOf(realm: ScriptRealm, value: unknown): string {
  const file = (realm.targetOf('File', value) ?? realm.targetOf('Folder', value)) as
    ScriptFile | undefined;
  return file ? file.path.replaceAll('%', '%25') : toText(value);
}

/** URI notation: `/c/` for a drive on Windows. */
function toUri(nativePath: string): string {
  const forward = nativePath.replace(/\\/g, '/').replace(/^([A-Za-z]):/, '/$1');
  return encodeURI(forward);
}

function platformName(): string {
  return process.platform === 'win32' ? 'Windows' : 'Macintosh';
}
