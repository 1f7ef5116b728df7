import fs from 'node:fs';
import path from 'node:path';
import { frameRateOfTicks } from '../../../domain/time/FrameRate';
import { toTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { fieldOf, toFlag, toNumber, toText } from '../es3/scriptValues';
import { setInMark, setOutMark } from '../model/itemMarks';
import { toMedia } from '../model/media';
import { audioClipsOf } from '../model/placing';
import type { Clip, PlaceableItem, ProjectItem } from '../model/ProjectModel';
import { inPointOf, outPointOf, startTimeOf, unitOfItem } from '../model/timeGrid';
import { isClip, type AudioMapping, type Dom } from './Dom';

/** Readers of an item's media, marks and interpretation. */
export function mediaReaders(dom: Dom) {
  return {
    getMediaPath: (item: ProjectItem) => (isClip(item) ? item.media.path : ''),
    isOffline: (item: ProjectItem) => isClip(item) && !item.media.isOnline,
    canChangeMediaPath: isClip,
    canProxy: isClip,
    hasProxy: (item: ProjectItem) => isClip(item) && item.proxyPath !== '',
    getProxyPath: (item: ProjectItem) => (isClip(item) ? item.proxyPath : ''),
    isSequence: (item: ProjectItem) => item.kind === 'sequence',
    isMulticamClip: () => false,
    isMergedClip: () => false,
    isAdjustmentLayer: () => false,
    startTime: (item: ProjectItem) => dom.time(isClip(item) ? startTimeOf(item) : zeroTicks),
    getInPoint: (item: ProjectItem) => dom.time('children' in item ? zeroTicks : inPointOf(item)),
    getOutPoint: (item: ProjectItem) => dom.time('children' in item ? zeroTicks : outPointOf(item)),
    getFootageInterpretation: (item: ProjectItem) =>
      isClip(item) && item.media.video ? interpretationOf(dom, item) : 0,
    videoComponents: () => dom.wrap('ComponentCollection', []),
  };
}

/** Writers of an item's in and out marks and start timecode. */
export function markMutators(dom: Dom) {
  return {
    setInPoint: { run: markSetter(dom, setInMark) },
    setOutPoint: { run: markSetter(dom, setOutMark) },
    clearInPoint: {
      run: (item: ProjectItem) => {
        if (!('children' in item)) item.marks.in = null;
        return 0;
      },
    },
    clearOutPoint: {
      run: (item: ProjectItem) => {
        if (!('children' in item)) item.marks.out = null;
        return 0;
      },
    },
    setStartTime: {
      run: (item: ProjectItem, [time]: readonly unknown[]) => {
        if (isClip(item)) item.startOverride = dom.ticksOf(time, unitOfItem(item));
        return 0;
      },
    },
  };
}

/** Writers of an item's media and how they are read. */
export function mediaMutators(dom: Dom) {
  return {
    setOffline: {
      run: (item: ProjectItem) => {
        if (isClip(item)) item.media.isOnline = false;
        return isClip(item);
      },
      pretend: () => true,
    },
    changeMediaPath: {
      run: (item: ProjectItem, [newPath, overrides]: readonly unknown[]) =>
        relink(dom, item, { path: toText(newPath), overrides: toFlag(overrides) }),
      pretend: () => true,
    },
    refreshMedia: { run: refresh },
    setFootageInterpretation: {
      run: (item: ProjectItem, [interpretation]: readonly unknown[]) => {
        const rate = fieldOf(interpretation, 'frameRate');
        if (isClip(item) && typeof rate === 'number' && rate > 0) item.rateOverride = rate;
        return true;
      },
      pretend: () => true,
    },
    setAudioChannelMapping: {
      run: (item: ProjectItem, [mapping]: readonly unknown[]) => {
        if (isClip(item)) item.audioClips = clipsOf(dom.demand('AudioChannelMapping', mapping));
        return 0;
      },
    },
    attachProxy: {
      run: (item: ProjectItem, [proxyPath]: readonly unknown[]) => {
        if (isClip(item)) item.proxyPath = toText(proxyPath);
        return true;
      },
      pretend: () => true,
    },
  };
}

/** `getAudioChannelMapping`, which is read as a property, and the object it gives. */
export function defineAudioMapping(dom: Dom): void {
  dom.define('AudioChannelMapping', {
    isValue: true,
    getters: {
      audioClipsNumber: ({ audioClipsNumber }) => audioClipsNumber,
      audioChannelsType: ({ audioChannelsType }) => audioChannelsType,
    },
    setters: {
      audioClipsNumber: (mapping, value) => {
        mapping.audioClipsNumber = toNumber(value);
      },
      audioChannelsType: (mapping, value) => {
        mapping.audioChannelsType = toNumber(value);
      },
    },
    methods: {
      setMappingForChannel: (mapping, [channel, source]) => {
        mapping.sources[toNumber(channel)] = toNumber(source);
      },
    },
  });
}

/** How an item's sound lands when it is placed; undefined for a bin. */
export function mappingOf(dom: Dom, item: ProjectItem): object | undefined {
  if ('children' in item) return undefined;
  const clips = audioClipsOf(item);
  return dom.wrap('AudioChannelMapping', {
    audioClipsNumber: clips.length,
    audioChannelsType: clips[0]?.length === 2 ? 1 : 0,
    sources: clips.flat(),
  });
}

function clipsOf(mapping: AudioMapping): number[][] {
  const width = [1, 2, 6][mapping.audioChannelsType] ?? 1;
  return Array.from({ length: mapping.audioClipsNumber }, (_clip, clip) =>
    Array.from({ length: width }, (_channel, channel) => {
      const at = clip * width + channel;
      return mapping.sources[at] ?? at;
    }),
  );
}

function markSetter(dom: Dom, set: (item: PlaceableItem, ticks: Ticks) => void) {
  return (item: ProjectItem, args: readonly unknown[]): number => {
    if (args.length < 2 && dom.session.behaviour.marksNeedMediaType) {
      throw new ScriptError(scriptErrorTexts.notEnough);
    }
    if (!('children' in item)) set(item, dom.ticksOf(args[0], unitOfItem(item), false));
    return 0;
  };
}

function interpretationOf(dom: Dom, item: Clip): object {
  const rate = frameRateOfTicks(item.media.video?.frameTicks ?? toTicks(10_160_640_000n));
  const ownRate = Number((rate.numerator / rate.denominator).toFixed(6));
  return dom.realm.record({
    frameRate: item.rateOverride ?? ownRate,
    pixelAspectRatio: 1,
    fieldType: -1,
    alphaUsage: 0,
    ignoreAlpha: false,
    invertAlpha: false,
    removePulldown: false,
    vrConformProjectionType: 0,
    vrLayoutType: 0,
    vrHorizontalView: 0,
    vrVerticalView: 0,
  });
}

/** Every item of the medium changes; a file of another length is refused unless overridden. */
function relink(
  dom: Dom,
  item: ProjectItem,
  to: { readonly path: string; readonly overrides: boolean },
): boolean {
  if (!isClip(item)) return false;
  const target = path.resolve(to.path);
  const [probed] = dom.services.media.probe([target]);
  if (!probed?.ok) return false;
  const found = toMedia(probed.media, target);
  const { media } = item;
  const differs = found.durationTicks !== media.durationTicks;
  if (differs && !to.overrides) return false;
  media.path = target;
  media.isOnline = true;
  return true;
}

function refresh(item: ProjectItem): number {
  if (isClip(item)) item.media.isOnline = fs.existsSync(item.media.path);
  return 0;
}
