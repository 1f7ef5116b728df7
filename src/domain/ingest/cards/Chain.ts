/**
 * A clip that was split over files, in order; null where a file is missing. Files are told by
 * {@link chainKey}.
 */
export type Chain = readonly (string | null)[];

/** What tells a clip's file on its card. */
export function chainKey(root: string, name: string): string {
  return `${root}|${name.toUpperCase()}`;
}
