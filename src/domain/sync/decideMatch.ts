import { toTicks, ticksPerSecond } from '../time/Ticks';
import type { CameraClip, RecorderFile } from './DayMaterial';
import { takeNameOfMedium } from './DayMaterial';
import type { Overlap } from './RecorderIndex';
import type { SyncMatch, SyncState } from './SyncMatch';

/** What is known around a clip when its match is decided. */
export interface MatchEvidence {
  /** Recorder files that rolled at its time, wild tracks included. */
  readonly overlaps: readonly Overlap[];
  /** Recorder files that bear its slate, wherever they lie. */
  readonly sameSlate: readonly RecorderFile[];
  /** Its camera seems to have shot another clip at the same time, so its timecode proves little. */
  readonly isDoubtful: boolean;
}

/** Decisions of one kind: the recorder file, or in words why there is none. */
type Verdict =
  | {
      readonly state: 'synced';
      readonly overlap: Overlap;
      readonly confidence: number;
      readonly reason: string;
    }
  | { readonly state: Exclude<SyncState, 'synced'>; readonly reason: string };

interface Candidates {
  readonly equal: readonly Overlap[];
  /** Slated otherwise. */
  readonly different: readonly Overlap[];
  /** The slate of one of the two is unknown. */
  readonly unknown: readonly Overlap[];
}

/**
 * Decides which recorder file belongs to a clip. Timecode finds the candidates; the slate confirms or
 * contradicts. Where two things that should agree do not, that is the answer.
 */
export function decideMatch(clip: CameraClip, evidence: MatchEvidence): SyncMatch {
  const verdict = decide(clip, evidence);
  const base = { clip: clip.path, clipItemId: clip.itemId, reason: verdict.reason };
  if (verdict.state !== 'synced') {
    const none = {
      recorder: null,
      recorderItemId: null,
      offsetTicks: null,
      method: 'none',
    } as const;
    return { ...base, ...none, state: verdict.state, confidence: verdict.state === 'mos' ? 1 : 0 };
  }
  const { recorder, offsetTicks } = verdict.overlap;
  return {
    ...base,
    recorder: recorder.path,
    recorderItemId: recorder.itemId,
    offsetTicks,
    confidence: verdict.confidence,
    method: 'timecode',
    state: 'synced',
  };
}

function decide(clip: CameraClip, evidence: MatchEvidence): Verdict {
  if (clip.mos) return { state: 'mos', reason: 'It was shot without sound.' };
  if (!clip.hasTimecode) return withoutTimecode(evidence);
  const candidates = sortCandidates(clip, evidence.overlaps);
  if (candidates.equal.length > 0) return chooseConfirmed(clip, candidates.equal);
  return contradiction(clip, candidates, evidence) ?? chooseUnconfirmed(clip, candidates, evidence);
}

function withoutTimecode({ sameSlate }: MatchEvidence): Verdict {
  const [named] = sameSlate;
  const hint = named ? ` “${named.name}” bears its slate, but nothing says where in it.` : '';
  return { state: 'no-match', reason: `It carries no timecode.${hint}` };
}

function sortCandidates(clip: CameraClip, overlaps: readonly Overlap[]): Candidates {
  const slate = takeNameOfMedium(clip);
  const relation = ({ recorder }: Overlap) => {
    const other = takeNameOfMedium(recorder);
    if (slate === null || other === null) return 'unknown';
    return slate === other ? 'equal' : 'different';
  };
  const usable = overlaps.filter(({ recorder }) => !recorder.wildTrack);
  const of = (kind: string) => usable.filter((overlap) => relation(overlap) === kind);
  return {
    equal: of('equal'),
    different: of('different'),
    unknown: of('unknown').filter((overlap) => isSameDay(clip, overlap)),
  };
}

/** Without a slate to confirm it, the same time on another day is no match. */
function isSameDay(clip: CameraClip, { recorder, dayShift }: Overlap): boolean {
  if (clip.date === null || recorder.date === null) return true;
  const days = (Date.parse(recorder.date) - Date.parse(clip.date)) / 86_400_000;
  return days === -dayShift;
}

/** Timecode and slate agree; of a recording that went over to a second file, the larger part. */
function chooseConfirmed(clip: CameraClip, equal: readonly Overlap[]): Verdict {
  const [best, second] = byShared(equal);
  if (!best || best.sharedTicks === second?.sharedTicks) return ambiguous(equal);
  const isTwice = second !== undefined && overlapsItself(best, second);
  if (isTwice) return ambiguous(equal);
  const slate = takeNameOfMedium(clip) ?? '';
  const reason = `Timecode and slate ${slate} agree.`;
  return { state: 'synced', overlap: best, confidence: 0.99, reason };
}

function contradiction(
  clip: CameraClip,
  { different, unknown }: Candidates,
  { sameSlate }: MatchEvidence,
): Verdict | null {
  const elsewhere = sameSlate.find(({ hasTimecode }) => hasTimecode);
  const slate = takeNameOfMedium(clip) ?? '';
  if (elsewhere) {
    const reason = `“${elsewhere.name}” bears its slate ${slate}, and by timecode it did not roll at the time.`;
    return { state: 'conflict', reason };
  }
  const [other] = byShared(different).filter((overlap) => isMostly(clip, overlap));
  if (!other || unknown.some((overlap) => isMostly(clip, overlap))) return null;
  const theirs = takeNameOfMedium(other.recorder) ?? '';
  const reason = `By timecode “${other.recorder.name}” rolled at the time, and it is slated ${theirs}, not ${slate}.`;
  return { state: 'conflict', reason };
}

function chooseUnconfirmed(
  clip: CameraClip,
  { unknown }: Candidates,
  { overlaps, isDoubtful }: MatchEvidence,
): Verdict {
  const likely = byShared(unknown).filter((overlap) => isEnough(clip, overlap));
  const [best, second] = likely;
  if (!best) return withoutCandidate(clip, overlaps);
  if (second && second.sharedTicks * 10n > best.sharedTicks) return ambiguous(likely);
  if (isDoubtful) {
    const reason = 'By timecode its camera shot two clips at once, so its timecode is no proof.';
    return { state: 'ambiguous', reason };
  }
  const reason = 'Timecode alone: one of the two bears no slate.';
  const confidence = isMostly(clip, best) ? 0.8 : 0.6;
  return { state: 'synced', overlap: best, confidence, reason };
}

function withoutCandidate(clip: CameraClip, overlaps: readonly Overlap[]): Verdict {
  if (overlaps.some(({ recorder }) => recorder.wildTrack)) {
    return { state: 'no-match', reason: 'Only a wild track rolled at its time.' };
  }
  if (overlaps.length > 0) {
    const reason = 'What rolled at its time belongs to another take or day.';
    return { state: 'no-match', reason };
  }
  return clip.audio === null
    ? { state: 'mos', reason: 'It carries no sound, and no recorder rolled at its time.' }
    : { state: 'no-match', reason: 'No recorder rolled at its time.' };
}

function ambiguous(overlaps: readonly Overlap[]): Verdict {
  const names = overlaps.map(({ recorder }) => `“${recorder.name}”`).join(', ');
  return { state: 'ambiguous', reason: `By timecode it could belong to any of ${names}.` };
}

function byShared(overlaps: readonly Overlap[]): readonly Overlap[] {
  return [...overlaps].sort((left, right) => (left.sharedTicks > right.sharedTicks ? -1 : 1));
}

/** Two files that both hold the same moment are no continuation of each other. */
function overlapsItself(first: Overlap, second: Overlap): boolean {
  const [left, right] = [first, second].map(({ recorder, offsetTicks }) => ({
    start: 0n - offsetTicks,
    end: recorder.durationTicks - offsetTicks,
  }));
  return (
    left !== undefined && right !== undefined && left.start < right.end && right.start < left.end
  );
}

/** Half of the shorter of the two. */
function isMostly(clip: CameraClip, { recorder, sharedTicks }: Overlap): boolean {
  const { durationTicks } = clip;
  const shorter = durationTicks < recorder.durationTicks ? durationTicks : recorder.durationTicks;
  return sharedTicks * 2n >= shorter;
}

/** A second in common, or half of the shorter. */
function isEnough(clip: CameraClip, overlap: Overlap): boolean {
  return overlap.sharedTicks >= toTicks(ticksPerSecond) || isMostly(clip, overlap);
}
