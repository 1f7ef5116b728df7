/** What a slate says beside its numbers. */
export interface SlateFlags {
  /** Shot without sound. */
  readonly mos: boolean;
  /** A pick-up: part of a take, done again (`PU`). */
  readonly pickup: boolean;
  /** Sound without picture (`WT`). */
  readonly wildTrack: boolean;
  /** The sound of the empty room (`RT`). */
  readonly roomTone: boolean;
  /** Slated at the end of the take, upside down (`TS`). */
  readonly tailSlate: boolean;
}

/** What a slate, or a name made from one, says for certain. */
export interface Slate {
  /** `24`, `A24`; null where a UK slate number stands without its scene. */
  readonly scene: string | null;
  /** `24`, `24A`, `24AA`; in the UK style the slate number, `112`. */
  readonly setup: string;
  /** Counts from 1; null where the name gives none (a room tone, a setup's folder). */
  readonly take: number | null;
  /** `A`, or `AB` for a name that stands for both cameras; null where the name says none. */
  readonly camera: string | null;
  readonly flags: SlateFlags;
}

/** A slate that says nothing beside its numbers. */
export const noFlags: SlateFlags = {
  mos: false,
  pickup: false,
  wildTrack: false,
  roomTone: false,
  tailSlate: false,
};

/** Reads the marks of a slate, `MOS`, `PU`, `WT`, `RT`, `TS`, out of a text that holds nothing else. */
export function toSlateFlags(marks: string): SlateFlags {
  return {
    mos: marks.includes('MOS'),
    pickup: marks.includes('PU'),
    wildTrack: marks.includes('WT'),
    roomTone: marks.includes('RT'),
    tailSlate: marks.includes('TS'),
  };
}
