import type { AssembleSequenceRequest, MarkerToAdd, Placement } from '../contract/host';
import { markerColors, type CutMarker } from '../domain/cut/Cut';
import type { PlannedPlacement } from '../domain/cut/PlannedPlacement';
import { hostSeconds } from '../domain/time/hostSeconds';
import { addTicks, formatTicks, toTicks } from '../domain/time/Ticks';
import type { SequenceBuild } from './SequenceBuild';

/** So many placements take a host call well under 200 ms. */
const placementsPerCall = 60;

/** A sequence as a few host calls: the first makes it, the others go on with it. */
export function toAssembleRequests(
  build: SequenceBuild,
  place: { readonly projectPath: string; readonly binId: string },
): readonly AssembleSequenceRequest[] {
  const { name, settingsItemId, videoTracks, audioTracks, startTicks } = build;
  const shared = {
    ...place,
    sequenceId: null,
    name,
    settingsItemId,
    startTicks: formatTicks(startTicks),
    videoTracks,
    audioTracks,
  };
  const batches = inBatches(build.placements);
  return batches.map((placements, index) => ({
    ...shared,
    placements: placements.map(toPlacement),
    markers: index === batches.length - 1 ? build.markers.map(toMarker) : [],
  }));
}

/** One batch at least: a sequence of markers alone is a sequence too. */
function inBatches(placements: readonly PlannedPlacement[]): readonly PlannedPlacement[][] {
  const count = Math.max(1, Math.ceil(placements.length / placementsPerCall));
  return Array.from({ length: count }, (_, index) =>
    placements.slice(index * placementsPerCall, (index + 1) * placementsPerCall),
  );
}

function toPlacement(placement: PlannedPlacement): Placement {
  const { itemId, name, sourceIn, sourceOut, start, unitTicks } = placement;
  const { videoTrack, audioTrack, videoEnabled, audioEnabled } = placement;
  return {
    itemId,
    name,
    inSeconds: hostSeconds(sourceIn, unitTicks),
    outSeconds: hostSeconds(sourceOut, unitTicks),
    startTicks: formatTicks(start),
    videoTrack,
    audioTrack,
    videoEnabled,
    audioEnabled,
  };
}

/** A tenth of a second: its hundredth is a millisecond, which is past any rounding and within any frame. */
const markerUnit = toTicks(25_401_600_000n);

function toMarker(marker: CutMarker): MarkerToAdd {
  const { startTicks, durationTicks, name, comment, color } = marker;
  return {
    startSeconds: hostSeconds(startTicks, markerUnit),
    endSeconds: hostSeconds(addTicks(startTicks, durationTicks), markerUnit),
    name,
    comment,
    color: markerColors.indexOf(color),
  };
}
