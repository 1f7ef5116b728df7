/** Which of several edits at one place stands first. */
const ranks = { closing: 0, insertion: 1, opening: 2, replacement: 3 } as const;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: keyof typeof ranks;
}

interface RegularExpression {
  readonly start: number;
  readonly end: number;
  readonly pattern: string;
  readonly flags: string;
}

/** Changes to a source, noted while it is read and made at once. None moves a line. */
export class SourceEdits {
  private readonly edits: Edit[] = [];

  /** Puts a text in. */
  insert(at: number, text: string): void {
    this.edits.push({ start: at, end: at, text, kind: 'insertion' });
  }

  /** Puts a text in the place of another. */
  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text, kind: 'replacement' });
  }

  /** Puts a pair of texts around a stretch. */
  wrap(start: number, end: number, [before, after]: readonly [string, string]): void {
    this.edits.push({ start, end: start, text: before, kind: 'opening' });
    this.edits.push({ start: end, end, text: after, kind: 'closing' });
  }

  /** What the engine underneath would refuse while reading, it shall refuse while running. */
  regularExpression({ start, end, pattern, flags }: RegularExpression): void {
    if (isOldAndValid(pattern) && new Set(flags).size === flags.length) return;
    const once = [...new Set(flags)].join('');
    this.replace(start, end, `RegExp(${JSON.stringify(pattern)},'${once}')`);
  }

  /** The source with all changes made. */
  apply(source: string): string {
    if (this.edits.length === 0) return source;
    const noted = new Map(this.edits.map((edit, index) => [edit, index]));
    const order = (edit: Edit) => (noted.get(edit) ?? 0) * (edit.kind === 'opening' ? -1 : 1);
    // Inner stretches are noted before outer ones: they close first and open last.
    const ordered = [...this.edits].sort(
      (left, right) =>
        left.start - right.start ||
        ranks[left.kind] - ranks[right.kind] ||
        order(left) - order(right),
    );
    let text = '';
    let position = 0;
    for (const edit of ordered) {
      text += source.slice(position, edit.start) + edit.text;
      position = edit.end;
    }
    return text + source.slice(position);
  }
}

/** Looking behind and named groups are newer than ExtendScript. */
const newerPattern = /\(\?<|\\[pPk]\{|\\k</;

/** Whether a pattern is one of ES3. */
export function isOldAndValid(pattern: string): boolean {
  if (newerPattern.test(pattern)) return false;
  try {
    return new RegExp(pattern).source !== '';
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
}
