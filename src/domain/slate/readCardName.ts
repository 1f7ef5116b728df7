/** The card a folder holds, as cameras name them: `A001R1AB`, `A_0045_1EHP`, `A001_0502XX`. */
export interface CardName {
  readonly camera: string;
  /** `A001`, `A_0001`. */
  readonly reel: string;
}

/** ARRI's reel with its serial, the later form with it, RED's magazine with its date, a bare reel. */
const expression =
  /^(?:(?<camera>[A-Z])(?<reel>\d{3})(?:[RL][0-9A-Z]{2,6}|_\d{4}[0-9A-Z]{2})?|(?<index>[A-Z][A-Z_])_?(?<long>\d{4})_[0-9A-Za-z]{4,7})(?:\.RDM)?$/;

/** Reads a card's folder name. Undefined when it is no camera's reel. */
export function readCardName(folder: string): CardName | undefined {
  const groups: Readonly<Record<string, string | undefined>> | undefined =
    expression.exec(folder)?.groups;
  if (!groups) return undefined;
  const { camera, reel = '', index = '', long = '' } = groups;
  return camera === undefined
    ? { camera: index.replace('_', ''), reel: `${index}${long}` }
    : { camera, reel: `${camera}${reel}` };
}
