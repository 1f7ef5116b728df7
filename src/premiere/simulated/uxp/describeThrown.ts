/** What was thrown, in words, and where, as far as it says so. */
interface Description {
  readonly message: string;
  /** Empty when nobody can tell. */
  readonly stack: string;
}

/** Describes what a script threw without running any more of the script: its getters could. */
export function describeThrown(thrown: unknown): Description {
  if (typeof thrown === 'function') return { message: '[object Function]', stack: '' };
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown), stack: '' };
  const stack = ownText(thrown, 'stack');
  const message = ownText(thrown, 'message');
  const name = /^(?:Uncaught )?([A-Za-z]*Error)\b/.exec(stack)?.[1] ?? 'Error';
  return { message: message === '' ? '[object Object]' : `${name}: ${message}`, stack };
}

function ownText(thrown: object, name: string): string {
  const value: unknown = Object.getOwnPropertyDescriptor(thrown, name)?.value;
  return typeof value === 'string' ? value : '';
}
