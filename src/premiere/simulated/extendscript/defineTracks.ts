import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toText } from '../es3/scriptValues';
import { placeItem } from '../model/placing';
import type { Track } from '../model/ProjectModel';
import { siblingsOf, trackNameOf } from '../model/tracks';
import type { Dom } from './Dom';

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
    isStale: (track) => !siblingsOf(track).includes(track),
    getters: {
      id: ({ id }) => id,
      name: trackNameOf,
      mediaType: ({ mediaType }) => mediaType,
      clips: ({ items }) => dom.wrap('TrackItemCollection', items),
      transitions: () => dom.wrap('TrackItemCollection', []),
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
      overwriteClip: { run: (track, args) => place(dom, track, { args, mode: 'overwrite' }) },
      insertClip: { run: (track, args) => place(dom, track, { args, mode: 'insert' }) },
      setMute: flagSetter('isMuted'),
      setLocked: flagSetter('isLocked'),
      setTargeted: flagSetter('isTargeted'),
    },
  });
}

/** Turns a track's flag on or off; `true` and `1` alike. */
export function flagSetter(flag: 'isMuted' | 'isLocked' | 'isTargeted') {
  return {
    run: (track: Track, [value]: readonly unknown[]) => {
      track[flag] = toFlag(value);
      return 0;
    },
  };
}

interface TrackPlacement {
  readonly args: readonly unknown[];
  readonly mode: 'overwrite' | 'insert';
}

/** Places on this track; the other half of the item goes to the first track that takes it. */
function place(dom: Dom, track: Track, { args, mode }: TrackPlacement): number {
  if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
  const { sequence } = track;
  const index = siblingsOf(track).indexOf(track);
  const isVideo = track.mediaType === 'Video';
  const request = {
    item: dom.placeable(args[0]),
    startTicks: dom.ticksOf(args[1], sequence.frameTicks),
    videoTrack: isVideo ? index : firstOpen(sequence.videoTracks),
    audioTrack: isVideo ? firstOpen(sequence.audioTracks) : index,
    mode,
  };
  placeItem(sequence, request, dom.session.ids);
  return 0;
}

function firstOpen(tracks: readonly Track[]): number {
  return Math.max(
    0,
    tracks.findIndex(({ isTargeted, isLocked }) => isTargeted && !isLocked),
  );
}
