import { subtractTicks, type Ticks } from '../../../domain/time/Ticks';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { editTracks } from '../extendscript/timelineEvents';
import { flagSetter } from '../extendscript/defineTracks';
import { moveItem, setEnd, setIn, setOut, setStart } from '../model/editing';
import type { Track, TrackItem } from '../model/ProjectModel';
import { isOnTrack, siblingsOf, trackNameOf } from '../model/tracks';
import type { Uxp } from './Uxp';
import { uxpConstants } from './uxpConstants';

type Args = readonly unknown[];

/** Ids of the kinds of media, as Premiere's project files have them. */
const mediaGuids = {
  Video: '228cda18-3625-4d2d-951e-348879e4ed93',
  Audio: '80b8e3d5-6dca-4195-aefb-cb5f407ab009',
} as const;

/** Tracks and track items; those of sound are classes of their own with the same members. */
export function defineUxpTracks(uxp: Uxp): void {
  defineTrack(uxp, 'Video');
  defineTrack(uxp, 'Audio');
  defineTrackItem(uxp, 'Video');
  defineTrackItem(uxp, 'Audio');
}

function defineTrack(uxp: Uxp, mediaType: Track['mediaType']): void {
  const { dom } = uxp;
  const { CLIP } = uxpConstants.TrackItemType;
  uxp.define(`${mediaType}Track`, {
    isStale: (track) => track.sequence.isDeleted || !siblingsOf(track).includes(track),
    projectOf: ({ sequence }) => dom.projectOf(sequence.item),
    getters: {
      id: ({ id }) => id,
      name: (track) => trackNameOf(track, dom.session.language),
    },
    methods: {
      // Gaps and transitions are not told.
      getTrackItems: ({ items }, [type]) =>
        uxp.wrapAll(`${mediaType}ClipTrackItem`, toNumber(type) === CLIP ? items : []),
    },
    promises: {
      getIndex: (track) => siblingsOf(track).indexOf(track),
      getMediaType: () => uxp.wrap('Guid', { text: mediaGuids[mediaType] }),
      isMuted: ({ isMuted }) => isMuted,
    },
    changes: {
      setMute: { run: (track, args) => flagSetter('isMuted').run(track, args) === 0 },
    },
    actions: {
      createSetNameAction: (track, [name]) => {
        const wanted = toText(name);
        return () => {
          track.name = wanted;
        };
      },
    },
  });
}

function defineTrackItem(uxp: Uxp, mediaType: Track['mediaType']): void {
  const { dom } = uxp;
  uxp.define(`${mediaType}ClipTrackItem`, {
    isStale: (item) => !isOnTrack(item) || item.track?.sequence.isDeleted === true,
    projectOf: ({ track }) => dom.projectOf(track?.sequence.item ?? null),
    promises: {
      ...itemTimes(uxp),
      getName: ({ name }) => name,
      getMatchName: () => '',
      getIsSelected: ({ isSelected }) => isSelected,
      getSpeed: ({ speed }) => speed,
      getType: () => uxpConstants.TrackItemType.CLIP,
      getMediaType: () => uxp.wrap('Guid', { text: mediaGuids[mediaType] }),
      getTrackIndex: ({ track }) => (track ? siblingsOf(track).indexOf(track) : -1),
      getProjectItem: ({ item }) => uxp.wrap('ProjectItem', item),
      isDisabled: ({ isDisabled }) => isDisabled,
      isSpeedReversed: ({ isReversed }) => isReversed,
      ...(mediaType === 'Video'
        ? {
            isAdjustmentLayer: ({ item }: TrackItem) =>
              item.kind === 'clip' && item.media.kind === 'adjustment',
          }
        : {}),
    },
    actions: { ...timeActions(uxp), ...settingActions() },
  });
}

function itemTimes(uxp: Uxp) {
  return {
    getStartTime: ({ startTicks }: TrackItem) => uxp.time(startTicks),
    getEndTime: ({ endTicks }: TrackItem) => uxp.time(endTicks),
    getInPoint: ({ inTicks }: TrackItem) => uxp.time(inTicks),
    getOutPoint: ({ outTicks }: TrackItem) => uxp.time(outTicks),
    getDuration: ({ startTicks, endTicks }: TrackItem) =>
      uxp.time(subtractTicks(endTicks, startTicks)),
  };
}

/** An edge that cannot go where it is asked to stays, and nobody is told. */
function timeActions(uxp: Uxp) {
  const { dom } = uxp;
  const timing =
    (set: (item: TrackItem, ticks: Ticks) => unknown) =>
    (item: TrackItem, [time]: Args) => {
      const ticks = uxp.ticks(time);
      return () => {
        if (isOnTrack(item)) editTracks(dom, item.track?.sequence, () => set(item, ticks));
      };
    };
  return {
    createMoveAction: timing((item, by) => moveItem(item, by, dom.session.ids)),
    createSetStartAction: timing(setStart),
    createSetEndAction: timing((item, end) => item.graphic !== null || setEnd(item, end)),
    createSetInPointAction: timing((item, ticks) => setIn(item, ticks, false)),
    createSetOutPointAction: timing((item, ticks) => setOut(item, ticks, false)),
  };
}

function settingActions() {
  return {
    createSetNameAction: (item: TrackItem, [name]: Args) => {
      const wanted = toText(name);
      return () => {
        item.name = wanted;
      };
    },
    createSetDisabledAction: (item: TrackItem, [disabled]: Args) => {
      const isDisabled = toFlag(disabled);
      return () => {
        item.isDisabled = isDisabled;
      };
    },
  };
}
