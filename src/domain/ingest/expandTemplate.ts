/** What a preset's templates may name. */
export const tokenNames = [
  'scene',
  'setup',
  'take',
  'camera',
  'roll',
  'clip',
  'card',
  'folder',
  'date',
  'day',
  'part',
  'name',
] as const;

/** What a preset's templates may name. */
export type TokenName = (typeof tokenNames)[number];

/** What is known of a file; empty where nothing is. */
export type Tokens = Readonly<Record<TokenName, string>>;

/** A template with its tokens put in, or the tokens that nothing is known of. */
export type Expanded =
  | { readonly ok: true; readonly text: string; readonly madeSafe: readonly TokenName[] }
  | { readonly ok: false; readonly missing: readonly TokenName[] };

/* Control characters of both blocks, and the line and paragraph separators. */
const controls = /[\p{Cc}\u2028\u2029]/u;
const everyControl = new RegExp(controls, 'gu');
const tokenPattern = /\{([^{}]*)\}/g;

/** The tokens a template names, or in words what is wrong with it. */
export function templateTokens(template: string): {
  readonly tokens: readonly TokenName[];
  readonly problem: string | undefined;
} {
  const named = [...template.matchAll(tokenPattern)].map((match) => match[1] ?? '');
  const unknown = named.find((name) => !isTokenName(name));
  if (unknown !== undefined) {
    const known = tokenNames.map((name) => `{${name}}`).join(', ');
    return { tokens: [], problem: `{${unknown}} is unknown; there are ${known}` };
  }
  const isBroken = /[{}]/.test(template.replace(tokenPattern, ''));
  const problem = isBroken ? 'has a brace without its partner' : undefined;
  return { tokens: named.filter(isTokenName), problem };
}

/** Why a template is no bin path; undefined when it is one. A bin path starts with `/`. */
export function checkPathTemplate(template: string): string | undefined {
  if (!template.startsWith('/')) return 'must start with “/”, the root of the project';
  if (controls.test(template)) return 'holds a control character';
  if (template.includes('\\')) return 'holds “\\”; levels are parted by “/”';
  const levels = template.slice(1).split('/');
  if (levels.some((level) => level.trim() === '')) return 'holds a level without a name';
  if (levels.some((level) => /^\.{1,2}$/.test(level.trim()))) {
    return 'climbs out of its folder with “.” or “..”';
  }
  return templateTokens(template).problem;
}

/**
 * Puts what is known of a file into a template. A value that came from a file can never make a bin
 * level of its own: separators become `-`, control characters a space, `.` and `..` become `_`.
 */
export function expandTemplate(template: string, tokens: Tokens): Expanded {
  const named = templateTokens(template).tokens;
  const missing = named.filter((name) => tokens[name].trim() === '');
  if (missing.length > 0) return { ok: false, missing: [...new Set(missing)] };
  const text = template.replace(tokenPattern, (_, name: TokenName) => toHarmless(tokens[name]));
  const madeSafe = named.filter((name) => toHarmless(tokens[name]) !== tokens[name]);
  return { ok: true, text: text.normalize('NFC'), madeSafe };
}

/** A bin path whose levels are left out where nothing is known of what they name; `/` alone is none. */
export function expandKnownLevels(template: string, tokens: Tokens): string {
  const levels = template.slice(1).split('/');
  const known = levels.flatMap((level) => {
    const expanded = expandTemplate(level, tokens);
    return expanded.ok ? [expanded.text] : [];
  });
  return `/${known.join('/')}`;
}

function toHarmless(value: string): string {
  const plain = value.replace(/[/\\]/g, '-').replace(everyControl, ' ').trim();
  return /^\.{1,2}$/.test(plain) ? '_' : plain;
}

function isTokenName(name: string): name is TokenName {
  return (tokenNames as readonly string[]).includes(name);
}
