import type { Finding } from '../../finding/Finding';

/** A line of `bag-info.txt`. Labels may come more than once; their order is kept. */
export interface BagInfoEntry {
  readonly label: string;
  readonly value: string;
}

/** How much a bag holds: octets and files of its payload (RFC 8493, `Payload-Oxum`). */
export interface PayloadOxum {
  readonly sizeBytes: number;
  readonly files: number;
}

/** What `bag-info.txt` says. */
export interface ParsedBagInfo {
  readonly entries: readonly BagInfoEntry[];
  readonly findings: readonly Finding[];
}

/** The text of `bag-info.txt`; line breaks inside a value become blanks (RFC 8493, section 2.2.2). */
export function formatBagInfo(entries: readonly BagInfoEntry[]): string {
  const toLine = ({ label, value }: BagInfoEntry) =>
    `${label}: ${value.replace(/\s*[\r\n]+\s*/g, ' ').trim()}\n`;
  return entries.map(toLine).join('');
}

/** Reads `bag-info.txt`; values folded over indented lines are joined by one blank. */
export function parseBagInfo(text: string): ParsedBagInfo {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const folded: string[] = [];
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const isContinuation = /^[ \t]/.test(line) && folded.length > 0;
    if (isContinuation) folded.push(`${folded.pop() ?? ''} ${line.trim()}`);
    else folded.push(line);
  }
  const rows = folded.map((line) => /^([^:\s][^:]*?)\s*:\s*(.*)$/s.exec(line) ?? line);
  return {
    entries: rows.flatMap((row) =>
      typeof row === 'string' ? [] : [{ label: row[1] ?? '', value: (row[2] ?? '').trim() }],
    ),
    findings: rows.filter((row) => typeof row === 'string').map(toFinding),
  };
}

/** The first value of a label, whatever its case; undefined when there is none. */
export function bagInfoValue(entries: readonly BagInfoEntry[], label: string): string | undefined {
  const wanted = label.toLowerCase();
  return entries.find((entry) => entry.label.toLowerCase() === wanted)?.value;
}

/** `123456.78`: octets, then files. */
export function formatPayloadOxum({ sizeBytes, files }: PayloadOxum): string {
  return `${sizeBytes}.${files}`;
}

/** Reads a `Payload-Oxum`; undefined when the text is none. */
export function parsePayloadOxum(text: string): PayloadOxum | undefined {
  const match = /^(\d+)\.(\d+)$/.exec(text.trim());
  return match ? { sizeBytes: Number(match[1]), files: Number(match[2]) } : undefined;
}

function toFinding(line: string): Finding {
  return {
    code: 'bag-info-row-unreadable',
    severity: 'warning',
    subject: 'bag-info.txt',
    message: `“${line}” in bag-info.txt is no label with a value.`,
  };
}
