import path from 'node:path';
import { frameRateOfTicks, ticksToFrames } from '../../../domain/time/FrameRate';
import { ticksToSeconds, zeroTicks } from '../../../domain/time/Ticks';
import { toNumber, toText } from '../es3/scriptValues';
import type { Project, Sequence, Track } from '../model/ProjectModel';
import { addTrack, siblingsOf, trackNameOf } from '../model/tracks';
import type { Dom, QeStretch } from './Dom';
import { formatTime } from './defineTime';
import { flagSetter } from './defineTracks';

/** The unsupported QE DOM, as far as tracks go: there is no other way to add any. */
export function defineQe(dom: Dom): void {
  const activeOf = ({ activeSequence }: Project) =>
    activeSequence ? dom.wrap('QESequence', activeSequence) : undefined;
  dom.define('QEApplication', {
    getters: {
      name: () => 'Adobe Premiere Pro',
      version: ({ version }) => version,
      project: ({ focused }) => (focused ? dom.wrap('QEProject', focused) : undefined),
    },
  });
  dom.define('QEProject', {
    getters: {
      name: (project) => path.basename(project.path),
      path: (project) => project.path,
      numSequences: ({ sequences }) => sequences.length,
    },
    methods: {
      getActiveSequence: activeOf,
      getSequenceAt: ({ sequences }, [index]) => {
        const sequence = sequences[toNumber(index)];
        return sequence ? dom.wrap('QESequence', sequence) : undefined;
      },
    },
  });
  defineQeSequence(dom);
  defineQeTrack(dom);
  defineQeItem(dom);
}

function defineQeSequence(dom: Dom): void {
  const trackAt = (tracks: readonly Track[], index: unknown) => {
    const track = tracks[toNumber(index)];
    return track ? dom.wrap('QETrack', track) : undefined;
  };
  dom.define('QESequence', {
    getters: {
      name: ({ item }) => item?.name ?? '',
      guid: ({ id }) => id,
      numVideoTracks: ({ videoTracks }) => videoTracks.length,
      numAudioTracks: ({ audioTracks }) => audioTracks.length,
      CTI: (sequence) => dom.wrap('QETime', { ticks: sequence.playhead, sequence }),
    },
    methods: {
      getVideoTrackAt: ({ videoTracks }, [index]) => trackAt(videoTracks, index),
      getAudioTrackAt: ({ audioTracks }, [index]) => trackAt(audioTracks, index),
    },
    mutators: {
      addTracks: { run: (sequence, args) => addTracks(dom, sequence, args), pretend: () => true },
      removeVideoTrack: removing(({ videoTracks }) => videoTracks),
      removeAudioTrack: removing(({ audioTracks }) => audioTracks),
      removeEmptyVideoTracks: removingEmpty(({ videoTracks }) => videoTracks),
      removeEmptyAudioTracks: removingEmpty(({ audioTracks }) => audioTracks),
    },
  });
}

/** Without arguments one track of each kind; without an index above those that stand. */
function addTracks(dom: Dom, sequence: Sequence, args: readonly unknown[]): boolean {
  const count = (value: unknown) => (value === undefined ? 1 : toNumber(value));
  const goesToBottom = dom.session.behaviour.addsTracks === 'bottom';
  const place = (value: unknown) =>
    goesToBottom ? 0 : value === undefined ? undefined : toNumber(value);
  for (let added = 0; added < count(args[0]); added += 1) {
    addTrack(sequence, 'Video', place(args[1]));
  }
  for (let added = 0; added < count(args[2]); added += 1) {
    addTrack(sequence, 'Audio', place(args[4]));
  }
  return true;
}

function removing(tracksOf: (sequence: Sequence) => Track[]) {
  return {
    run: (sequence: Sequence, [index]: readonly unknown[]) => {
      tracksOf(sequence).splice(toNumber(index), 1);
      return true;
    },
    pretend: () => true,
  };
}

function removingEmpty(tracksOf: (sequence: Sequence) => Track[]) {
  return {
    run: (sequence: Sequence) => {
      const tracks = tracksOf(sequence);
      const full = tracks.filter(({ items }) => items.length > 0);
      tracks.splice(0, tracks.length, ...full);
      return true;
    },
    pretend: () => true,
  };
}

function defineQeTrack(dom: Dom): void {
  dom.define('QETrack', {
    getters: {
      name: trackNameOf,
      index: (track) => siblingsOf(track).indexOf(track),
      type: ({ mediaType }) => mediaType,
      numItems: (track) => stretchesOf(track).length,
      numTransitions: () => 0,
    },
    methods: {
      getItemAt: (track, [index]) => {
        const stretch = stretchesOf(track)[toNumber(index)];
        return stretch ? dom.wrap('QETrackItem', stretch) : undefined;
      },
      isMuted: ({ isMuted }) => isMuted,
      isLocked: ({ isLocked }) => isLocked,
      isSyncLocked: () => true,
    },
    mutators: {
      setName: {
        run: (track, [name]) => {
          track.name = toText(name);
          return true;
        },
      },
      setMute: flagSetter('isMuted'),
      setLock: flagSetter('isLocked'),
    },
  });
}

function defineQeItem(dom: Dom): void {
  const time = (sequence: Sequence, ticks: QeStretch['startTicks']) =>
    dom.wrap('QETime', { ticks, sequence });
  dom.define('QETrackItem', {
    getters: {
      name: ({ item }) => item?.name ?? '',
      type: ({ item }) => (item ? 'Clip' : 'Empty'),
      mediaType: ({ item }) => item?.track?.mediaType ?? '',
      start: ({ startTicks, sequence }) => time(sequence, startTicks),
      end: ({ endTicks, sequence }) => time(sequence, endTicks),
    },
  });
  dom.define('QETime', {
    getters: {
      // Numbers here, text in the public DOM.
      ticks: ({ ticks }) => Number(ticks),
      secs: ({ ticks }) => ticksToSeconds(ticks),
      frames: ({ ticks, sequence }) => ticksToFrames(ticks, frameRateOfTicks(sequence.frameTicks)),
      timecode: ({ ticks, sequence }) =>
        formatTime(ticks, sequence.frameTicks, sequence.displayFormat),
    },
  });
}

/** A track as QE lists it: its items, and the gaps before them as items of their own. */
function stretchesOf(track: Track): QeStretch[] {
  const stretches: QeStretch[] = [];
  const { sequence } = track;
  let end = zeroTicks;
  for (const item of track.items) {
    const { startTicks, endTicks } = item;
    if (startTicks > end)
      stretches.push({ item: null, startTicks: end, endTicks: startTicks, sequence });
    stretches.push({ item, startTicks, endTicks, sequence });
    end = endTicks;
  }
  return stretches;
}
