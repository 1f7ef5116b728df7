import type {
  PremiereBin,
  PremiereClipItem,
  PremiereItem,
  PremiereMasterClip,
} from '../../../../domain/interchange/prproj/PremiereProject';
import { makeBin, putIntoBin } from '../../model/bins';
import type { Bin, PlaceableItem, ProjectItem, SequenceItem } from '../../model/ProjectModel';
import type { PrprojReading } from './PrprojReading';
import { toPrprojClip } from './toPrprojClip';
import { toPrprojMarkers } from './toPrprojMarkers';

/** Puts all that stands in Premiere's bins into the bins of the project. */
export function fillPrprojBins(reading: PrprojReading): void {
  const { root } = reading.project;
  for (const [column, value] of Object.entries(reading.source.root.columns)) {
    root.metadata.set(column, value);
  }
  fillBin(root, reading.source.root, reading);
}

function fillBin(bin: Bin, source: PremiereBin, reading: PrprojReading): void {
  for (const child of source.children) {
    const item = toItem(child, reading);
    item.label = child.label ?? 0;
    for (const [column, value] of Object.entries(child.columns)) item.metadata.set(column, value);
    putIntoBin(item, bin);
  }
}

function toItem(source: PremiereItem, reading: PrprojReading): ProjectItem {
  if (source.kind === 'clip') return toStandingItem(source, reading);
  if (source.isSearch) {
    reading.remarks.add(`What the search bin “${source.name}” looks for is kept but not used.`);
  }
  const bin = makeBin(reading.session.ids, source.name, source.isSearch ? '' : null);
  fillBin(bin, source, reading);
  return bin;
}

/** A clip or sequence of a bin. Two items of one master clip are two items here as well. */
function toStandingItem(source: PremiereClipItem, reading: PrprojReading): PlaceableItem {
  const { masterClips } = reading.source;
  const master = masterClips.get(source.masterClip) ?? nothingBehind(source);
  const item = toPlaceable({ ...master, name: master.name || source.name }, reading);
  if (!reading.items.has(master.id)) reading.items.set(master.id, item);
  return item;
}

function nothingBehind({ name }: PremiereClipItem): PremiereMasterClip {
  return {
    id: '',
    name,
    isAdjustmentLayer: false,
    isMulticam: false,
    logging: {},
    clips: [],
    effects: [],
    channelGroups: [],
  };
}

/** What a track item plays. A master clip that stands in no bin gets an item that does not either. */
export function itemOfMasterClip(id: string, reading: PrprojReading): PlaceableItem | undefined {
  const known = reading.items.get(id);
  const master = reading.source.masterClips.get(id);
  if (known || !master) return known;
  const item = sequenceOf(master, reading)?.item ?? toPrprojClip(master, reading);
  reading.items.set(id, item);
  return item;
}

function toPlaceable(master: PremiereMasterClip, reading: PrprojReading): PlaceableItem {
  const made = sequenceOf(master, reading)?.item;
  return made ? sequenceItemOf(master, made, reading) : toPrprojClip(master, reading);
}

function sequenceOf({ clips }: PremiereMasterClip, { sequences }: PrprojReading) {
  for (const { source } of clips) {
    if (source?.kind === 'sequence') return sequences.get(source.sequence);
  }
  return undefined;
}

/** The item of a sequence is made with it; a second item of the same one is another. */
function sequenceItemOf(
  master: PremiereMasterClip,
  made: SequenceItem,
  reading: PrprojReading,
): SequenceItem {
  const [clip] = master.clips;
  if (reading.source.sequences.get(made.sequence.id)?.isMergedClip === true) {
    reading.remarks.add(`The merged clip “${master.name}” is shown as a sequence.`);
  }
  const item: SequenceItem = {
    ...made,
    nodeId: made.parent ? reading.session.ids.nodeId() : made.nodeId,
    name: master.name || made.name,
    parent: null,
    metadata: new Map(),
    markers: clip ? toPrprojMarkers(clip.markers, reading) : [],
    marks: clip ? { in: clip.inTicks, out: clip.outTicks } : { in: null, out: null },
    isMulticam: master.isMulticam,
  };
  if (!made.parent) made.sequence.item = item;
  return item;
}
