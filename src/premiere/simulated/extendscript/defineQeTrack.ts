import { toNumber, toText } from '../es3/scriptValues';
import { placeItem } from '../model/placing';
import type { PlaceableItem, Track } from '../model/ProjectModel';
import { siblingsOf, trackNameOf } from '../model/tracks';
import { transitionsOf } from '../model/transitions';
import { flagSetter } from './defineTracks';
import type { Dom } from './Dom';
import { razor } from './qeCutting';
import { countStretches, stretchAt, stretchOfTransition } from './qeStretches';
import { placeOfText } from './qeTimes';
import { editTracks } from './timelineEvents';

type Args = readonly unknown[];

/** A track as QE sees it: gaps and transitions count as items. */
export function defineQeTrack(dom: Dom): void {
  dom.define('QETrack', {
    isStale: (track) => track.sequence.isDeleted || !siblingsOf(track).includes(track),
    getters: {
      name: (track) => trackNameOf(track, dom.session.language),
      index: (track) => siblingsOf(track).indexOf(track),
      type: ({ mediaType }) => mediaType,
      numItems: countStretches,
      numTransitions: (track) => transitionsOf(track).length,
      numComponents: () => 0,
    },
    methods: {
      getItemAt: (track, [index]) => {
        const stretch = stretchAt(track, toNumber(index));
        return stretch ? dom.wrap('QETrackItem', stretch) : undefined;
      },
      getTransitionAt: (track, [index]) => {
        const transition = transitionsOf(track)[toNumber(index)];
        return transition
          ? dom.wrap('QETrackItem', stretchOfTransition(track, transition))
          : undefined;
      },
      getComponentAt: () => undefined,
      isMuted: ({ isMuted }) => isMuted,
      isLocked: ({ isLocked }) => isLocked,
      isSyncLocked: ({ isSyncLocked }) => isSyncLocked,
    },
    mutators: mutators(dom),
  });
}

function mutators(dom: Dom) {
  return {
    razor: {
      run: (track: Track, [label]: Args) => razor(dom, [track], label),
      pretend: () => true,
    },
    insert: placing(dom, 'insert'),
    overwrite: placing(dom, 'overwrite'),
    setName: {
      run: (track: Track, [name]: Args) => {
        track.name = toText(name);
        return true;
      },
      pretend: () => true,
    },
    setMute: answeringTrue('isMuted'),
    setLock: answeringTrue('isLocked'),
    setSyncLock: answeringTrue('isSyncLocked'),
    // Effects of whole tracks are not modelled.
    addAudioEffect: { run: () => false },
  };
}

function answeringTrue(flag: Parameters<typeof flagSetter>[0]) {
  const { run } = flagSetter(flag);
  return {
    run: (track: Track, args: Args) => {
      run(track, args);
      return true;
    },
    pretend: () => true,
  };
}

/** Places an item on this track alone of its kind, and its other half on the first of the other. */
function placing(dom: Dom, mode: 'insert' | 'overwrite') {
  return {
    run: (track: Track, [item, time]: Args) => {
      const { sequence } = track;
      const index = siblingsOf(track).indexOf(track);
      const isVideo = track.mediaType === 'Video';
      const request = {
        item: itemOf(dom, item),
        startTicks: placeOfText(sequence, time),
        videoTrack: isVideo ? index : 0,
        audioTrack: isVideo ? 0 : index,
        mode,
      };
      editTracks(dom, sequence, () => placeItem(sequence, request, dom.session.ids));
      return true;
    },
    pretend: () => true,
  };
}

/** An item of either object model. */
function itemOf(dom: Dom, value: unknown): PlaceableItem {
  return (
    dom.target('QEProjectItem', value) ??
    dom.target('QESequenceItem', value) ??
    dom.placeable(value)
  );
}
