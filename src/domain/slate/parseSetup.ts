/** A setup taken apart: `A24AB` is prefix `A`, number 24, letters `AB`. */
export interface SetupParts {
  /** Letters before the number: the script put `A24` before `24`. */
  readonly prefix: string;
  /** 1 to 9999. */
  readonly number: number;
  /** Letters after it: the setup (or a scene that the script put after another). */
  readonly letters: string;
}

const setupPattern = /^(?:SCENE|SC)?[ ._-]*([A-Z]{0,2})[ ._-]*0*([1-9]\d{0,3})[ ._-]*([A-Z]{0,2})$/;

/**
 * Reads a scene or setup where the place says that it is one: a table's column, iXML's SCENE.
 * `24A`, `24-A`, `24 A`, `024A`, `Sc24A` are the same. Undefined for anything else.
 */
export function parseSetup(text: string): SetupParts | undefined {
  const match = setupPattern.exec(text.normalize('NFC').trim().toUpperCase());
  if (!match) return undefined;
  const [, prefix = '', number = '', letters = ''] = match;
  return { prefix, number: Number(number), letters };
}

/** One spelling for all: `24A`. Undefined when `text` names no scene or setup. */
export function normaliseSetup(text: string): string | undefined {
  const parts = parseSetup(text);
  return parts && `${parts.prefix}${parts.number}${parts.letters}`;
}

/**
 * The scene of a US setup: `24A` is scene 24, `A24B` scene A24. A scene that the script itself
 * calls `24A` cannot be told from a setup by its name: where a log or script says which, ask that.
 * Undefined when `setup` names none.
 */
export function sceneOfSetup(setup: string): string | undefined {
  const parts = parseSetup(setup);
  return parts && `${parts.prefix}${parts.number}`;
}
