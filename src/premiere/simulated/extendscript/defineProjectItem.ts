import { toTicks } from '../../../domain/time/Ticks';
import { toNumber, toText } from '../es3/scriptValues';
import { treePathOf } from '../model/bins';
import type { ProjectItem } from '../model/ProjectModel';
import { displayFormatOf } from '../model/sequences';
import { unitOfItem } from '../model/timeGrid';
import { isClip, type Dom } from './Dom';
import { binMutators, findByPath } from './itemBins';
import {
  colorSpaces,
  defineFootageInterpretation,
  interpretationMutators,
  interpretationReaders,
  pictureMutators,
} from './itemInterpretation';
import { markMutators, markReaders } from './itemMarking';
import { mediaMutators, mediaReaders, proxyMutators } from './itemMedia';
import { metadataMutators, metadataReaders } from './itemMetadata';
import { defineAudioMapping, mappingOf, soundMutators } from './itemSound';
import { subclipMutators } from './itemSubclips';

/** `ProjectItem.type` by kind; a sequence is a clip. */
const types = { clip: 1, sequence: 1, bin: 2, root: 3 } as const;

/** `ProjectItem.type` of a file that is no footage, such as captions. */
const fileType = 4;

/** Premiere's display format code for samples. */
const samplesFormat = 200;

/** `ProjectItem` and its children. */
export function defineProjectItem(dom: Dom): void {
  defineAudioMapping(dom);
  defineFootageInterpretation(dom);
  defineChildren(dom);
  dom.define('ProjectItem', {
    isStale: (item) => dom.session.isGone(item),
    getters: attributes(dom),
    setters: attributeSetters,
    methods: {
      ...mediaReaders(dom),
      ...markReaders(dom),
      ...interpretationReaders(dom),
      ...metadataReaders(dom),
      getColorLabel: ({ label }) => label,
      getMarkers: (item) =>
        dom.wrap('MarkerCollection', {
          markers: item.markers,
          unit: 'children' in item ? toTicks(1n) : unitOfItem(item),
        }),
      findItemsMatchingMediaPath: (item, args) => findByPath(dom, item, args),
      videoComponents: () => dom.wrap('ComponentCollection', []),
    },
    mutators: {
      ...binMutators(dom),
      ...subclipMutators(dom),
      ...markMutators(dom),
      ...mediaMutators(dom),
      ...proxyMutators(dom),
      ...interpretationMutators(dom),
      ...pictureMutators(),
      ...soundMutators(dom),
      ...metadataMutators(dom),
      setColorLabel: { run: setColorLabel },
    },
  });
}

const attributeSetters = {
  name: (item: ProjectItem, value: unknown) => {
    const name = toText(value);
    if (item.kind !== 'root') item.name = name;
  },
  timeDisplayFormat: (item: ProjectItem, value: unknown) => {
    const format = toNumber(value);
    if (isClip(item)) item.timeDisplayFormat = format;
  },
};

/** Sets a colour label, 0 to 15; any other number changes nothing. */
export function setColorLabel(item: ProjectItem, [label]: readonly unknown[]): number {
  const index = toNumber(label);
  if (Number.isInteger(index) && index >= 0 && index <= 15) item.label = index;
  return 0;
}

/** `ProjectItem.type`: 1 clip or sequence, 2 bin, 3 root, 4 file. */
export function typeOf(item: ProjectItem): number {
  return isClip(item) && item.media.kind === 'captions' ? fileType : types[item.kind];
}

function attributes(dom: Dom) {
  return {
    name: ({ name }: ProjectItem) => name,
    nodeId: ({ nodeId }: ProjectItem) => nodeId,
    type: typeOf,
    treePath: (item: ProjectItem) => treePathOf(item, dom.projectOf(item)),
    children: (item: ProjectItem) =>
      'children' in item ? dom.wrap('ProjectItemCollection', item) : undefined,
    getAudioChannelMapping: (item: ProjectItem) => mappingOf(dom, item),
    getOverrideColorSpaceList: (item: ProjectItem) =>
      isClip(item) && item.media.video
        ? dom.realm.record({ value: dom.realm.array(colorSpaces) })
        : undefined,
    teamProjectsAssetId: () => '',
    timeDisplayFormat: (item: ProjectItem) => displayFormat(item),
  };
}

function displayFormat(item: ProjectItem): number | undefined {
  if (item.kind === 'sequence') return item.sequence.displayFormat;
  if (!isClip(item)) return undefined;
  const { video } = item.media;
  return item.timeDisplayFormat ?? (video ? displayFormatOf(video.frameTicks) : samplesFormat);
}

function defineChildren(dom: Dom): void {
  dom.define('ProjectItemCollection', {
    collection: {
      counter: 'numItems',
      count: ({ children }) => children.length,
      at: ({ children }, index) => {
        const item = children[index];
        return item ? dom.wrap('ProjectItem', item) : undefined;
      },
    },
  });
}
