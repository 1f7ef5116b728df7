import { addTicks, parseTicks, subtractTicks, zeroTicks, type Ticks } from '../time/Ticks';
import { markerColors, type CutMarker } from './Cut';
import type { PlannedPlacement } from './PlannedPlacement';
import type { SequenceReading, TrackItemReading, TrackReading } from './SequenceReading';

/** What was planned for one sequence. */
export interface PlannedContent {
  readonly placements: readonly PlannedPlacement[];
  readonly markers: readonly CutMarker[];
}

/**
 * Compares a sequence as read with what was planned for it. One answer a placement, in order: null
 * where it stands as planned, else what is wrong, in words. Picture must match exactly; in and out
 * of sound may be one of its samples off, which is what a host's seconds can lose.
 */
export function checkPlacements(
  placements: readonly PlannedPlacement[],
  sequence: SequenceReading,
): readonly (string | null)[] {
  const video = indexTracks(sequence.videoTracks);
  const audio = indexTracks(sequence.audioTracks);
  return placements.map((placement) => {
    const parts = partsOf(placement).map(({ isSound, track, enabled }) => {
      const standing = (isSound ? audio : video).get(keyOf(track, placement.start));
      return checkPart(placement, { standing, enabled, isSound });
    });
    return parts.find((problem) => problem !== null) ?? null;
  });
}

/** Whether clips were to be switched off in a sequence that does not tell whether they are. */
export function hidesDisabled(
  placements: readonly PlannedPlacement[],
  { videoTracks, audioTracks }: SequenceReading,
): boolean {
  const isPlanned = placements.some((placement) =>
    partsOf(placement).some(({ enabled }) => !enabled),
  );
  const items = [...videoTracks, ...audioTracks].flatMap((track) => track.items);
  return isPlanned && items.some(({ enabled }) => enabled === null);
}

/** Whether a sequence holds what was planned and nothing else. */
export function standsAsPlanned(
  { placements, markers }: PlannedContent,
  sequence: SequenceReading,
): boolean {
  const isPlaced = checkPlacements(placements, sequence).every((problem) => problem === null);
  const planned = placements.reduce((sum, placement) => sum + partsOf(placement).length, 0);
  return (
    isPlaced && countItems(sequence) === planned && checkMarkers(markers, sequence).length === 0
  );
}

/** The planned markers that do not stand in a sequence as read. */
export function checkMarkers(
  markers: readonly CutMarker[],
  sequence: SequenceReading,
): readonly CutMarker[] {
  const standing = new Set(
    sequence.markers.map(({ startTicks, name, comment, color }) =>
      JSON.stringify([startTicks, name, comment, color]),
    ),
  );
  return markers.filter(
    ({ startTicks, name, comment, color }) =>
      !standing.has(
        JSON.stringify([startTicks.toString(), name, comment, markerColors.indexOf(color)]),
      ),
  );
}

interface PlannedPart {
  readonly isSound: boolean;
  readonly track: number;
  readonly enabled: boolean;
}

function partsOf(placement: PlannedPlacement): readonly PlannedPart[] {
  const { videoTrack, audioTrack, videoEnabled, audioEnabled } = placement;
  const picture =
    videoTrack === null ? [] : [{ isSound: false, track: videoTrack, enabled: videoEnabled }];
  const sound =
    audioTrack === null
      ? []
      : audioEnabled.map((enabled, index) => ({
          isSound: true,
          track: audioTrack + index,
          enabled,
        }));
  return [...picture, ...sound];
}

interface StandingPart {
  readonly standing: TrackItemReading | undefined;
  readonly enabled: boolean;
  readonly isSound: boolean;
}

function checkPart(placement: PlannedPlacement, planned: StandingPart): string | null {
  const { standing, enabled, isSound } = planned;
  const part = isSound ? 'sound' : 'picture';
  if (!standing) return `Its ${part} is not on its track.`;
  if (standing.itemId !== placement.itemId) return `Another item stands where its ${part} belongs.`;
  // A camera's own sound is cut with its picture; only sound alone is cut by samples.
  const slack = isSound && placement.videoTrack === null ? placement.unitTicks : zeroTicks;
  if (!showsPart(placement, standing, slack)) {
    return `Its ${part} does not show the part of the medium that was planned.`;
  }
  return isInState(standing, enabled) ? null : wrongState(part, enabled);
}

/** A host that does not tell is not contradicted. */
function isInState(standing: TrackItemReading, enabled: boolean): boolean {
  return standing.enabled === null || standing.enabled === enabled;
}

function wrongState(part: string, wanted: boolean): string {
  return `Its ${part} is ${wanted ? 'disabled' : 'enabled'}.`;
}

function showsPart(
  { start, sourceIn, sourceOut }: PlannedPlacement,
  { inTicks, outTicks, endTicks }: TrackItemReading,
  slack: Ticks,
): boolean {
  const end = subtractTicks(addTicks(start, sourceOut), sourceIn);
  return (
    isNear(inTicks, sourceIn, slack) &&
    isNear(outTicks, sourceOut, slack) &&
    isNear(endTicks, end, slack)
  );
}

function isNear(text: string, wanted: Ticks, slack: Ticks): boolean {
  const difference = parseTicks(text) - wanted;
  return (difference < 0n ? -difference : difference) <= slack;
}

function indexTracks(tracks: readonly TrackReading[]): ReadonlyMap<string, TrackItemReading> {
  const entries = tracks.flatMap(({ items }, track) =>
    items.map((item) => [keyOf(track, parseTicks(item.startTicks)), item] as const),
  );
  return new Map(entries);
}

function keyOf(track: number, start: Ticks): string {
  return `${track} ${start}`;
}

function countItems({ videoTracks, audioTracks }: SequenceReading): number {
  return [...videoTracks, ...audioTracks].reduce((sum, { items }) => sum + items.length, 0);
}
