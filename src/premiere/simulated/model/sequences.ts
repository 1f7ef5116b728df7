import { toTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import type {
  Bin,
  PlaceableItem,
  Project,
  Sequence,
  SequenceItem,
  SequenceSettings,
} from './ProjectModel';
import { putIntoBin, takeOutOfBin } from './bins';
import type { Ids } from './Ids';
import { addTrack } from './tracks';

/** What a sequence is made with. */
export interface SequenceFormat {
  readonly frameTicks: Ticks;
  readonly width: number;
  readonly height: number;
  readonly sampleRate: number;
  /** What else a preset or another sequence says; the rest is {@link defaultSettings}. */
  readonly settings?: Partial<SequenceSettings>;
  /** Where the frame's own is not wanted. */
  readonly displayFormat?: number;
  /** Tracks to begin with. */
  readonly tracks?: { readonly video: number; readonly audio: number };
}

/** What a sequence is set to when nobody said anything: Premiere's custom editing mode. */
export const defaultSettings: SequenceSettings = {
  editingMode: '9678af98-a7b7-4bdb-b477-7ac9c8df4a4e',
  pixelAspectRatio: '1000000:1000000',
  fieldType: 0,
  audioChannelType: 1,
  audioChannelCount: 2,
  audioDisplayFormat: 200,
  compositeLinearColor: true,
  maximumBitDepth: false,
  maximumRenderQuality: false,
  previewCodec: '',
  previewFileFormat:
    'EncoderPresets\\SequencePreview\\9678af98-a7b7-4bdb-b477-7ac9c8df4a4e\\I-Frame Only MPEG.epr',
  previewFrameWidth: 0,
  previewFrameHeight: 0,
  vrProjection: 0,
  vrLayout: 0,
  vrHorzCapturedView: 0,
  vrVertCapturedView: 0,
  workingColorSpace: 'BT.709 RGB Full',
};

/** Colour spaces a sequence may work in; the first is what presets say, the rest is not established. */
export const workingColorSpaces: readonly string[] = [
  'BT.709 RGB Full',
  'BT.2020 RGB Full',
  'BT.2100 HLG RGB Full',
  'BT.2100 PQ RGB Full',
];

/** Premiere's display format codes by ticks of a frame; 29.97 and 59.94 show drop-frame. */
const displayFormats = new Map<bigint, number>([
  [10_594_584_000n, 110],
  [10_584_000_000n, 100],
  [10_160_640_000n, 101],
  [8_475_667_200n, 102],
  [8_467_200_000n, 104],
  [5_292_000_000n, 113],
  [5_080_320_000n, 105],
  [4_237_833_600n, 106],
  [4_233_600_000n, 108],
]);

/** Display formats whose labels drop. */
const dropFrameFormats: readonly number[] = [102, 106];

/** Frames, raster and sound of a sequence nobody said anything about: 1080p25. */
export const fallbackFormat: SequenceFormat = {
  frameTicks: toTicks(10_160_640_000n),
  width: 1920,
  height: 1080,
  sampleRate: 48_000,
};

/** Whether a sequence's timecode drops frames. */
export function isDropFrame(sequence: Sequence): boolean {
  return dropFrameFormats.includes(sequence.displayFormat);
}

/** Premiere's display format code for a frame length; 109 (frames) for one it has no name for. */
export function displayFormatOf(frameTicks: Ticks): number {
  return displayFormats.get(frameTicks) ?? 109;
}

/** The format a sequence takes from the first item put into it; picture decides. */
export function formatOfItem(item: PlaceableItem | undefined): SequenceFormat {
  if (!item) return fallbackFormat;
  if (item.kind === 'sequence') return item.sequence;
  const { video, audio } = item.media;
  const sampleRate = audio?.sampleRate ?? fallbackFormat.sampleRate;
  return { ...fallbackFormat, ...video, sampleRate };
}

/** A sequence with its project item; it stands in no project yet. */
export function makeSequence(name: string, format: SequenceFormat, ids: Ids): Sequence {
  const sequence: Sequence = {
    id: ids.guid(),
    item: null,
    frameTicks: format.frameTicks,
    width: format.width,
    height: format.height,
    sampleRate: format.sampleRate,
    displayFormat: format.displayFormat ?? displayFormatOf(format.frameTicks),
    zeroPoint: zeroTicks,
    settings: { ...defaultSettings, ...format.settings },
    videoTracks: [],
    audioTracks: [],
    markers: [],
    marks: { in: null, out: null },
    workArea: { in: null, out: null, isEnabled: false },
    customProperties: new Map(),
    captionTracks: [],
    playhead: zeroTicks,
    nextTrackId: 1,
    isOpen: true,
    isDeleted: false,
    links: new Map(),
    journal: null,
  };
  sequence.item = makeSequenceItem(sequence, name, ids);
  growTracks(sequence, format.tracks?.video ?? 0, format.tracks?.audio ?? 0);
  return sequence;
}

function makeSequenceItem(sequence: Sequence, name: string, ids: Ids): SequenceItem {
  return {
    kind: 'sequence',
    nodeId: ids.nodeId(),
    name,
    label: 5,
    parent: null,
    metadata: new Map(),
    markers: [],
    sequence,
    marks: { in: null, out: null },
    audioMarks: null,
    isMulticam: false,
  };
}

/** Gives a sequence at least so many tracks of each kind. */
export function growTracks(sequence: Sequence, video: number, audio: number): void {
  while (sequence.videoTracks.length < video) addTrack(sequence, 'Video');
  while (sequence.audioTracks.length < audio) addTrack(sequence, 'Audio');
}

/** Puts a sequence into a project, its item into a bin, and brings it to the front. */
export function addSequence(project: Project, sequence: Sequence, bin: Bin): void {
  keepSequence(project, sequence, bin);
  project.activeSequence = sequence;
}

/** Puts a sequence into a project and its item into a bin; what was in front stays there. */
export function keepSequence(project: Project, sequence: Sequence, bin: Bin): void {
  project.sequences.push(sequence);
  if (sequence.item) putIntoBin(sequence.item, bin);
}

/** Deletes a sequence with its project item; whether it was there. */
export function deleteSequence(project: Project, sequence: Sequence): boolean {
  const index = project.sequences.indexOf(sequence);
  if (index < 0) return false;
  project.sequences.splice(index, 1);
  sequence.isDeleted = true;
  if (sequence.item) takeOutOfBin(sequence.item);
  if (project.activeSequence === sequence) project.activeSequence = null;
  return true;
}

/** Closes a sequence's panel; the sequence opened last comes to the front. */
export function closeSequence(project: Project, sequence: Sequence): void {
  sequence.isOpen = false;
  if (project.activeSequence !== sequence) return;
  project.activeSequence = project.sequences.findLast(({ isOpen }) => isOpen) ?? null;
}

/** Whether `wanted` is `outer` or is nested in it at any depth: a sequence cannot contain itself. */
export function isWithinSequence(wanted: Sequence, outer: Sequence): boolean {
  const seen = new Set<Sequence>([outer]);
  for (const at of seen) {
    if (at === wanted) return true;
    for (const { items } of [...at.videoTracks, ...at.audioTracks]) {
      for (const { item } of items) if (item.kind === 'sequence') seen.add(item.sequence);
    }
  }
  return false;
}
