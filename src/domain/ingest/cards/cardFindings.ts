import type { Finding } from '../../finding/Finding';
import { chainKey } from './Chain';
import type { FrameSequence } from './groupFrames';
import type { JoinedClip } from './joinClips';
import type { PlacedFile } from './placeFiles';
import type { P2Clip } from './readP2Clips';

/** What is to be said of split clips: holes, and what is a guess; once for each, at its first part. */
export function spanFindings(clips: readonly JoinedClip[]): readonly Finding[] {
  return clips.flatMap(({ main, span, isGuess }): readonly Finding[] => {
    if (!span || !isFirst(span)) return [];
    const { name, total, missing } = span;
    const subject = main.file.path;
    if (isGuess) {
      const message = `“${name}” looks like one recording in ${total} files, by their sizes and numbers; nothing on the card says so. Look at the seams.`;
      return [{ code: 'span-guessed', severity: 'info', subject, message }];
    }
    if (missing.length === 0) return [];
    const parts = `part ${missing.join(', ')} of ${total} missing`;
    const message = `incomplete: ${parts}. “${name}” plays with a hole there; look on the card, and on those before and after it.`;
    return [{ code: 'clip-incomplete', severity: 'warning', subject, message }];
  });
}

/** Whether no part that is there comes before this one. */
function isFirst({ part, missing }: NonNullable<JoinedClip['span']>): boolean {
  return part === null || missing.filter((each) => each < part).length === part - 1;
}

/** What is to be said of numbered stills. */
export function frameFindings(sequences: readonly FrameSequence[]): readonly Finding[] {
  return sequences.flatMap(({ name, frames, missing, isGuess }) => {
    const subject = frames[0]?.file.path ?? '';
    const findings: Finding[] = [];
    if (missing.length > 0) {
      const message = `“${name}” lacks the frames ${missing.join(', ')}. Copy them again.`;
      findings.push({ code: 'frames-missing', severity: 'warning', subject, message });
    }
    if (isGuess) {
      const message = `“${name}” is ${frames.length} numbered pictures in a row and is taken for one moving picture. If they are photographs, give them other names.`;
      findings.push({ code: 'frames-guessed', severity: 'info', subject, message });
    }
    return findings;
  });
}

/** What P2 cards describe and do not hold: pictures, and channels of sound. */
export function p2Findings(
  clips: readonly P2Clip[],
  pictures: readonly PlacedFile[],
  sounds: readonly { readonly placed: PlacedFile; readonly name: string }[],
): readonly Finding[] {
  if (clips.length === 0) return [];
  const byKey = new Map(pictures.map((placed) => [chainKey(placed.root, placed.stem), placed]));
  const channels = new Map<string, number>();
  for (const { placed, name } of sounds) {
    const key = chainKey(placed.root, name);
    channels.set(key, (channels.get(key) ?? 0) + 1);
  }
  return clips.flatMap((clip): readonly Finding[] => {
    const what = lacking(clip, byKey.get(clip.key), channels.get(clip.key) ?? 0);
    if (what.length === 0) return [];
    const message = `incomplete: ${what.join(' and ')} missing. The card describes “${clip.name}” with it; copy the card again.`;
    return [{ code: 'clip-incomplete', severity: 'warning', subject: clip.path, message }];
  });
}

function lacking(clip: P2Clip, picture: PlacedFile | undefined, found: number): readonly string[] {
  const silent = clip.channels - found;
  const sound = silent > 0 ? [`sound of ${silent} of ${clip.channels} channels`] : [];
  // In AVCLIP the sound lies with the picture in one file.
  if (picture) return /^AVCLIP/i.test(picture.inside) ? [] : sound;
  // A part of a span that is missing altogether is told with the span.
  if (clip.previous !== '' || clip.next !== '') return [];
  return clip.hasPicture ? ['picture', ...sound] : sound;
}
