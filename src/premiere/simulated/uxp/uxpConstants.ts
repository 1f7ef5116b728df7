import { toNumber } from '../es3/scriptValues';

/**
 * `Constants`: names are Adobe's. What they are at run time is established only where the reference
 * says so (labels, marker colours, kinds of track items): compare members and never numbers.
 */
export const uxpConstants = {
  TrackItemType: { EMPTY: 0, CLIP: 1, TRANSITION: 2, PREVIEW: 3, FEEDBACK: 4 },
  MediaType: { ANY: 0, DATA: 1, VIDEO: 2, AUDIO: 3 },
  ContentType: { ANY: 0, SEQUENCE: 1, MEDIA: 2 },
  ExportType: {
    QUEUE_TO_AME: 'QUEUE_TO_AME',
    QUEUE_TO_APP: 'QUEUE_TO_APP',
    IMMEDIATELY: 'IMMEDIATELY',
  },
  MetadataType: { INTEGER: 0, REAL: 1, TEXT: 2, BOOLEAN: 3 },
  // White, 5, has no name here.
  MarkerColor: { GREEN: 0, RED: 1, MAGNETA: 2, ORANGE: 3, YELLOW: 4, BLUE: 6, CYAN: 7 },
  // Caribbean, 2, has no name here.
  ProjectItemColorLabel: {
    VIOLET: 0,
    IRIS: 1,
    LAVENDER: 3,
    CERULEAN: 4,
    FOREST: 5,
    ROSE: 6,
    MANGO: 7,
    PURPLE: 8,
    BLUE: 9,
    TEAL: 10,
    MAGENTA: 11,
    TAN: 12,
    GREEN: 13,
    BROWN: 14,
    YELLOW: 15,
  },
} as const;

/** The kind of media as marks of project items count it: 1 picture, 2 sound, 4 both. */
export function toItemMediaType(value: unknown): number {
  const { VIDEO, AUDIO } = uxpConstants.MediaType;
  const given = value === undefined ? uxpConstants.MediaType.ANY : toNumber(value);
  if (given === VIDEO) return 1;
  return given === AUDIO ? 2 : 4;
}
