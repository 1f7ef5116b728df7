import type { Finding } from '../../finding/Finding';
import type { RawRow } from '../../script/readRows';

/** A clip list as read: headings first, then one row a clip. */
export interface ParsedAle {
  readonly rows: readonly RawRow[];
  /** One error where the text cannot be used. */
  readonly findings: readonly Finding[];
}

type Section = 'heading' | 'column' | 'data';

/** Whether a text is an Avid Log Exchange: its sections each open with a word alone on its line. */
export function isAle(text: string): boolean {
  return /^\s*(?:heading|column)[ \t]*(?:\r|\n)/i.test(text);
}

/**
 * Reads an Avid Log Exchange: `Heading`, `Column`, `Data`, cells divided by tabs and never quoted.
 * Blank lines may be missing, tabs may trail, unknown columns stay in their order. Avid Media
 * Composer, “Avid Log Specifications”.
 */
export function parseAle(text: string): ParsedAle {
  const rows: RawRow[] = [];
  let section: Section = 'heading';
  let hasData = false;
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    const opened = sectionOf(content);
    if (opened) {
      section = opened;
      hasData ||= opened === 'data';
    } else if (section !== 'heading' && content.trim() !== '') {
      rows.push({ line: index + 1, cells: content.split('\t') });
    }
  });
  return { rows, findings: checkSections(rows, hasData) };
}

function sectionOf(line: string): Section | undefined {
  const word = line.trim().toLowerCase();
  return word === 'heading' || word === 'column' || word === 'data' ? word : undefined;
}

function checkSections(rows: readonly RawRow[], hasData: boolean): readonly Finding[] {
  const [columns] = rows;
  if (!columns || !hasData) {
    const missing = columns ? 'Data' : 'Column';
    const message = `The clip list has no section “${missing}”: it was cut short. Export the ALE again.`;
    return [fault('ale-incomplete', message)];
  }
  if (columns.cells.length > 1) return [];
  const message =
    'The columns of the clip list are not divided by tabs, as an ALE’s must be: an editor or a mail program turned them into spaces. Export the ALE again and send it as a file.';
  return [fault('log-wrong-delimiter', message)];
}

function fault(code: string, message: string): Finding {
  return { code, severity: 'error', subject: 'log', message };
}
