import { subtractTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber } from '../es3/scriptValues';
import { copyItem, landOn, linkedItems, moveItem, removeItem } from '../model/editing';
import { setLink } from '../model/links';
import { siblingsOf, takeOffTrack } from '../model/tracks';
import { shiftItem } from '../model/trimming';
import type { Track, TrackItem } from '../model/ProjectModel';
import type { Dom, QeStretch } from './Dom';
import { retime } from './qeRetiming';
import { lengthOfText } from './qeTimes';
import { slipping } from './qeSlipping';
import { editTracks } from './timelineEvents';

type Args = readonly unknown[];
type Edit = (item: TrackItem, args: Args) => boolean;

/** What moves, removes or retimes an item; gaps and transitions refuse it. */
export function moving(dom: Dom) {
  const edit = (least: number, run: Edit) => ({
    run: ({ item, sequence }: QeStretch, args: Args) => {
      if (args.length < least) throw new ScriptError(scriptErrorTexts.notEnough);
      return item ? editTracks(dom, sequence, () => run(item, args)) : false;
    },
    pretend: () => true,
  });
  const { behaviour } = dom.session;
  return {
    move: edit(1, (item, [distance, copies]) => {
      const by = distanceOf(item, distance);
      if (toFlag(copies)) placeCopy(dom, item, { track: item.track, by });
      else moveItem(item, by, dom.session.ids);
      return true;
    }),
    moveToTrack: edit(4, (item, args) => moveToTrack(dom, item, args)),
    remove: {
      ...edit(0, (item, [ripples, alignsToVideo]) => {
        removeItem(item, toFlag(ripples) && behaviour.ripples, toFlag(alignsToVideo));
        return true;
      }),
      run: (stretch: QeStretch, args: Args) => removeStretch(dom, stretch, args),
    },
    rippleDelete: edit(0, (item) => {
      if (behaviour.ripples) removeItem(item, true, false);
      return behaviour.ripples;
    }),
    setSpeed: edit(5, (item, args) => retime(dom, item, args)),
    ...slipping(dom),
  };
}

function removeStretch(dom: Dom, stretch: QeStretch, [ripples, alignsToVideo]: Args): boolean {
  const { item, transition, track, sequence } = stretch;
  if (transition) track.transitions = track.transitions.filter((other) => other !== transition);
  if (!item) return transition !== null;
  const closes = toFlag(ripples) && dom.session.behaviour.ripples;
  editTracks(dom, sequence, () => removeItem(item, closes, toFlag(alignsToVideo)));
  return true;
}

/** `moveToTrack(videoTracks, audioTracks, distance, copies)`: up or down, linked parts with it. */
function moveToTrack(dom: Dom, item: TrackItem, [video, audio, distance, copies]: Args): boolean {
  const by = item.track ? lengthOfText(item.track.sequence, distance) : zeroTicks;
  const parts = [item, ...linkedItems(item)].map((part) => ({
    part,
    track: trackBeside(part, part.track?.mediaType === 'Video' ? video : audio),
  }));
  const canLand = parts.every(
    ({ part, track }) => track && !track.isLocked && part.startTicks + by >= 0n,
  );
  if (!canLand) return false;
  const link = dom.session.ids.guid();
  for (const { part, track } of parts) {
    if (!toFlag(copies)) moveOnto(dom, part, { track, by });
    else {
      const copy = placeCopy(dom, part, { track, by });
      if (copy && parts.length > 1) setLink(copy, link);
    }
  }
  return true;
}

interface Destination {
  readonly track: Track | null | undefined;
  readonly by: Ticks;
}

function moveOnto(dom: Dom, item: TrackItem, { track, by }: Destination): void {
  if (!track) return;
  takeOffTrack(item);
  shiftItem(item, by);
  landOn(item, track, dom.session.ids);
}

function placeCopy(dom: Dom, item: TrackItem, { track, by }: Destination): TrackItem | undefined {
  return track ? copyItem(item, { track, by, mode: 'overwrite' }, dom.session.ids) : undefined;
}

function trackBeside({ track }: TrackItem, delta: unknown): Track | undefined {
  if (!track) return undefined;
  const siblings = siblingsOf(track);
  return siblings[siblings.indexOf(track) + Math.trunc(toNumber(delta))];
}

function distanceOf({ track, startTicks }: TrackItem, distance: unknown): Ticks {
  const by = track ? lengthOfText(track.sequence, distance) : zeroTicks;
  return startTicks + by < 0n ? subtractTicks(zeroTicks, startTicks) : by;
}
