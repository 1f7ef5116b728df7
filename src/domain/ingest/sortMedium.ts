import type { Finding } from '../finding/Finding';
import type { LoggedTake } from '../script/LoggedTake';
import type { BinPreset } from './BinPreset';
import type { CardClip, ClipSpan } from './cards/CardClip';
import { witnessOf, type DecidedSlate } from './decideSlate';
import { expandKnownLevels, expandTemplate, type Tokens } from './expandTemplate';
import { gatherMedium, type KnownOfMedium, type Sourced, type SortingRules } from './gatherMedium';
import type { Evidence, IngestDecision, KnownMetadata } from './IngestPlan';
import { labelOf } from './labelOf';
import type { SourceMedium } from './SourceMedium';

/** Where a file belongs and what is known of it. */
export interface SortedMedium {
  readonly medium: SourceMedium;
  readonly binPath: string;
  readonly name: string;
  readonly label: number | null;
  readonly metadata: KnownMetadata;
  /** The preset's further columns, with what is known for them. */
  readonly columns: readonly { readonly column: string; readonly value: string }[];
  readonly evidence: readonly Evidence[];
  readonly attention: IngestDecision['attention'];
  readonly reason: string;
  readonly findings: readonly Finding[];
}

/** Decides a file's bin, name, label and metadata; what is not certain goes to the unsorted bin. */
export function sortMedium(medium: SourceMedium, rules: SortingRules): SortedMedium {
  const { preset } = rules;
  const known = gatherMedium(medium, rules);
  const metadata = toMetadata(medium, known);
  const tokens = toTokens(medium, metadata, known);
  const place = decidePlace(medium, tokens, preset);
  const labelled = labelOf(toLabelFacts(medium, metadata, known), preset);
  return {
    medium,
    binPath: place.binPath,
    name: place.name,
    label: place.isSorted ? labelled : (preset.uncertain.label ?? labelled),
    metadata,
    columns: toColumns(tokens, preset),
    evidence: known.evidence,
    attention: known.isConflict ? 'conflict' : place.isSorted ? null : 'uncertain',
    reason: place.isSorted ? sortedReason(known.slate, medium) : place.reason,
    findings: [...known.findings, ...place.findings, ...rateFinding(medium)],
  };
}

function toMetadata(medium: SourceMedium, known: KnownOfMedium): KnownMetadata {
  const { slate, link, camera } = known;
  const { sound } = medium;
  const marks = link
    ? { good: link.take.circled, logNote: toLogNote(link.take) }
    : { good: isCircled(medium), logNote: sound?.note ?? '' };
  return {
    ...slateColumns(slate),
    camera: camera?.value ?? '',
    ...marks,
    mediaNote: mediaNoteOf(medium),
  };
}

function isCircled({ sound, named }: SourceMedium): boolean {
  return sound?.circled === true || named.flags.circled;
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

function mediaNoteOf({ media, clip }: SourceMedium): string {
  const notes = [
    ...(media.video?.variableRate === true
      ? [`variable frame rate, about ${media.video.nearestRate}`]
      : []),
    ...(clip.span ? [describeSpan(clip.span)] : []),
  ];
  return notes.join('; ');
}

/** `part 2 of 3`, `incomplete: part 2 of 3 missing`. */
function describeSpan({ part, total, missing }: ClipSpan): string {
  const of = total === null ? '' : ` of ${total}`;
  const own = part === null ? '' : `part ${part}${of}`;
  if (missing.length === 0) return own;
  const lacking = `incomplete: part ${missing.join(', ')}${of} missing`;
  return own === '' ? lacking : `${own}; ${lacking}`;
}

function rateFinding({ media, file }: SourceMedium): readonly Finding[] {
  if (media.video?.variableRate !== true) return [];
  const message = `Its frames do not last equally long, so sound and cuts drift in Premiere. Make a copy at ${media.video.nearestRate} frames a second (“constant-rate copies”) and edit that.`;
  return [{ code: 'variable-frame-rate', severity: 'warning', subject: file.path, message }];
}

function toTokens(medium: SourceMedium, metadata: KnownMetadata, known: KnownOfMedium): Tokens {
  const { scene, shot, take, camera } = metadata;
  const { clip, folderReading, named } = medium;
  const valueOf = (sourced: Sourced | null) => sourced?.value ?? '';
  const date = valueOf(known.date);
  return {
    scene,
    setup: shot,
    take,
    camera,
    roll: valueOf(known.roll),
    clip: named.clip ?? '',
    card: clip.card || folderOf(medium),
    folder: folderOf(medium),
    date,
    day: folderReading.day?.day ?? date,
    part: partOf(clip),
    name: ownName(medium),
  };
}

function partOf({ span }: CardClip): string {
  return span?.part == null ? '' : String(span.part);
}

/** The folder that holds the card; in a plain source the one right under what was named, or that. */
function folderOf({ clip, folders, file }: SourceMedium): string {
  if (clip.card !== '') return folders[folders.indexOf(clip.card) + 1] ?? clip.card;
  const inside = file.relativePath.split('/').length - 1;
  return folders.at(inside > 0 && folders.length > inside ? -2 : -1) ?? '';
}

/** Parts of one clip stand together and in order, however their files are called. */
function ownName({ stem, clip }: SourceMedium): string {
  return clip.span?.part == null ? stem : `${clip.span.name}-${clip.span.part}`;
}

function toLabelFacts(medium: SourceMedium, metadata: KnownMetadata, known: KnownOfMedium) {
  const { kind, media, clip, named } = medium;
  return {
    kind,
    camera: metadata.camera,
    roll: known.roll?.value ?? '',
    circled: metadata.good,
    mos: known.link?.take.mos ?? named.flags.mos,
    wildTrack: metadata.take.startsWith('WT'),
    variableRate: media.video?.variableRate === true,
    incomplete: (clip.span?.missing.length ?? 0) > 0,
  };
}

function toColumns(tokens: Tokens, { metadata }: BinPreset): SortedMedium['columns'] {
  return Object.entries(metadata).flatMap(([column, template]) => {
    const expanded = expandTemplate(template, tokens);
    return expanded.ok ? [{ column, value: expanded.text }] : [];
  });
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
    return {
      isSorted: false,
      binPath: expandKnownLevels(preset.uncertain.bin, tokens),
      name: tokens.name,
      reason: unsortedReason(medium, bin.missing),
      findings: [],
    };
  }
  const name = expandTemplate(nameTemplate(medium, tokens, preset), tokens);
  const findings = bin.madeSafe.map((token) => madeSafe(medium, token, tokens[token]));
  const display = name.ok ? name.text : tokens.name;
  return { isSorted: true, binPath: bin.text, name: display, reason: '', findings };
}

function unsortedReason({ doubt }: SourceMedium, missing: readonly string[]): string {
  const reason = `Nothing says for certain what its ${missing.join(' and ')} is.`;
  return doubt === '' ? reason : `${reason} ${doubt}`;
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

function sortedReason(slate: DecidedSlate | null, { kind }: SourceMedium): string {
  if (!slate) return 'No slate is known; what its bin asks for is.';
  const setup = `Setup ${slate.setup} from ${witnessOf(slate.setupFrom, kind)}`;
  if (slate.take === null) return `${setup}, take unknown.`;
  if (slate.takeFrom === slate.setupFrom) return `${setup}, and the take.`;
  return `${setup}, the take from ${witnessOf(slate.takeFrom, kind)}.`;
}
