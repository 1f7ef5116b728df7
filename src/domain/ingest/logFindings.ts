import type { Finding } from '../finding/Finding';
import { whereStated } from '../report/mergeLogs';
import type { LoggedClip, LoggedTake } from '../script/LoggedTake';
import { takeNameOf, takeTextOf } from '../script/takeNameOf';
import type { NamedFile } from './MediaByName';
import type { SourceMedium } from './SourceMedium';

const pathsTold = 5;

/** What part of a take a name stands for, in words. */
export function whatIsNamed({ kind, camera }: NamedFile): string {
  if (kind === 'sound') return 'sound';
  return camera === null ? 'picture' : `camera ${camera}`;
}

/** Nothing that was picked up belongs to a take. */
export function takeWithoutMedia(take: LoggedTake): Finding {
  return {
    code: 'log-take-without-media',
    severity: 'warning',
    subject: `${take.setup} take ${takeTextOf(take)}`,
    message: `${takeNameOf(take)} is logged (${whereOf(take)}), and nothing that was picked up belongs to it.`,
  };
}

/** One clip or recording of a take was not picked up. */
export function partWithoutMedia(take: LoggedTake, named: NamedFile): Finding {
  return {
    code: 'log-take-without-media',
    severity: 'warning',
    subject: `${take.setup} take ${takeTextOf(take)} ${whatIsNamed(named)}`,
    message: `“${nameOf(named)}” is logged for ${takeNameOf(take)} (${whereOf(take)}), and it was not picked up.`,
  };
}

/** A clip that a report lists was not picked up. */
export function clipWithoutMedia(clip: LoggedClip): Finding {
  return {
    code: 'log-clip-without-media',
    severity: 'warning',
    subject: nameOf(clip),
    message: `“${nameOf(clip)}” is listed (${whereStated(clip)}), and it was not picked up.`,
  };
}

/** No log means this file. */
export function notInLog({ file, kind }: SourceMedium): Finding {
  return {
    code: 'media-not-in-log',
    severity: 'warning',
    subject: file.path,
    message: `The log does not list this ${kind === 'picture' ? 'clip' : 'recording'}.`,
  };
}

/** A name that could be any of several files. */
export function ambiguous(
  take: LoggedTake,
  named: NamedFile,
  found: readonly SourceMedium[],
): Finding {
  const paths = found.slice(0, pathsTold).map(({ file }) => file.path);
  const more = found.length > pathsTold ? ` and ${found.length - pathsTold} more` : '';
  return {
    code: 'log-clip-ambiguous',
    severity: 'warning',
    subject: `${take.setup} take ${takeTextOf(take)} ${whatIsNamed(named)}`,
    message: `“${named.clip}” (${whereOf(take)}) could be any of: ${paths.join(', ')}${more}. Write the card before it, as in B002/${named.clip}.`,
  };
}

/** Two takes name one file. */
export function loggedTwice(
  { file }: SourceMedium,
  first: LoggedTake,
  second: LoggedTake,
): Finding {
  return {
    code: 'media-in-two-takes',
    severity: 'warning',
    subject: file.path,
    message: `This file is logged for ${takeNameOf(first)} (${whereOf(first)}) and for ${takeNameOf(second)} (${whereOf(second)}); the first was kept.`,
  };
}

/** Every log that has the take. */
function whereOf({ statedBy }: LoggedTake): string {
  return statedBy.map(whereStated).join(', ');
}

function nameOf({ card, clip }: NamedFile): string {
  return card === null ? clip : `${card}/${clip}`;
}
