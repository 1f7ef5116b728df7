import { sceneOfSetup } from './parseSetup';
import type { Slate, SlateFlags } from './Slate';

/**
 * The field's shorthand: `24A-3`, with the camera `24A-3_A`, a pick-up `24A-3PU`, a wild track
 * `24A-WT1`, the UK style `Sc 4 Slate 5 Take 2`. `parseSlate` reads it back as it was.
 */
export function formatSlate(slate: Slate): string {
  const camera = slate.camera === null ? '' : `_${slate.camera}`;
  const usStyle = slate.scene !== null && slate.scene === sceneOfSetup(slate.setup);
  return `${usStyle ? formatUs(slate) : formatUk(slate)}${camera}`;
}

/** A take's name as people say it: `24A-3`; the setup alone where there is no take. */
export function formatTake(setup: string, take: number | null): string {
  return take === null ? setup : `${setup}-${take}`;
}

function formatUs({ setup, take, flags }: Slate): string {
  const marks = otherMarks(flags);
  const sound = soundMark(flags);
  if (sound !== '') return `${setup}-${sound}${take ?? ''}${marks}`;
  return take === null ? `${setup}${marks}` : `${setup}-${take}${marks}`;
}

function formatUk({ scene, setup, take, flags }: Slate): string {
  const marks = `${soundMark(flags)}${otherMarks(flags)}`;
  const place = scene === null ? '' : `Sc ${scene} `;
  return `${place}Slate ${setup}${take === null ? '' : ` Take ${take}`}${marks && ` ${marks}`}`;
}

function soundMark(flags: SlateFlags): string {
  return `${flags.wildTrack ? 'WT' : ''}${flags.roomTone ? 'RT' : ''}`;
}

function otherMarks(flags: SlateFlags): string {
  return `${flags.mos ? 'MOS' : ''}${flags.pickup ? 'PU' : ''}${flags.tailSlate ? 'TS' : ''}`;
}
