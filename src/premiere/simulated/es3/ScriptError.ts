/** What Premiere itself throws into a script. The script sees an `Error` of its own with this text. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** The texts Premiere throws (premiere-hosts E4); everything else is silent. */
export const scriptErrorTexts = {
  illegalType: 'Illegal Parameter type',
  notEnough: 'Not Enough Parameters',
  unknown: 'Unknown error exception',
  stale: 'Object is invalid',
} as const;
