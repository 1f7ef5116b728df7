import { UserFacingError } from '../../contract/UserFacingError';
import { strings } from '../strings';

/** The entries of an input that takes one a line and may be empty. Spaces inside a path are its own. */
export function toLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An input that must hold something. @throws UserFacingError `bad-arguments`, naming the input */
export function toRequired(text: string, label: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new UserFacingError('bad-arguments', strings.inputs.isEmpty(label));
  return trimmed;
}

/** An input that takes one entry a line and must hold one. @throws UserFacingError `bad-arguments` */
export function toRequiredLines(text: string, label: string): string[] {
  toRequired(text, label);
  return toLines(text);
}

/** An input that may stay empty: null then. */
export function toOptional(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
