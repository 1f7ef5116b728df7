/** Whose naming a clip's name follows. */
export type CameraMaker =
  'arri' | 'red' | 'canon' | 'blackmagic' | 'panasonic' | 'sony-cinema' | 'sony-xavc';

/** What a camera wrote into its clip's name. Null where the name does not say. */
export interface CameraName {
  readonly maker: CameraMaker;
  /** The camera's letter: `A`, `AB`. */
  readonly camera: string | null;
  /** Camera and reel as the card is called: `A001`, `A_0001`. */
  readonly reel: string | null;
  /** The clip's counter: `C003`. */
  readonly clip: string;
  /** `YYYY-MM-DD`; null where the name has no whole date. */
  readonly date: string | null;
  /** Part of a clip that was split over files, from 1; null where it is not. */
  readonly part: number | null;
}
