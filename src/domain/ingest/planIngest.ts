import type { Finding } from '../finding/Finding';
import { BinTree, type BinReference } from './BinTree';
import { classifyFile, type FileKind } from './classifyFile';
import type {
  IngestAction,
  IngestDecision,
  IngestPlan,
  KnownMetadata,
  PlannedImport,
  PlannedItemChange,
} from './IngestPlan';
import type { IngestItem, IngestRequest, ListedFile, ProbedFile } from './IngestRequest';
import { linkLog } from './linkLog';
import { pathKey } from './pathKey';
import { newItemChange, reconcile } from './reconcile';
import { scenesBySetup, sortMedium, type SortedMedium } from './sortMedium';
import { toSourceMedium, type SourceMedium } from './SourceMedium';

const nothingKnown: KnownMetadata = {
  scene: '',
  shot: '',
  take: '',
  camera: '',
  good: false,
  logNote: '',
};

/** A listed file before sorting: one to import, or the row that says why not. */
type Judged =
  | { readonly ok: true; readonly medium: SourceMedium }
  | { readonly ok: false; readonly decision: IngestDecision };

/**
 * Plans an ingest: for every listed file its bin, name, label and metadata, or why it stays out; then
 * what the project lacks of that. Items are known by their media path, bins by what lies in them, so
 * a second run plans nothing. The same request always gives the same plan.
 */
export function planIngest(request: IngestRequest): IngestPlan {
  const { listing, log, preset, project } = request;
  const judged = judgeAll(listing, request.probes);
  const media = judged.flatMap((file) => (file.ok ? [file.medium] : []));
  const { links, findings } = linkLog(media, log);
  const sceneOf = scenesBySetup(log ?? []);
  const work = new IngestWork(project);
  const findingsOfMedia: Finding[] = [];
  const decisions = judged.map((file) => {
    if (!file.ok) return file.decision;
    const sorted = sortMedium(file.medium, { preset, links, sceneOf });
    findingsOfMedia.push(...sorted.findings);
    return work.decide(sorted);
  });
  return { decisions, ...work.toPlan(), findings: [...findings, ...findingsOfMedia] };
}

/** What is still to be done to the project, gathered file by file. */
class IngestWork {
  readonly #tree: BinTree;
  readonly #rootId: string | null;
  readonly #items: ReadonlyMap<string, IngestItem>;
  readonly #imports = new Map<string, { bin: BinReference; paths: string[] }>();
  readonly #changes: PlannedItemChange[] = [];

  constructor({ bins, items }: IngestRequest['project']) {
    this.#tree = new BinTree(bins, items);
    this.#rootId = bins.find(({ parentId }) => parentId === null)?.id ?? null;
    const withMedia = items.filter(({ mediaPath }) => mediaPath !== '');
    this.#items = new Map(withMedia.map((item) => [pathKey(item.mediaPath), item]));
  }

  decide(sorted: SortedMedium): IngestDecision {
    const item = this.#items.get(pathKey(sorted.medium.file.path));
    if (!item) {
      this.#addImport(sorted);
      this.#changes.push(newItemChange(sorted));
      return toDecision(sorted, { action: 'add', itemId: null, reason: sorted.reason });
    }
    const places = { tree: this.#tree, rootId: this.#rootId };
    const { action, change, reason } = reconcile(sorted, item, places);
    if (change) this.#changes.push(change);
    return toDecision(sorted, { action, itemId: item.id, reason });
  }

  toPlan(): Pick<IngestPlan, 'bins' | 'imports' | 'changes'> {
    const imports: readonly PlannedImport[] = [...this.#imports.values()];
    return { bins: this.#tree.planned, imports, changes: this.#changes };
  }

  #addImport({ binPath, medium }: SortedMedium): void {
    const bin = this.#tree.find(binPath);
    const key = bin.binId ?? `new ${bin.binKey}`;
    const batch = this.#imports.get(key) ?? { bin, paths: [] };
    batch.paths.push(medium.file.path);
    this.#imports.set(key, batch);
  }
}

function toDecision(
  { medium, binPath, name, label, metadata, evidence }: SortedMedium,
  outcome: Pick<IngestDecision, 'action' | 'itemId' | 'reason'>,
): IngestDecision {
  const { path, relativePath } = medium.file;
  return { path, relativePath, code: '', binPath, name, label, metadata, evidence, ...outcome };
}

function judgeAll(
  listing: readonly ListedFile[],
  probes: readonly ProbedFile[],
): readonly Judged[] {
  const byPath = new Map(probes.map((probe) => [pathKey(probe.path), probe]));
  const seen = new Set<string>();
  return listing.map((file) => {
    const key = pathKey(file.path);
    if (seen.has(key)) return refuse(file, 'skip', ['listed-twice', 'It is listed already.']);
    seen.add(key);
    const kind = classifyFile(file.relativePath);
    return kind === 'essence'
      ? judgeEssence(file, byPath.get(key))
      : refuse(file, 'skip', whyNot[kind]);
  });
}

const whyNot: Readonly<Record<Exclude<FileKind, 'essence'>, readonly [string, string]>> = {
  support: ['support-file', 'It belongs to the card and is no medium of its own.'],
  litter: ['system-file', 'It is the operating system’s own file.'],
  unsupported: ['media-unsupported', 'Premiere does not import files with this ending.'],
};

function judgeEssence(file: ListedFile, probe: ProbedFile | undefined): Judged {
  if (file.sizeBytes === 0) {
    return refuse(file, 'blocked', ['media-empty', 'It holds no bytes: the copy did not finish.']);
  }
  if (!probe) return refuse(file, 'blocked', ['media-unreadable', 'It was not probed.']);
  if (!probe.ok) {
    const action = probe.code === 'media-unsupported' ? 'skip' : 'blocked';
    return refuse(file, action, [probe.code, probe.message]);
  }
  if (!probe.media.video && !probe.media.audio) {
    return refuse(file, 'blocked', ['media-unreadable', 'It holds neither picture nor sound.']);
  }
  return { ok: true, medium: toSourceMedium(file, probe.media) };
}

function refuse(
  { path, relativePath }: ListedFile,
  action: Extract<IngestAction, 'skip' | 'blocked'>,
  [code, reason]: readonly [string, string],
): Judged {
  const decision: IngestDecision = {
    path,
    relativePath,
    action,
    code,
    itemId: null,
    binPath: '',
    name: '',
    label: null,
    metadata: nothingKnown,
    evidence: [],
    reason,
  };
  return { ok: false, decision };
}
