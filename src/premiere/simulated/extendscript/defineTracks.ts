import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toText } from '../es3/scriptValues';
import { placeItem } from '../model/placing';
import type { Track } from '../model/ProjectModel';
import { siblingsOf, trackNameOf } from '../model/tracks';
import type { Dom } from './Dom';
import { placingTime } from './timeArguments';
import { editTracks } from './timelineEvents';

/** Tracks, and lists of tracks and track items. */
export function defineTracks(dom: Dom): void {
  dom.define('TrackCollection', {
    collection: {
      counter: 'numTracks',
      count: (tracks) => tracks.length,
      at: (tracks, index) => {
        const track = tracks[index];
        return track ? dom.wrap('Track', track) : undefined;
      },
    },
  });
  dom.define('TrackItemCollection', {
    collection: {
      counter: 'numItems',
      count: (items) => items.length,
      at: (items, index) => {
        const item = items[index];
        return item ? dom.wrap('TrackItem', item) : undefined;
      },
    },
  });
  defineTrack(dom);
}

function defineTrack(dom: Dom): void {
  dom.define('Track', {
    isStale: (track) => track.sequence.isDeleted || !siblingsOf(track).includes(track),
    getters: {
      id: ({ id }) => id,
      name: (track) => trackNameOf(track, dom.session.language),
      mediaType: ({ mediaType }) => mediaType,
      clips: ({ items }) => dom.wrap('TrackItemCollection', items),
      transitions: (track) => dom.wrap('TransitionCollection', track),
    },
    setters: {
      name: (track, value) => {
        track.name = toText(value);
      },
    },
    methods: {
      isMuted: ({ isMuted }) => isMuted,
      isLocked: ({ isLocked }) => isLocked,
      isTargeted: ({ isTargeted }) => isTargeted,
    },
    mutators: {
      overwriteClip: placing(dom, 'overwrite'),
      insertClip: placing(dom, 'insert'),
      setMute: flagSetter('isMuted'),
      setLocked: flagSetter('isLocked'),
      setTargeted: flagSetter('isTargeted'),
    },
  });
}

/** Turns a track's flag on or off; `true` and `1` alike, and left out means on (reflection). */
export function flagSetter(flag: 'isMuted' | 'isLocked' | 'isTargeted' | 'isSyncLocked') {
  return {
    run: (track: Track, [value]: readonly unknown[]) => {
      track[flag] = value === undefined || toFlag(value);
      return 0;
    },
  };
}

function placing(dom: Dom, mode: 'overwrite' | 'insert') {
  return {
    run: (track: Track, args: readonly unknown[]) => {
      place(dom, track, { args, mode });
      return true;
    },
    pretend: () => true,
  };
}

interface TrackPlacement {
  readonly args: readonly unknown[];
  readonly mode: 'overwrite' | 'insert';
}

/** Places on this track; the other half of the item goes to the first track that takes it. */
function place(dom: Dom, track: Track, { args, mode }: TrackPlacement): void {
  if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
  const { sequence } = track;
  const index = siblingsOf(track).indexOf(track);
  const isVideo = track.mediaType === 'Video';
  const request = {
    item: dom.placeable(args[0]),
    startTicks: placingTime(dom, args[1], sequence),
    videoTrack: isVideo ? index : firstOpen(sequence.videoTracks),
    audioTrack: isVideo ? firstOpen(sequence.audioTracks) : index,
    mode,
  };
  editTracks(dom, sequence, () => placeItem(sequence, request, dom.session.ids));
}

function firstOpen(tracks: readonly Track[]): number {
  return Math.max(
    0,
    tracks.findIndex(({ isTargeted, isLocked }) => isTargeted && !isLocked),
  );
}
