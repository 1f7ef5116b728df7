import type { VerifiedFile } from '../../contract/MediaEngine';
import { bagFileNames } from '../../domain/interchange/bagit/tagFiles';
import type { Algorithm, Digests } from './Digester';
import type { Bag } from './readBag';
import { pathWithin, type FoundHistory } from './readHistories';

/** All that speaks for the files of a folder. */
export interface Testimony {
  readonly bag: Bag | null;
  /** Deepest root first. */
  readonly histories: readonly FoundHistory[];
}

/** What is said of one file. */
export interface Claims {
  /** Digests that it must have. */
  readonly digests: readonly { readonly algorithm: Algorithm; readonly digest: string }[];
  /**
   * Whether everybody whose business it is vouches for it. Nobody's business (ignored files, the
   * bag's own files) is `null`: such a file gets no row.
   */
  readonly isVouchedFor: boolean | null;
}

/** What bag and histories say of a file, by its path from the verified folder. */
export function claimsOn(file: string, { bag, histories }: Testimony): Claims {
  const inBag = bag?.expected.get(file);
  const records = histories.flatMap((history) => {
    const place = pathWithin(history, file);
    return place === undefined ? [] : (history.expected.get(place) ?? []);
  });
  const digests = [...(inBag ?? []), ...records.flatMap((record) => [...record])].map(
    ([algorithm, digest]) => ({ algorithm, digest }),
  );
  const voices = [bagVoice(file, bag), historyVoice(file, histories, bag !== null)];
  const heard = voices.filter((voice) => voice !== null);
  return { digests, isVouchedFor: heard.length === 0 ? null : heard.every(Boolean) };
}

/** The row of a file that was read. A record without a digest that can be trusted is not enough. */
export function judgeFile(path: string, claims: Claims, actual: Digests): VerifiedFile {
  const { digests } = claims;
  const wrong = digests.find(({ algorithm, digest }) => actual[algorithm] !== digest);
  const claim = wrong ?? digests[0];
  const found = claim ? actual[claim.algorithm] : Object.values(actual)[0];
  return {
    path,
    state: stateOf(claims, wrong !== undefined),
    expected: claim?.digest ?? '',
    actual: found ?? '',
  };
}

function stateOf({ digests, isVouchedFor }: Claims, isWrong: boolean): VerifiedFile['state'] {
  if (isWrong) return 'changed';
  if (isVouchedFor !== true) return 'new';
  return digests.length > 0 ? 'ok' : 'changed';
}

function bagVoice(file: string, bag: Bag | null): boolean | null {
  if (!bag?.expected.has(file) && !file.startsWith(`${bagFileNames.payload}/`)) return null;
  return bag ? bag.expected.has(file) : null;
}

/** The history closest to the file speaks; outside of all, only a bag may. */
function historyVoice(
  file: string,
  histories: readonly FoundHistory[],
  isBag: boolean,
): boolean | null {
  const closest = histories.find((history) => pathWithin(history, file) !== undefined);
  if (!closest) return isBag || /(?:^|\/)\.DS_Store$/.test(file) ? null : false;
  const place = pathWithin(closest, file) ?? '';
  if (closest.expected.has(place)) return true;
  return closest.isIgnored(place, false) ? null : false;
}
