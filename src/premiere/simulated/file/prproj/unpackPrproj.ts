import { constants, gunzipSync } from 'node:zlib';
import { UserFacingError } from '../../../../contract/UserFacingError';

/** More XML than any project has that Premiere still opens: 256 MiB. */
export const largestProjectBytes = 256 * 1024 * 1024;

/** What takes the place of a file that is kept elsewhere: Git LFS, git-annex. */
const pointer = /^version https:\/\/git-lfs\.github\.com\/spec\/|^[^\n]*\/annex\/objects\//;

/** XML of Premiere's, after a byte order mark or blanks. */
const plainXml = /^(?:\xEF\xBB\xBF)?\s*<[^]*<PremiereData/;

/** Whether a file that begins so is one of Adobe Premiere, be it whole, cut off or a stand-in. */
export function isPremiereFile(head: Buffer): boolean {
  if (isGzip(head)) return true;
  const text = head.toString('latin1', 0, 2000);
  return plainXml.test(text) || pointer.test(text);
}

/** Whether bytes are gzip, as Premiere has written projects since CC. */
export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The XML of a project file of Adobe Premiere.
 * @throws UserFacingError `project-unreadable`
 */
export function unpackPrproj(bytes: Buffer, projectPath: string): string {
  if (pointer.test(bytes.toString('latin1', 0, 2000))) {
    throw unreadable(
      `“${projectPath}” is not the project itself but a note of where Git keeps it. Fetch the file (git lfs pull, git annex get) and open it then.`,
    );
  }
  if (!isGzip(bytes)) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, {
      maxOutputLength: largestProjectBytes,
      finishFlush: constants.Z_FINISH,
    }).toString('utf8');
  } catch (cause) {
    throw unreadable(whyNotUnpacked(projectPath, cause), cause);
  }
}

function whyNotUnpacked(projectPath: string, cause: unknown): string {
  const { code } = cause as { readonly code?: unknown };
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    return `“${projectPath}” unpacks to more than ${largestProjectBytes / 1024 / 1024} MB and is not opened: no project is that large.`;
  }
  if (code === 'Z_BUF_ERROR') {
    return `“${projectPath}” breaks off before its end. Copy it again, or take one from the Auto-Save folder.`;
  }
  return `“${projectPath}” is damaged and cannot be unpacked. Copy it again, or take one from the Auto-Save folder.`;
}

function unreadable(message: string, cause?: unknown): UserFacingError {
  return new UserFacingError('project-unreadable', message, { cause });
}
