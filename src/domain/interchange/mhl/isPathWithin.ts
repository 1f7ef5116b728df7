/** Whether a path from a manifest stays in its folder: relative, with `/`, no `..`, no empty step. */
export function isPathWithin(path: string): boolean {
  return (
    path !== '' &&
    !path.includes('\0') &&
    !/^[a-z]:/i.test(path) &&
    path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')
  );
}
