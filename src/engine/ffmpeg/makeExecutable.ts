import { accessSync, chmodSync, constants, statSync } from 'node:fs';

/** Lets a packaged program be run: install scripts that would see to it are not run everywhere. */
export function makeExecutable(program: string): void {
  if (process.platform === 'win32' || isExecutable(program)) return;
  chmodSync(program, statSync(program).mode | 0o111);
}

/** Whether a program is there and may be run by this account. */
export function isExecutable(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)) return false;
    throw error;
  }
}
