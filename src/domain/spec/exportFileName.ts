/** What a file name template may name. */
const nameTokens = ['title', 'sequence', 'spec', 'version', 'raster', 'rate', 'date'] as const;

/** What a file name template may name. */
type NameToken = (typeof nameTokens)[number];

/** Leaves room for an extension and a number within the 255 bytes that file systems allow. */
const longestName = 200;

/** Names that Windows keeps for devices, whatever the extension. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const tokenPattern = /\{([^{}]*)\}/g;

/** Why a template is no file name; undefined when it is one. */
export function checkNameTemplate(template: string): string | undefined {
  const unknown = [...template.matchAll(tokenPattern)]
    .map((match) => match[1] ?? '')
    .find((name) => !(nameTokens as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const known = nameTokens.map((name) => `{${name}}`).join(', ');
    return `{${unknown}} is unknown; there are ${known}`;
  }
  const rest = template.replace(tokenPattern, '');
  if (/[{}]/.test(rest)) return 'has a brace without its partner';
  if (!/^[A-Za-z0-9._-]*$/.test(rest)) {
    return 'may hold letters A to Z, digits, “.”, “_” and “-” beside its {tokens}';
  }
  return template === '' ? 'is empty' : undefined;
}

/**
 * The name of an exported file, without extension. Only `A–Z a–z 0–9 . _ -` are left (the
 * characters Netflix allows): accents are taken off, everything else becomes `_`. It never leads
 * out of its folder, is never hidden, never a device name of Windows and never empty.
 */
export function exportFileName(
  template: string,
  values: Readonly<Partial<Record<NameToken, string>>>,
): string {
  const filled = template.replace(
    tokenPattern,
    (_, name: string) => values[name as NameToken] ?? '',
  );
  const legal = filled
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/_{2,}/g, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/^[._-]+/, '')
    .slice(0, longestName)
    .replace(/[._-]+$/, '');
  if (legal === '') return 'export';
  return deviceName.test(legal) ? `export_${legal}` : legal;
}
