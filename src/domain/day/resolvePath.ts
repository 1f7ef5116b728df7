/** The folder a file stands in: everything before the last separator. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}

/** The last element of a path. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/**
 * A path from a file, seen from `folder`. Absolute paths stand as they are; relative ones may
 * not climb out: undefined then.
 */
export function resolvePath(folder: string, path: string): string | undefined {
  if (/^(\/|\\\\|[A-Za-z]:[\\/])/.test(path)) return path;
  const elements = path.split(/[\\/]/);
  if (elements.includes('..')) return undefined;
  return [folder, ...elements.filter((element) => element !== '' && element !== '.')].join('/');
}
