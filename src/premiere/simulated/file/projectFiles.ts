import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../../../contract/UserFacingError';
import type { Bin, EncoderJobRecord, Project } from '../model/ProjectModel';
import type { Session } from '../model/Session';
import { formatProject } from './formatProject';
import { toProject, type LocateMedia } from './parseProject';
import { toProjectOfPrproj } from './prproj/toProjectOfPrproj';
import { isGzip, isPremiereFile, largestProjectBytes } from './prproj/unpackPrproj';
import { projectFileSchema, projectFormat, type ProjectFile } from './projectFileSchema';

/** What a project of Adobe Premiere was when it was opened: a digest of what we would save. */
const openedAs = new WeakMap<Bin, string>();

/**
 * Reads a project file: one of ours or one of Adobe Premiere. A medium that is no longer at its
 * absolute path is looked for at its path from the project's folder; otherwise it is offline.
 * @throws UserFacingError `project-unreadable`
 */
export function readProject(projectPath: string, session: Session): Project {
  const bytes = readBytes(projectPath);
  if (!isPremiereFile(bytes)) return readOwnProject(bytes, projectPath, session);
  const project = toProjectOfPrproj(bytes, projectPath, session);
  openedAs.set(project.root, digestOf(formatProject(project, [])));
  return project;
}

function readOwnProject(bytes: Buffer, projectPath: string, session: Session): Project {
  const file = parseFile(bytes.toString('utf8'), projectPath);
  const folder = path.dirname(projectPath);
  try {
    return toProject(file, projectPath, { session, locate: locateFrom(folder) });
  } catch (cause) {
    if (cause instanceof RangeError) throw damaged(projectPath, cause);
    throw cause;
  }
}

/**
 * Writes a project whole, in our own format: under another name, flushed, then renamed. A project of
 * Adobe Premiere is never overwritten, whoever opened it.
 * @throws UserFacingError `file-exists` for a project of Adobe Premiere at the path; `disk-full`,
 * `host-failed` with what stood there before untouched
 */
export function writeProject(project: Project, jobs: readonly EncoderJobRecord[]): void {
  const temporary = `${project.path}.${process.pid}.part`;
  try {
    keepPremieresOwn(project.path);
    fs.mkdirSync(path.dirname(project.path), { recursive: true });
    writeFlushed(temporary, formatProject(project, jobs));
    fs.renameSync(temporary, project.path);
  } catch (cause) {
    fs.rmSync(temporary, { force: true });
    if (cause instanceof UserFacingError) throw cause;
    const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
    throw new UserFacingError(
      isFull ? 'disk-full' : 'host-failed',
      `“${project.path}” could not be saved. ${isFull ? 'The disk is full: make room and save again.' : 'Check that its folder may be written to.'}`,
      { cause },
    );
  }
}

function keepPremieresOwn(projectPath: string): void {
  if (!isPremiereFile(headOf(projectPath))) return;
  throw new UserFacingError(
    'file-exists',
    `“${projectPath}” is a project of Adobe Premiere, which is never overwritten here: save under another name.`,
  );
}

/** Whether a file has the marks of a project, ours or Premiere's; not whether it can be opened. */
export function looksLikeProject(file: string): boolean {
  const head = headOf(file);
  if (isGzip(head)) return /\.prproj$/i.test(file);
  return isPremiereFile(head) || head.toString('utf8').includes(projectFormat);
}

/** Whether a project's file says all that the project is. */
export function isSaved(project: Project, jobs: readonly EncoderJobRecord[]): boolean {
  if (!fs.existsSync(project.path)) return false;
  if (isPremiereFile(headOf(project.path))) {
    return openedAs.get(project.root) === digestOf(formatProject(project, jobs));
  }
  return fs.readFileSync(project.path, 'utf8') === formatProject(project, jobs);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The first bytes of a file; none where there is no file. */
function headOf(filePath: string): Buffer {
  if (!isFile(filePath)) return Buffer.alloc(0);
  const buffer = Buffer.alloc(4096);
  const handle = fs.openSync(filePath, 'r');
  try {
    return buffer.subarray(0, fs.readSync(handle, buffer));
  } finally {
    fs.closeSync(handle);
  }
}

function isFile(filePath: string): boolean {
  return fs.statSync(filePath, { throwIfNoEntry: false })?.isFile() === true;
}

function writeFlushed(filePath: string, text: string): void {
  const handle = fs.openSync(filePath, 'w');
  try {
    fs.writeFileSync(handle, text);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function parseFile(text: string, projectPath: string): ProjectFile {
  const json = parseJson(text);
  const parsed = projectFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  if (!isOurs(json, text)) {
    throw new UserFacingError(
      'project-unreadable',
      `“${projectPath}” is no project file. Choose a Slateflow project, or a name that is not taken.`,
    );
  }
  throw damaged(projectPath, parsed.error);
}

/** Whether a text is a project of ours, be it whole or damaged. */
function isOurs(json: unknown, text: string): boolean {
  if (json === undefined) return text.slice(0, 200).includes(projectFormat);
  return (
    typeof json === 'object' && json !== null && 'format' in json && json.format === projectFormat
  );
}

function readBytes(projectPath: string): Buffer {
  try {
    if (isFile(projectPath) && fs.statSync(projectPath).size <= largestProjectBytes) {
      return fs.readFileSync(projectPath);
    }
  } catch (cause) {
    throw unreadable(projectPath, cause);
  }
  throw unreadable(projectPath);
}

function unreadable(projectPath: string, cause?: unknown): UserFacingError {
  return new UserFacingError(
    'project-unreadable',
    `“${projectPath}” could not be read. Check that it is a file of no more than ${largestProjectBytes / 1024 / 1024} MB and that you may open it.`,
    { cause },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function damaged(projectPath: string, cause: unknown): UserFacingError {
  return new UserFacingError(
    'project-unreadable',
    `“${projectPath}” is damaged and cannot be opened as a project. Take an earlier copy of it.`,
    { cause },
  );
}

function locateFrom(folder: string): LocateMedia {
  return ({ path: absolute, relativePath }) => {
    // A project in a bundle names its media from its own folder alone.
    if (path.isAbsolute(absolute) && fs.existsSync(absolute)) return absolute;
    const relative = path.resolve(folder, relativePath);
    return fs.existsSync(relative) ? relative : undefined;
  };
}
