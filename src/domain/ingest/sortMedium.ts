import type { Finding } from '../finding/Finding';
import type { LoggedTake } from '../script/LoggedTake';
import type { BinPreset, EvidenceSource } from './BinPreset';
import { decideSlate, slateConflict, witnessOf, type DecidedSlate } from './decideSlate';
import { expandTemplate, type Tokens } from './expandTemplate';
import type { Evidence, KnownMetadata } from './IngestPlan';
import { toLogClaim, type LogLink } from './linkLog';
import { readClaims } from './slateClaims';
import { cameraOf, type SourceMedium } from './SourceMedium';

/** Where a file belongs and what is known of it. */
export interface SortedMedium {
  readonly medium: SourceMedium;
  readonly binPath: string;
  readonly name: string;
  readonly label: number | null;
  readonly metadata: KnownMetadata;
  readonly evidence: readonly Evidence[];
  readonly reason: string;
  readonly findings: readonly Finding[];
}

/** What sorting needs to know beside the file itself. */
export interface SortingRules {
  readonly preset: BinPreset;
  readonly links: ReadonlyMap<SourceMedium, LogLink>;
  /** The scene that the log states for a setup: `24A` may be a scene of its own. */
  readonly sceneOf: ReadonlyMap<string, string>;
}

/** The scenes that a log states, by setup. */
export function scenesBySetup(log: readonly LoggedTake[]): ReadonlyMap<string, string> {
  return new Map(log.map(({ setup, scene }) => [setup, scene]));
}

/** Decides a file's bin, name, label and metadata; what is not certain goes to the unsorted bin. */
export function sortMedium(medium: SourceMedium, rules: SortingRules): SortedMedium {
  const known = gather(medium, rules);
  const metadata = toMetadata(medium, known);
  const tokens = toTokens(medium, metadata, known.roll?.roll ?? '');
  const place = decidePlace(medium, tokens, rules.preset);
  return {
    medium,
    binPath: place.binPath,
    name: place.name,
    label: decideLabel(medium, metadata.camera, rules.preset),
    metadata,
    evidence: toEvidence(known),
    reason: place.isSorted ? sortedReason(known.slate, medium) : place.reason,
    findings: [...known.findings, ...place.findings],
  };
}

interface KnownOfMedium {
  readonly slate: DecidedSlate | null;
  readonly link: LogLink | undefined;
  readonly camera: SourcedCamera | null;
  readonly roll: { readonly roll: string; readonly source: EvidenceSource } | null;
  readonly findings: readonly Finding[];
}

function gather(medium: SourceMedium, { preset, links, sceneOf }: SortingRules): KnownOfMedium {
  const link = links.get(medium);
  const claims = [...(link ? [toLogClaim(link)] : []), ...readClaims(medium)];
  const { slate, conflicts } = decideSlate(claims, preset.precedence);
  const own = cameraOf(medium);
  const logged = toLoggedCamera(link);
  const { path } = medium.file;
  return {
    slate: slate && { ...slate, scene: sceneOf.get(slate.setup) ?? slate.scene },
    link,
    camera: logged ?? own,
    roll: decideRoll(medium),
    findings: [...slateConflict(path, slate, conflicts), ...cameraConflict(path, logged, own)],
  };
}

interface SourcedCamera {
  readonly camera: string;
  readonly source: EvidenceSource;
}

function toLoggedCamera(link: LogLink | undefined): SourcedCamera | null {
  const camera = link?.camera ?? null;
  return camera === null ? null : { camera, source: 'log' };
}

/** The log's column goes before the clip's own name. */
function cameraConflict(
  path: string,
  logged: SourcedCamera | null,
  own: SourcedCamera | null,
): readonly Finding[] {
  if (!logged || !own || logged.camera === own.camera) return [];
  const message = `Camera ${logged.camera} in the log, camera ${own.camera} in ${witnessOf(own.source)}. ${logged.camera} was taken.`;
  return [{ code: 'camera-conflict', severity: 'warning', subject: path, message }];
}

/** A recorder says its roll in iXML; else its card's folder does, where it is named like a roll. */
function decideRoll(medium: SourceMedium): KnownOfMedium['roll'] {
  if (medium.sound?.soundRoll) return { roll: medium.sound.soundRoll, source: 'metadata' };
  if (medium.kind === 'picture') {
    if (medium.cameraName?.reel) return { roll: medium.cameraName.reel, source: 'fileName' };
    return medium.card && { roll: medium.card.reel, source: 'folderName' };
  }
  const folder = medium.folders.find((name) => /^(?:[A-Z]{1,3}|.*ROLL[ _-]?)\d{1,5}$/i.test(name));
  return folder === undefined ? null : { roll: folder, source: 'folderName' };
}

function toMetadata({ sound }: SourceMedium, known: KnownOfMedium): KnownMetadata {
  const { slate, link, camera } = known;
  const marks = link
    ? { good: link.take.circled, logNote: toLogNote(link.take) }
    : { good: sound?.circled ?? false, logNote: sound?.note ?? '' };
  return { ...slateColumns(slate), camera: camera?.camera ?? '', ...marks };
}

function slateColumns(slate: DecidedSlate | null): Pick<KnownMetadata, 'scene' | 'shot' | 'take'> {
  if (!slate) return { scene: '', shot: '', take: '' };
  return { scene: slate.scene ?? '', shot: slate.setup, take: slate.take ?? '' };
}

/** The note carries what no column does: that a take is MOS. */
function toLogNote({ mos, note }: LoggedTake): string {
  if (!mos || /\bMOS\b/.test(note)) return note;
  return note === '' ? 'MOS' : `MOS. ${note}`;
}

function toTokens({ stem }: SourceMedium, metadata: KnownMetadata, roll: string): Tokens {
  const { scene, shot, take, camera } = metadata;
  return { scene, setup: shot, take, camera, roll, name: stem };
}

interface Place {
  readonly isSorted: boolean;
  readonly binPath: string;
  readonly name: string;
  readonly reason: string;
  readonly findings: readonly Finding[];
}

function decidePlace(medium: SourceMedium, tokens: Tokens, preset: BinPreset): Place {
  const isPicture = medium.kind === 'picture';
  const bin = expandTemplate(isPicture ? preset.pictureBin : preset.soundBin, tokens);
  if (!bin.ok) {
    const reason = `Nothing says for certain what its ${bin.missing.join(' and ')} is.`;
    return {
      isSorted: false,
      binPath: preset.unsortedBin,
      name: medium.stem,
      reason,
      findings: [],
    };
  }
  const name = expandTemplate(nameTemplate(medium, tokens, preset), tokens);
  const findings = bin.madeSafe.map((token) => madeSafe(medium, token, tokens[token]));
  const ownName = name.ok ? name.text : medium.stem;
  return { isSorted: true, binPath: bin.text, name: ownName, reason: '', findings };
}

function nameTemplate(medium: SourceMedium, tokens: Tokens, preset: BinPreset): string {
  if (medium.kind === 'picture') return preset.pictureName;
  return tokens.take.startsWith('WT') ? preset.wildTrackName : preset.soundName;
}

function madeSafe({ file }: SourceMedium, token: string, value: string): Finding {
  return {
    code: 'name-made-safe',
    severity: 'warning',
    subject: file.path,
    message: `Its ${token} is “${value}”, which no bin can be called as it stands; separators became “-”.`,
  };
}

function decideLabel(medium: SourceMedium, camera: string, preset: BinPreset): number | null {
  return medium.kind === 'sound' ? preset.soundLabel : (preset.cameraLabels[camera] ?? null);
}

function toEvidence({ slate, camera, roll }: KnownOfMedium): readonly Evidence[] {
  const evidence: Evidence[] = [];
  if (slate) {
    evidence.push({ field: 'scene', source: slate.setupFrom });
    evidence.push({ field: 'shot', source: slate.setupFrom });
    if (slate.take !== null) evidence.push({ field: 'take', source: slate.takeFrom });
  }
  if (camera) evidence.push({ field: 'camera', source: camera.source });
  if (roll) evidence.push({ field: 'roll', source: roll.source });
  return evidence;
}

function sortedReason(slate: DecidedSlate | null, { kind }: SourceMedium): string {
  if (!slate)
    return `No slate is known; the ${kind === 'sound' ? 'sound roll' : 'name'} says the bin.`;
  const setup = `Setup ${slate.setup} from ${witnessOf(slate.setupFrom)}`;
  if (slate.take === null) return `${setup}, take unknown.`;
  if (slate.takeFrom === slate.setupFrom) return `${setup}, and the take.`;
  return `${setup}, the take from ${witnessOf(slate.takeFrom)}.`;
}
