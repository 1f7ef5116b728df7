import type { Finding } from '../../finding/Finding';

/** A row of a manifest or tag manifest. */
export interface BagManifestEntry {
  /** From the bag's folder, with `/`: `data/media/…`. */
  readonly path: string;
  /** Lower-case hex. */
  readonly digest: string;
}

/** What a manifest says; rows that cannot be used are findings. */
export interface ParsedBagManifest {
  readonly entries: readonly BagManifestEntry[];
  readonly findings: readonly Finding[];
}

/**
 * The text of a manifest, sorted by path: what `sha256sum -c` reads, but that CR, LF and `%` in a
 * name are percent-encoded (RFC 8493, section 2.1.3).
 */
export function formatBagManifest(entries: readonly BagManifestEntry[]): string {
  return [...entries]
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .map(({ path, digest }) => `${digest}  ${encodeBagPath(path)}\n`)
    .join('');
}

/** Reads a manifest; `subject` names it in the findings. A path listed twice is a finding. */
export function parseBagManifest(text: string, subject: string): ParsedBagManifest {
  const entries = new Map<string, BagManifestEntry>();
  const findings: Finding[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const entry = toEntry(line);
    if (entry === undefined) findings.push(toFinding(subject, index, 'is no digest with a path'));
    else if (entries.has(entry.path)) findings.push(toFinding(subject, index, 'comes twice'));
    else entries.set(entry.path, entry);
  }
  return { entries: [...entries.values()], findings };
}

function toEntry(line: string): BagManifestEntry | undefined {
  const match = /^([0-9a-f]+)[ \t]+\*?(.+)$/i.exec(line);
  const [, digest = '', written = ''] = match ?? [];
  const path = decodeBagPath(written.replace(/^\.\//, ''));
  return match && isInBag(path) ? { path, digest: digest.toLowerCase() } : undefined;
}

/** A manifest may name nothing outside its bag. */
function isInBag(path: string): boolean {
  return (
    !path.includes('\0') &&
    path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')
  );
}

function encodeBagPath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) =>
    character === '%' ? '%25' : character === '\r' ? '%0D' : '%0A',
  );
}

function decodeBagPath(written: string): string {
  return written.replace(/%(25|0D|0A)/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function toFinding(subject: string, index: number, reason: string): Finding {
  return {
    code: 'manifest-row-unreadable',
    severity: 'error',
    subject,
    message: `Row ${index + 1} of “${subject}” ${reason}.`,
  };
}
