/** Says whether a path of a history is left out; `isFolder` since some rules mean folders only. */
export type IgnoreRules = (path: string, isFolder: boolean) => boolean;

interface Rule {
  readonly expression: RegExp;
  readonly foldersOnly: boolean;
  readonly keeps: boolean;
}

/**
 * Rules from a manifest's ignore patterns, in the syntax of .gitignore: the last one that matches
 * decides, and what stands in an ignored folder is ignored with it.
 */
export function toIgnoreRules(patterns: readonly string[]): IgnoreRules {
  const rules = patterns.flatMap((pattern) => toRule(pattern) ?? []);
  const decide = (path: string, isFolder: boolean): boolean => {
    const last = rules.findLast(
      ({ expression, foldersOnly }) => (isFolder || !foldersOnly) && expression.test(path),
    );
    return last !== undefined && !last.keeps;
  };
  return (path, isFolder) => {
    const steps = path.split('/');
    const inIgnored = steps.some(
      (_step, index) => index > 0 && decide(steps.slice(0, index).join('/'), true),
    );
    return inIgnored || decide(path, isFolder);
  };
}

function toRule(line: string): Rule | undefined {
  const pattern = line.replace(/(?<!\\)\s+$/, '');
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const keeps = pattern.startsWith('!');
  const body = pattern.slice(keeps ? 1 : 0);
  const foldersOnly = body.endsWith('/');
  const name = foldersOnly ? body.slice(0, -1) : body;
  // A slash before the end ties the pattern to the root.
  const isAnchored = name.includes('/');
  const source = toExpression(name.replace(/^\//, ''));
  const expression = compile(`^${isAnchored ? '' : '(?:.*/)?'}${source}$`);
  return expression && { expression, foldersOnly, keeps };
}

/** A range that runs backwards, `[z-a]`, matches nothing, as in git. */
function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'su');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const tokens = /\*\*\/|\/\*\*$|\*+|\?|\[(?:!|\^)?\]?[^\]]*\]|\\.|[^*?[\\]+|[[\\]/gsu;

function toExpression(pattern: string): string {
  return (pattern.match(tokens) ?? []).map(toSource).join('');
}

function toSource(token: string): string {
  if (token === '**/') return '(?:.*/)?';
  if (token === '/**') return '/.*';
  if (token.startsWith('*')) return '[^/]*';
  if (token === '?') return '[^/]';
  if (/^\[./su.test(token)) return toCharacterClass(token);
  return escapeForExpression(token.replace(/^\\(?=.)/su, ''));
}

function toCharacterClass(token: string): string {
  const inner = token.slice(1, -1).replace(/^!/, '^');
  return `[${inner.replace(/[\\[\]]/g, '\\$&')}]`;
}

function escapeForExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (character) =>
    character === '-' ? '\\x2d' : `\\${character}`,
  );
}
