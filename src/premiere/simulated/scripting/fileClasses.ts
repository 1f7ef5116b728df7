import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HostClass } from '../es3/HostClass';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import type { FileSystem } from './FileSystem';
import { chooseFiles, chooseFolder, chooseTarget, dialogMethods } from './fileDialogs';
import { decodeUri, ScriptFile, toShortUri, toUri } from './ScriptFile';
import { fileOf, isLink, listFolder, pathTextOf, wrapPath, type FileParts } from './scriptPaths';
import { hasEncoding } from './textEncoding';

type Args = readonly unknown[];

/** Puts `File` and `Folder` over the real file system into a context. */
export function installFiles(realm: ScriptRealm, system: FileSystem): void {
  const date = realm.run('(function (time) { return new Date(time); })', '') as FileParts['date'];
  const parts = { realm, system, date };
  realm.define(fileClass(parts));
  realm.define(folderClass(parts));
}

/** What is read of files and folders alike. */
function pathGetters({ realm, system, date }: FileParts) {
  return {
    fsName: (file: ScriptFile) => file.path,
    fullName: (file: ScriptFile) => toShortUri(file.path),
    absoluteURI: (file: ScriptFile) => toUri(file.path),
    relativeURI: (file: ScriptFile) => relativeUri(system.current, file.path),
    name: (file: ScriptFile) => toUri(path.basename(file.path)),
    displayName: (file: ScriptFile) => path.basename(file.path),
    path: (file: ScriptFile) => toShortUri(path.dirname(file.path)),
    parent: (file: ScriptFile) => {
      const parent = path.dirname(file.path);
      return parent === file.path ? null : wrapPath(realm, 'Folder', parent);
    },
    error: (file: ScriptFile) => file.error,
    alias: (file: ScriptFile) => isLink(file),
    created: ({ stats }: ScriptFile) => (stats ? date(stats.birthtimeMs) : null),
    modified: ({ stats }: ScriptFile) => (stats ? date(stats.mtimeMs) : null),
  };
}

/** What is done with files and folders alike. */
function pathMethods(parts: FileParts, className: 'File' | 'Folder') {
  const { realm, system } = parts;
  return {
    toString: (file: ScriptFile) => toShortUri(file.path),
    toSource: (file: ScriptFile) => `(new ${className} (${JSON.stringify(toShortUri(file.path))}))`,
    changePath: (file: ScriptFile, [given]: Args) => {
      file.path = new ScriptFile(pathTextOf(realm, given), path.dirname(file.path)).path;
      return true;
    },
    execute: (file: ScriptFile) => {
      if (!file.stats) return file.fail(48);
      system.launch(file.path);
      return true;
    },
    getRelativeURI: (file: ScriptFile, [base]: Args) => {
      const from = base === undefined ? system.current : fileOf(parts, base).path;
      return relativeUri(from, file.path);
    },
    rename: (file: ScriptFile, [name]: Args) => {
      const target = path.join(path.dirname(file.path), path.basename(decodeUri(toText(name))));
      if (fs.existsSync(target)) return file.fail(49);
      return file.attempt(() => {
        fs.renameSync(file.path, target);
        file.path = target;
      });
    },
    resolve: (file: ScriptFile) =>
      isLink(file) ? wrapPath(realm, className, fs.realpathSync(file.path)) : null,
    ...dialogMethods(parts),
  };
}

function fileClass(parts: FileParts): HostClass<ScriptFile> {
  return {
    name: 'File',
    isValue: true,
    construct: ([given]) => fileOf(parts, given ?? ''),
    getters: {
      ...pathGetters(parts),
      exists: (file) => file.stats?.isFile() === true,
      length: (file) => file.length,
      encoding: (file) => file.encoding,
      lineFeed: (file) => file.lineFeed,
      eof: (file) => file.isAtEnd,
      hidden: (file) => path.basename(file.path).startsWith('.'),
      readonly: ({ stats }) => stats !== undefined && (stats.mode & 0o200) === 0,
      type: () => '????',
      creator: () => '????',
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
      readonly: (file, value) => {
        file.attempt(() => fs.chmodSync(file.path, toFlag(value) ? 0o444 : 0o644));
      },
      hidden: () => undefined,
    },
    methods: { ...pathMethods(parts, 'File'), ...fileMethods(parts) },
    ...fileStatics(parts),
  };
}

function fileStatics(parts: FileParts) {
  return {
    statics: {
      ...nameStatics,
      openDialog: (_none: undefined, [text, , isMany]: Args) => chooseFiles(parts, text, isMany),
      saveDialog: (_none: undefined, [text]: Args) => chooseTarget(parts, text),
    },
    staticGetters: { fs: platformName },
  };
}

function fileMethods(parts: FileParts) {
  const join = (texts: Args) => texts.map(String).join('');
  return {
    open: (file: ScriptFile, [mode]: Args) => file.open(mode === undefined ? 'r' : toText(mode)),
    close: (file: ScriptFile) => file.close(),
    read: (file: ScriptFile, [count]: Args) =>
      file.read(count === undefined ? undefined : toNumber(count)),
    readln: (file: ScriptFile) => file.readLine(),
    readch: (file: ScriptFile) => file.read(1),
    write: (file: ScriptFile, texts: Args) => file.write(join(texts)),
    writeln: (file: ScriptFile, texts: Args) => file.writeLine(join(texts)),
    seek: (file: ScriptFile, [distance, mode]: Args) =>
      file.seek(toNumber(distance), mode === undefined ? 0 : toNumber(mode)),
    tell: (file: ScriptFile) => file.offset,
    remove: (file: ScriptFile) => file.attempt(() => fs.rmSync(file.path)),
    copy: (file: ScriptFile, [target]: Args) => file.attempt(() => copyFile(parts, file, target)),
    createAlias: (file: ScriptFile, [target]: Args) =>
      file.attempt(() => fs.symlinkSync(fileOf(parts, target).path, file.path)),
  };
}

/** Copying to a folder keeps the name. */
function copyFile(parts: FileParts, file: ScriptFile, target: unknown): void {
  const to = fileOf(parts, target);
  const isFolder = to.stats?.isDirectory() === true;
  fs.copyFileSync(file.path, isFolder ? path.join(to.path, path.basename(file.path)) : to.path);
}

function folderClass(parts: FileParts): HostClass<ScriptFile> {
  const { realm, system } = parts;
  return {
    name: 'Folder',
    isValue: true,
    construct: ([given]) => fileOf(parts, given ?? system.current),
    getters: { ...pathGetters(parts), exists: (folder) => folder.stats?.isDirectory() === true },
    setters: {
      error: (folder, value) => {
        folder.error = toText(value);
      },
    },
    methods: {
      ...pathMethods(parts, 'Folder'),
      create: (folder) => folder.attempt(() => makeFolder(folder.path)),
      remove: (folder) => folder.attempt(() => fs.rmdirSync(folder.path)),
      selectDlg: (_folder, [text]) => chooseFolder(parts, text),
      getFiles: (folder, [mask]) => realm.array(listFolder(realm, folder, mask)),
    },
    statics: {
      ...nameStatics,
      selectDialog: (_none, [text]) => chooseFolder(parts, text),
    },
    staticGetters: { fs: platformName, ...knownFolders(parts) },
    staticSetters: {
      current: (_none, folder) => {
        system.current = fileOf(parts, folder).path;
      },
    },
  };
}

/** Makes a folder and those above it; node's own recursion never ends where the system makes none. */
function makeFolder(folderPath: string): void {
  if (fs.existsSync(folderPath)) {
    // Says what is wrong when it is a file.
    fs.readdirSync(folderPath);
    return;
  }
  makeFolder(path.dirname(folderPath));
  fs.mkdirSync(folderPath);
}

/** Folders that every machine with Premiere has; they are made here when a script asks for one. */
function knownFolders({ realm, system }: FileParts) {
  const home = os.homedir();
  const known = (folderPath: string) => () => wrapPath(realm, 'Folder', folderPath);
  const everywhere = (folderPath: string) => () => {
    new ScriptFile(folderPath.replaceAll('%', '%25')).attempt(() => makeFolder(folderPath));
    return wrapPath(realm, 'Folder', folderPath);
  };
  const user = path.join(home, '.config');
  return {
    current: () => wrapPath(realm, 'Folder', system.current),
    temp: known(os.tmpdir()),
    userData: everywhere(user),
    appData: everywhere(user),
    commonFiles: known(path.join(user, 'Common Files')),
    myDocuments: everywhere(path.join(home, 'Documents')),
    desktop: everywhere(path.join(home, 'Desktop')),
    startup: known(path.dirname(process.execPath)),
    appPackage: known(path.dirname(process.execPath)),
    system: known(path.parse(home).root),
    trash: known(path.join(home, '.Trash')),
  };
}

const nameStatics = {
  decode: (_none: undefined, [text]: Args) => decodeUri(toText(text)),
  encode: (_none: undefined, [text]: Args) => encodeURIComponent(toText(text)),
  isEncodingAvailable: (_none: undefined, [name]: Args) => hasEncoding(toText(name)),
};

function relativeUri(from: string, to: string): string {
  return toUri(path.relative(from, to)) || '.';
}

function platformName(): string {
  return process.platform === 'win32' ? 'Windows' : 'Macintosh';
}
