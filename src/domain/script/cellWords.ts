const yes =
  /^(?:y|yes|x|true|1|\*|✓|✔|ok|circled?|print(?:ed)?|best|good|select(?:ed)?|keep|pref(?:erred)?|favou?rite|mos|wt|wild|ja|oui|si|sí)$/i;
const no = /^(?:n|no|false|0|-|–|—|nein|non|ng|n\.g\.|hold|reject(?:ed)?|false start)$/i;

/** What a cell of a yes-or-no column says: null when it is empty, undefined when it is neither. */
export function readYesNo(cell: string): boolean | null | undefined {
  if (cell === '') return null;
  if (yes.test(cell)) return true;
  return no.test(cell) ? false : undefined;
}

/** A file's name as a cell gives it, without ending; null for a cell that says there is none. */
export function readFileName(cell: string): string | null {
  const bare = cell.trim().replace(/\.[A-Za-z][A-Za-z0-9]{2,3}$/, '');
  return bare === '' || no.test(bare) ? null : bare;
}

/** The cells' file names, where one cell may hold several. */
export function readFileNames(cell: string): readonly string[] {
  return cell.split(/[,;+\n]/).filter((name) => readFileName(name) !== null);
}
