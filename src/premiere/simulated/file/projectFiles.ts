import fs from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../../../contract/UserFacingError';
import type { EncoderJobRecord, Project } from '../model/ProjectModel';
import type { Session } from '../model/Session';
import { formatProject } from './formatProject';
import { toProject, type LocateMedia } from './parseProject';
import { projectFileSchema, projectFormat, type ProjectFile } from './projectFileSchema';

/**
 * Reads a project file of ours. A medium that is no longer at its absolute path is looked for at
 * its path from the project's folder; otherwise it is offline.
 * @throws UserFacingError `project-unreadable`
 */
export function readProject(projectPath: string, session: Session): Project {
  const file = parseFile(projectPath);
  const folder = path.dirname(projectPath);
  try {
    return toProject(file, projectPath, { session, locate: locateFrom(folder) });
  } catch (cause) {
    if (cause instanceof RangeError) throw damaged(projectPath, cause);
    throw cause;
  }
}

/**
 * Writes a project whole: under another name, flushed, then renamed.
 * @throws UserFacingError `disk-full`, `host-failed` with what stood there before untouched
 */
export function writeProject(project: Project, jobs: readonly EncoderJobRecord[]): void {
  const temporary = `${project.path}.${process.pid}.part`;
  try {
    fs.mkdirSync(path.dirname(project.path), { recursive: true });
    writeFlushed(temporary, formatProject(project, jobs));
    fs.renameSync(temporary, project.path);
  } catch (cause) {
    fs.rmSync(temporary, { force: true });
    const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
    throw new UserFacingError(
      isFull ? 'disk-full' : 'host-failed',
      `“${project.path}” could not be saved. ${isFull ? 'The disk is full: make room and save again.' : 'Check that its folder may be written to.'}`,
      { cause },
    );
  }
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

function parseFile(projectPath: string): ProjectFile {
  const bytes = readBytes(projectPath);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = bytes.toString('utf8');
  if (isGzip || text.includes('<PremiereData')) {
    throw new UserFacingError(
      'project-unreadable',
      `“${projectPath}” is a project of Adobe Premiere. Reading those is not built yet: open it in Premiere, or begin a project of Slateflow's own.`,
    );
  }
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
    return fs.readFileSync(projectPath);
  } catch (cause) {
    throw new UserFacingError(
      'project-unreadable',
      `“${projectPath}” could not be read. Check that it is a file and that you may open it.`,
      { cause },
    );
  }
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
