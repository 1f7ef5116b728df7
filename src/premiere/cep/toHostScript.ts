import type { WireCalls } from '../../contract/host';

/** Characters that end a line in an ECMAScript 3 string literal, though JSON lets them stand. */
const lineSeparators = /[\u2028\u2029]/g;

/**
 * The one script that is ever sent: a call by name with its request as a JSON string literal.
 * Nothing of the request can become code, whatever names and paths it holds.
 */
export function toHostScript(name: keyof WireCalls, request: unknown): string {
  const literal = JSON.stringify(JSON.stringify(request)).replace(
    lineSeparators,
    (separator) => `\\u${separator.charCodeAt(0).toString(16)}`,
  );
  return `$.global["com.slateflow.host"].call("${name}", ${literal})`;
}
