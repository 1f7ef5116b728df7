/**
 * What tells two media files apart by their paths: accents composed (macOS writes them apart), and
 * on Windows drives one kind of slash and no case.
 */
export function pathKey(path: string): string {
  const composed = path.normalize('NFC');
  const isWindows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(composed);
  return isWindows ? composed.replace(/\\/g, '/').toLowerCase() : composed;
}
