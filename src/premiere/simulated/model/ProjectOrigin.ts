import path from 'node:path';

/** A project of Adobe Premiere that was opened: the file as it was, and what of it is not shown. */
export interface ProjectOrigin {
  readonly report: OriginReport;
  /** The file's own bytes in base64; `gzip` where we compressed them, because it was plain XML. */
  readonly original: { readonly packing: 'as it was' | 'gzip'; readonly base64: string };
}

/** What was not understood of a project of Adobe Premiere. */
export interface OriginReport {
  /** Absolute path of the file. */
  readonly path: string;
  /** Generation of its format: 23 (CS5.5) to 45 (26.x). */
  readonly projectVersion: string;
  /** Build that saved it, in its own words. */
  readonly build: string;
  /** Objects of the file that nothing reads, by their tag, most frequent first. */
  readonly objects: readonly { readonly tag: string; readonly count: number }[];
  /** What was read in part or is broken, one sentence each, and how often it applies. */
  readonly remarks: readonly { readonly text: string; readonly count: number }[];
  /** Media paths of the project at which there is no file now. */
  readonly missingMedia: readonly string[];
}

/** What was not understood, a line each, beginning with the file's name. */
export function unreadLines(report: OriginReport): readonly string[] {
  const remarks = report.remarks.map(({ text, count }) => `${text} (${count})`);
  const unread = report.objects.map(({ tag, count }) => `${count} ${tag}`).join(', ');
  const lines = unread === '' ? remarks : [...remarks, `Not read: ${unread}.`];
  return lines.map((line) => `“${path.basename(report.path)}”: ${line}`);
}
