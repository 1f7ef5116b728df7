import type { Ticks } from '../../../domain/time/Ticks';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { graphicMutators } from '../extendscript/sequenceGraphics';
import { editTracks } from '../extendscript/timelineEvents';
import { copyItem, itemsOf, removeItem } from '../model/editing';
import { placeItem } from '../model/placing';
import type { Sequence, Track, TrackItem } from '../model/ProjectModel';
import { growTracks } from '../model/sequences';
import { isOnTrack, siblingsOf } from '../model/tracks';
import { wrapTrackItem } from './defineUxpSequence';
import type { Uxp } from './Uxp';
import { uxpConstants } from './uxpConstants';

type Args = readonly unknown[];

/** `SequenceEditor`: placing, copying and removing in a sequence. */
export function defineUxpEditor(uxp: Uxp): void {
  const { dom } = uxp;
  uxp.define('SequenceEditor', {
    isStale: ({ isDeleted }) => isDeleted,
    projectOf: ({ item }) => dom.projectOf(item),
    methods: {
      // No action, and yet it needs the lock (premiere-hosts D1); what is placed is answered.
      insertMogrtFromPath: (sequence, args) => {
        uxp.services.locks.demand(dom.projectOf(sequence.item));
        return insertTemplate(uxp, sequence, args);
      },
    },
    actions: {
      createInsertProjectItemAction: placing(uxp, 'insert'),
      createOverwriteItemAction: placing(uxp, 'overwrite'),
      createRemoveItemsAction: (sequence, args) => removing(uxp, sequence, args),
      createCloneTrackItemAction: (sequence, args) => cloning(uxp, sequence, args),
    },
    statics: {
      getEditor: (_none, [sequence]) =>
        uxp.wrap('SequenceEditor', uxp.demand('Sequence', sequence)),
    },
  });
}

/** `(item, time, videoTrack, audioTrack)`: an index past the last track makes one more. */
function placing(uxp: Uxp, mode: 'insert' | 'overwrite') {
  const { dom } = uxp;
  return (sequence: Sequence, [given, time, video, audio]: Args) => {
    const item = uxp.demandPlaceable(given);
    const startTicks = uxp.ticks(time);
    const [videoIndex, audioIndex] = [toNumber(video), toNumber(audio)];
    return () => {
      if (dom.session.isGone(item)) return;
      const videoTrack = trackIndex(sequence, 'videoTracks', videoIndex);
      const audioTrack = trackIndex(sequence, 'audioTracks', audioIndex);
      const request = { item, startTicks, videoTrack, audioTrack, mode };
      editTracks(dom, sequence, () => placeItem(sequence, request, dom.session.ids));
    };
  };
}

/** The place of a track; one that is not there yet is made, last of its kind. */
function trackIndex(
  sequence: Sequence,
  kind: 'videoTracks' | 'audioTracks',
  wanted: number,
): number {
  const { length } = sequence[kind];
  if (wanted < length) return wanted;
  growTracks(sequence, ...newCounts(kind, length + 1));
  return length;
}

function newCounts(kind: 'videoTracks' | 'audioTracks', count: number): [number, number] {
  return kind === 'videoTracks' ? [count, 0] : [0, count];
}

/** `(selection, ripple, mediaType, shiftOverlapping)` */
function removing(uxp: Uxp, sequence: Sequence, [given, ripple, media]: Args) {
  const { dom } = uxp;
  const { items } = uxp.demand('TrackItemSelection', given);
  const ripples = toFlag(ripple) && dom.session.behaviour.ripples;
  const kind = media === undefined ? uxpConstants.MediaType.ANY : toNumber(media);
  return () => {
    const theirs = items.filter(
      (item) => isOnTrack(item) && item.track?.sequence === sequence && isOfMedia(item, kind),
    );
    editTracks(dom, sequence, () => {
      for (const item of theirs) removeItem(item, ripples, false);
    });
  };
}

function isOfMedia({ track }: TrackItem, kind: number): boolean {
  const { VIDEO, AUDIO } = uxpConstants.MediaType;
  if (kind === VIDEO) return track?.mediaType === 'Video';
  return kind !== AUDIO || track?.mediaType === 'Audio';
}

/** `(item, offset, videoTracks, audioTracks, alignToVideo, isInsert)`: tracks up or down. */
function cloning(uxp: Uxp, sequence: Sequence, args: Args) {
  const { dom } = uxp;
  const item = uxp.demandTrackItem(args[0]);
  const by: Ticks = uxp.ticks(args[1]);
  const [up, down] = [toNumber(args[2]), toNumber(args[3])];
  const mode = toFlag(args[5]) ? ('insert' as const) : ('overwrite' as const);
  return () => {
    if (!isOnTrack(item) || item.track?.sequence !== sequence) return;
    const track = trackBeside(item.track, item.track.mediaType === 'Video' ? up : down);
    if (!track) return;
    editTracks(dom, sequence, () => copyItem(item, { track, by, mode }, dom.session.ids));
  };
}

function trackBeside(track: Track, delta: number): Track | undefined {
  const wanted = siblingsOf(track).indexOf(track) + delta;
  const kind = track.mediaType === 'Video' ? 'videoTracks' : 'audioTracks';
  return wanted < 0 ? undefined : siblingsOf(track)[trackIndex(track.sequence, kind, wanted)];
}

/** `(path, time, videoTrack, audioTrack)`: what was placed, in a list. */
function insertTemplate(uxp: Uxp, sequence: Sequence, [file, time, video, audio]: Args): object {
  const { dom } = uxp;
  const args = [toText(file), uxp.ticks(time).toString(), toNumber(video), toNumber(audio)];
  const before = new Set(itemsOf(sequence));
  uxp.services.change(
    () => graphicMutators(dom).importMGT.run(sequence, args),
    () => undefined,
  );
  const placed = itemsOf(sequence).filter((item) => !before.has(item));
  return uxp.realm.array(placed.map((item) => wrapTrackItem(uxp, item)));
}
