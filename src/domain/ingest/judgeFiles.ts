import type { CardClip } from './cards/CardClip';
import type { IngestDecision, KnownMetadata } from './IngestPlan';
import type { IngestRequest, ProbedFile, ProbedMedia } from './IngestRequest';
import type { ListedFile } from './ListedFile';
import { pathKey } from './pathKey';

/** A clip that can be imported, with its probe. */
export interface ProbedClip {
  readonly clip: CardClip;
  readonly media: ProbedMedia;
}

/** What can be imported, and the rows of what cannot, by path. */
export interface JudgedFiles {
  readonly clips: readonly ProbedClip[];
  readonly refused: ReadonlyMap<string, IngestDecision>;
}

const nothingKnown: KnownMetadata = {
  scene: '',
  shot: '',
  take: '',
  camera: '',
  good: false,
  logNote: '',
  mediaNote: '',
};

type Refusal = readonly [action: 'skip' | 'blocked', code: string, reason: string];

/** Tells clips that can be imported from every file that cannot, and says of each of these why. */
export function judgeFiles({ cards, probes }: IngestRequest): JudgedFiles {
  const byPath = new Map(probes.map((probe) => [pathKey(probe.path), probe]));
  const clips: ProbedClip[] = [];
  const refused = new Map<string, IngestDecision>();
  const note = (file: ListedFile, refusal: Refusal) => {
    refused.set(file.path, refuse(file, refusal));
  };
  for (const { file, code, reason, isBlocked } of cards.others) {
    note(file, [isBlocked ? 'blocked' : 'skip', code, reason]);
  }
  for (const clip of cards.clips) {
    noteCompanions(clip, note);
    const judged = judgeClip(clip, byPath.get(pathKey(clip.main.path)));
    if (judged.ok) clips.push({ clip, media: judged.media });
    else note(clip.main, judged.refusal);
  }
  return { clips, refused };
}

/** Files that go with a clip: its further parts, its proxy, what tells about it. */
function noteCompanions(
  { main, parts, proxy, sidecars, isImageSequence }: CardClip,
  note: (file: ListedFile, refusal: Refusal) => void,
): void {
  const name = main.relativePath.split('/').at(-1) ?? '';
  const joined = isImageSequence ? 'frame-of-clip' : 'part-of-clip';
  for (const part of parts) {
    if (part !== main) note(part, ['skip', joined, `It belongs to the clip of “${name}”.`]);
  }
  if (proxy) note(proxy, ['skip', 'proxy-of-clip', `It is the proxy of “${name}”.`]);
  for (const sidecar of sidecars) {
    note(sidecar, [
      'skip',
      'support-file',
      `It tells about “${name}” and is no medium of its own.`,
    ]);
  }
}

type Judged =
  | { readonly ok: true; readonly media: ProbedMedia }
  | { readonly ok: false; readonly refusal: Refusal };

function judgeClip({ main, parts }: CardClip, probe: ProbedFile | undefined): Judged {
  if (parts.some(({ isGrowing }) => isGrowing)) {
    const reason = 'It is still being written. It is taken up once it has stopped growing.';
    return { ok: false, refusal: ['skip', 'still-growing', reason] };
  }
  if (main.sizeBytes === 0) {
    const reason = 'It holds no bytes: the copy did not finish.';
    return { ok: false, refusal: ['blocked', 'media-empty', reason] };
  }
  if (!probe) {
    return { ok: false, refusal: ['blocked', 'media-unreadable', 'It was not probed.'] };
  }
  if (!probe.ok) {
    const action = probe.code === 'media-unsupported' ? 'skip' : 'blocked';
    return { ok: false, refusal: [action, probe.code, probe.message] };
  }
  if (!probe.media.video && !probe.media.audio) {
    const reason = 'It holds neither picture nor sound.';
    return { ok: false, refusal: ['blocked', 'media-unreadable', reason] };
  }
  return { ok: true, media: probe.media };
}

function refuse(
  { path, relativePath }: ListedFile,
  [action, code, reason]: Refusal,
): IngestDecision {
  return {
    path,
    relativePath,
    importPath: path,
    action,
    code,
    itemId: null,
    binPath: '',
    name: '',
    label: null,
    metadata: nothingKnown,
    evidence: [],
    attention: null,
    reason,
  };
}
