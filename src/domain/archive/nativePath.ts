/** A native path with `/` alone; a backslash is a separator only in a Windows path. */
export function toSlashes(path: string): string {
  return /^(?:[a-z]:|\\\\)/i.test(path) ? path.replaceAll('\\', '/') : path;
}

/** The last step of a native path: `A001` for `/Volumes/A001/`; a drive's letter for `E:\`. */
export function nameOfPath(path: string): string {
  return toSlashes(path).replace(/\/+$/, '').split('/').at(-1)?.replace(/:$/, '') ?? '';
}

/** The folder a native path stands in, with `/` alone; empty at the top. */
export function folderOfPath(path: string): string {
  const slashed = toSlashes(path).replace(/\/+$/, '');
  return slashed.slice(0, Math.max(0, slashed.lastIndexOf('/')));
}

/** Whether a native path is `folder` or stands under it. */
export function isUnder(path: string, folder: string): boolean {
  const top = toSlashes(folder).replace(/\/+$/, '');
  const slashed = toSlashes(path);
  return slashed === top || slashed.startsWith(`${top}/`);
}
