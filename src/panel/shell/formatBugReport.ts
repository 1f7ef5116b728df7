/** Where on the stack: our own script's name, line and column. */
const framePattern = /([\w-]+\.js):(\d+):(\d+)/;

/**
 * An error as a report that may be sent to strangers: what kind, in which words, where in our
 * script. Quoted names, paths and file names are taken out, since they name somebody's material.
 */
export function formatBugReport(error: unknown, facts: Readonly<Record<string, string>>): string {
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  const { name, message, stack } = toError(error);
  const frames = stack.split('\n').flatMap((line) => framePattern.exec(line)?.[0] ?? []);
  return [
    `${name}: ${withoutMedia(message)}`,
    ...frames.map((frame) => `  at ${frame}`),
    ...lines,
  ].join('\n');
}

function toError(error: unknown): { name: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

function withoutMedia(message: string): string {
  return message
    .replace(/“[^”]*”|"[^"]*"|‘[^’]*’|'[^']*'/g, '‹name›')
    .replace(/(?:[A-Za-z]:[\\/]|\\\\|\/)[^\n]*/g, '‹path›')
    .replace(/\S+\.[A-Za-z]\w{1,4}\b/g, '‹file›');
}
