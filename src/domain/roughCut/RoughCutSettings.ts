/** How a rough cut is put together. */
export interface RoughCutSettings {
  /** Which camera's clip of a take is cut in: the first of these that rolled, then the others. */
  readonly cameraOrder: readonly string[];
  /** How long an eighth of a page plays, in seconds: the length of a gap. */
  readonly secondsPerEighth: number;
  /** Length of a gap where the script does not say how long its scene is. */
  readonly assumedEighths: number;
  /** Timecode label of the sequence's first frame. */
  readonly startTimecode: string;
}

/** Camera A then B; a minute to the page; a program that starts at one hour. */
export const defaultRoughCutSettings: RoughCutSettings = {
  cameraOrder: ['A', 'B'],
  secondsPerEighth: 7.5,
  assumedEighths: 8,
  startTimecode: '01:00:00:00',
};
