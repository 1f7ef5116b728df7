import { formatTicks, subtractTicks, ticksPerSecond } from '../../../domain/time/Ticks';
import { toNumber, toText } from '../es3/scriptValues';
import { itemsBelow, makeBin, putIntoBin } from '../model/bins';
import type { Bin, Clip, ProjectItem, SequenceItem } from '../model/ProjectModel';
import { inPointOf, outPointOf, unitOfItem } from '../model/timeGrid';
import type { Dom } from './Dom';

type Args = readonly unknown[];

const idle = ['isAudioConforming', 'isAudioPeakGenerating', 'isIndexing', 'isPending'];

/** Bins, clips and sequences as QE lists them: each kind apart. */
export function defineQeProjectItems(dom: Dom): void {
  const { getItemAt, getBinAt, getSequenceItemAt } = containerMethods(dom);
  dom.define('QEProjectItemContainer', {
    getters: {
      name: ({ name }) => name,
      ...containerGetters((bin: Bin) => bin),
    },
    methods: {
      getItemAt,
      getBinAt,
      getSequenceItemAt,
      getSequenceAt: (bin, [index]) => {
        const item = sequencesOf(bin)[toNumber(index)];
        return item ? dom.wrap('QESequence', item.sequence) : undefined;
      },
      flushCache: () => true,
    },
    mutators: {
      newBin: {
        run: (bin, [name]) => {
          putIntoBin(makeBin(dom.session.ids, toText(name)), bin);
          return true;
        },
        pretend: () => true,
      },
    },
  });
  defineItem(dom);
  dom.define('QESequenceItem', {
    getters: { name: ({ name }) => name },
    methods: { ...idleMethods(), openInSource: () => true },
  });
  defineMasterClip(dom);
}

/** Counts of what stands in a bin, by kind. */
export function containerGetters<Target>(binOf: (target: Target) => Bin) {
  return {
    numItems: (target: Target) => clipsOf(binOf(target)).length,
    numBins: (target: Target) => binsOf(binOf(target)).length,
    numSequences: (target: Target) => sequencesOf(binOf(target)).length,
    numSequenceItems: (target: Target) => sequencesOf(binOf(target)).length,
  };
}

/** What stands in a bin, by kind and number. */
export function containerMethods(dom: Dom) {
  const clip = (item: Clip | undefined) => (item ? dom.wrap('QEProjectItem', item) : undefined);
  return {
    getItemAt: (bin: Bin, [index]: Args) => clip(clipsOf(bin)[toNumber(index)]),
    getBinAt: (bin: Bin, [index]: Args) => {
      const item = binsOf(bin)[toNumber(index)];
      return item ? dom.wrap('QEProjectItemContainer', item) : undefined;
    },
    getSequenceItemAt: (bin: Bin, [index]: Args) => {
      const item = sequencesOf(bin)[toNumber(index)];
      return item ? dom.wrap('QESequenceItem', item) : undefined;
    },
    findItem: (root: Bin, id: string) =>
      clip(
        itemsBelow(root).find((item): item is Clip => item.kind === 'clip' && item.nodeId === id),
      ),
  };
}

function clipsOf({ children }: Bin): Clip[] {
  return children.filter((item) => item.kind === 'clip');
}

function binsOf({ children }: Bin): Bin[] {
  return children.filter((item) => 'children' in item);
}

function sequencesOf({ children }: Bin): SequenceItem[] {
  return children.filter((item) => item.kind === 'sequence');
}

function idleMethods() {
  return Object.fromEntries(idle.map((name) => [name, () => false]));
}

const refused = ['containsSpeechTrack', 'createProxy', 'automateToSequence', 'linkMedia'];

function defineItem(dom: Dom): void {
  dom.define('QEProjectItem', {
    getters: {
      name: ({ name }) => name,
      clip: (item) => dom.wrap('QEMasterClip', item),
      filePath: ({ media }) => media.path,
      mediaSyncStatus: () => '',
    },
    methods: {
      ...idleMethods(),
      isOffline: ({ media }) => !media.isOnline,
      ...Object.fromEntries(refused.map((name) => [name, () => false])),
      getMetadataSize: ({ xmp }) => xmp.length,
      openInSource: (item) => {
        const clip = { item, path: item.media.path, positionSeconds: 0, speed: 0, since: 0 };
        dom.session.monitor.clips.push(clip);
        return true;
      },
    },
    mutators: {
      rename: {
        run: (item, [name]) => {
          item.name = toText(name);
          return true;
        },
        pretend: () => true,
      },
      setOffline: {
        run: ({ media }) => {
          media.isOnline = false;
          media.isUnlinked = true;
          return true;
        },
        pretend: () => true,
      },
    },
  });
}

/** Marks of picture and sound apart, and child clips, are not kept for QE. */
const refusedMarks = [
  'setAudioInPoint',
  'setAudioOutPoint',
  'setVideoInPoint',
  'setVideoOutPoint',
  'setDuration',
  'clearChildClips',
];
const none = ['containsCaptions', 'containsCaptioningStream', 'hasChildClipsInUse'];
const zero = ['numCaptioningStreams', 'numOfChildClips', 'numOfChildClipsInUse'];

function defineMasterClip(dom: Dom): void {
  dom.define('QEMasterClip', {
    isStale: (item) => dom.session.isGone(item),
    getters: masterGetters(),
    methods: {
      ...Object.fromEntries([...none, ...refusedMarks].map((name) => [name, () => false])),
      getCaptioningStreamAt: () => undefined,
      ...Object.fromEntries(zero.map((name) => [name, () => 0])),
    },
    mutators: {
      setInPoint: marking(dom, 'in'),
      setOutPoint: marking(dom, 'out'),
      clearInPoint: clearing('in'),
      clearOutPoint: clearing('out'),
    },
  });
}

function masterGetters() {
  const video = (item: ProjectItem) => (item.kind === 'clip' ? item.media.video : null);
  const audio = (item: ProjectItem) => (item.kind === 'clip' ? item.media.audio : null);
  return {
    name: ({ name }: ProjectItem) => name,
    filePath: (item: ProjectItem) => (item.kind === 'clip' ? item.media.path : ''),
    duration: (item: ProjectItem) =>
      'children' in item ? '0' : formatTicks(subtractTicks(outPointOf(item), inPointOf(item))),
    videoFrameRate: (item: ProjectItem) =>
      Number(ticksPerSecond) / Number(video(item)?.frameTicks ?? ticksPerSecond),
    videoFrameWidth: (item: ProjectItem) => video(item)?.width ?? 0,
    videoFrameHeight: (item: ProjectItem) => video(item)?.height ?? 0,
    videoFieldType: () => 0,
    videoHasAlpha: () => false,
    videoPixelAspectRatio: () => '1:1',
    audioChannelType: (item: ProjectItem) => Math.max(0, (audio(item)?.channels ?? 1) - 1),
    audioFrameRate: (item: ProjectItem) => audio(item)?.sampleRate ?? 0,
    audioNumChannels: (item: ProjectItem) => audio(item)?.channels ?? 0,
    audioSampleSize: () => 16,
  };
}

function marking(dom: Dom, end: 'in' | 'out') {
  return {
    run: (item: ProjectItem, [time]: Args) => {
      if ('children' in item) return false;
      item.marks[end] = dom.ticksOf(time, unitOfItem(item));
      return true;
    },
    pretend: () => true,
  };
}

function clearing(end: 'in' | 'out') {
  return {
    run: (item: ProjectItem) => {
      if (!('children' in item)) item.marks[end] = null;
      return true;
    },
    pretend: () => true,
  };
}
