import { cameraPatterns } from './cameraPatterns';
import type { NamePattern } from './NamePattern';
import { recorderPatterns } from './recorderPatterns';
import { slatePatterns } from './slatePatterns';

/** All ways in which names are made, in the order in which they are tried. */
export const namePatterns: readonly NamePattern[] = [
  ...cameraPatterns,
  ...recorderPatterns,
  ...slatePatterns,
];

/** Ids of all patterns, in the table's order. */
export const namePatternIds: readonly string[] = namePatterns.map(({ id }) => id);
