import type { Ticks } from '../../../domain/time/Ticks';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { findByPath } from '../extendscript/itemBins';
import { interpretationMutators, pictureMutators } from '../extendscript/itemInterpretation';
import { markMutators, markReaders } from '../extendscript/itemMarking';
import { mediaMutators, mediaReaders, proxyMutators } from '../extendscript/itemMedia';
import { subclipMutators } from '../extendscript/itemSubclips';
import type { PlaceableItem } from '../model/ProjectModel';
import { startTimeOf } from '../model/timeGrid';
import type { Uxp } from './Uxp';
import { toItemMediaType, uxpConstants } from './uxpConstants';

type Args = readonly unknown[];

/** Both media, as marks of project items count them. */
const bothMedia = 4;

/** Readers of a clip or sequence in a bin. */
export function clipReaders(uxp: Uxp) {
  const { dom } = uxp;
  const { getMediaPath, getProxyPath, ...media } = mediaReaders(dom);
  const marks = markReaders(dom);
  const point = (read: typeof marks.getInPoint) => (item: PlaceableItem, args: Args) =>
    uxp.time(dom.demand('Time', read(item, [toItemMediaType(args[0])])).ticks);
  const { ContentType } = uxpConstants;
  return {
    getMediaFilePath: getMediaPath,
    getProxyPath: (item: PlaceableItem) => getProxyPath(item) || '',
    isOffline: media.isOffline,
    canProxy: media.canProxy,
    hasProxy: media.hasProxy,
    canChangeMediaPath: media.canChangeMediaPath,
    isSequence: media.isSequence,
    isMulticamClip: media.isMulticamClip,
    isMergedClip: media.isMergedClip,
    getInPoint: point(marks.getInPoint),
    getOutPoint: point(marks.getOutPoint),
    getContentType: ({ kind }: PlaceableItem) =>
      kind === 'sequence' ? ContentType.SEQUENCE : ContentType.MEDIA,
    getSequence: (item: PlaceableItem) =>
      item.kind === 'sequence' ? uxp.wrap('Sequence', item.sequence) : null,
    getMedia: (item: PlaceableItem) => (item.kind === 'clip' ? uxp.wrap('Media', item) : null),
    findItemsMatchingMediaPath: (item: PlaceableItem, [match, ignoresSubclips]: Args) => {
      const found = findByPath(dom, item, [match, toFlag(ignoresSubclips)]);
      return uxp.wrapAll(
        'ProjectItem',
        Array.from(found === 0 ? [] : (found as ArrayLike<unknown>), (each) =>
          dom.demand('ProjectItem', each),
        ),
      );
    },
  };
}

/** What changes a clip's media at once, without undo. */
export function clipChanges(uxp: Uxp) {
  const { changeMediaPath, refreshMedia } = mediaMutators(uxp.dom);
  return {
    attachProxy: proxyMutators(uxp.dom).attachProxy,
    changeMediaFilePath: changeMediaPath,
    refreshMedia: {
      run: (item: PlaceableItem) => {
        refreshMedia.run(item);
        return true;
      },
    },
  };
}

/** What makes actions of a clip or sequence in a bin. */
export function clipActions(uxp: Uxp) {
  const { dom } = uxp;
  const marks = markMutators(dom);
  const set = (end: 'setInPoint' | 'setOutPoint', item: PlaceableItem, ticks: Ticks) =>
    marks[end].run(item, [dom.time(ticks), bothMedia]);
  const clear = (item: PlaceableItem) => {
    marks.clearInPoint.run(item, []);
    marks.clearOutPoint.run(item, []);
  };
  const marking = (end: 'setInPoint' | 'setOutPoint') => (item: PlaceableItem, args: Args) => {
    const ticks = uxp.ticks(args[0]);
    return () => {
      set(end, item, ticks);
    };
  };
  return {
    createSetInPointAction: marking('setInPoint'),
    createSetOutPointAction: marking('setOutPoint'),
    createSetInOutPointsAction: (item: PlaceableItem, [from, to]: Args) => {
      const [start, end] = [uxp.ticks(from), uxp.ticks(to)];
      return () => {
        // Marks that stand there already do not come in the way of both together.
        if (start < end) clear(item);
        set('setInPoint', item, start);
        set('setOutPoint', item, end);
      };
    },
    createClearInOutPointsAction: (item: PlaceableItem) => () => clear(item),
    ...pictureActions(uxp),
    createSubClipAction: (item: PlaceableItem, args: Args) => subclip(uxp, item, args),
  };
}

function pictureActions(uxp: Uxp) {
  const { setOffline } = mediaMutators(uxp.dom);
  const { setOverrideFrameRate } = interpretationMutators(uxp.dom);
  const { setScaleToFrameSize } = pictureMutators();
  return {
    createSetOfflineAction: (item: PlaceableItem) => () => {
      setOffline.run(item);
    },
    createSetScaleToFrameSizeAction: (item: PlaceableItem) => () => {
      setScaleToFrameSize.run(item);
    },
    createSetOverrideFrameRateAction: (item: PlaceableItem, [rate]: Args) => {
      const wanted = toNumber(rate);
      return () => {
        setOverrideFrameRate.run(item, [wanted]);
      };
    },
  };
}

/** `createSubClipAction(name, start, end, hasHardBoundaries, { takeVideo, takeAudio })` */
function subclip(uxp: Uxp, item: PlaceableItem, args: Args) {
  const { dom } = uxp;
  const [name, from, to, isHard, options] = args;
  const { takeVideo, takeAudio } = (options ?? {}) as Readonly<Record<string, unknown>>;
  const times = [from, to].map((time) => dom.time(uxp.ticks(time)));
  const wanted = [toText(name), ...times, toFlag(isHard), takeVideo, takeAudio];
  return () => {
    subclipMutators(dom).createSubClip.run(item, wanted);
  };
}

/** `Media`: when a clip's medium starts, by its timecode, and how long it is. */
export function defineMedia(uxp: Uxp): void {
  const { dom } = uxp;
  uxp.define('Media', {
    isStale: (clip) => dom.session.isGone(clip),
    projectOf: (clip) => dom.projectOf(clip),
    getters: {
      start: (clip) => uxp.time(startTimeOf(clip)),
      duration: ({ media }) => uxp.time(media.durationTicks),
    },
    actions: {
      createSetStartAction: (clip, [time]) => {
        const ticks = uxp.ticks(time);
        return () => {
          clip.startOverride = ticks;
        };
      },
    },
  });
}
