import fs from 'node:fs';
import type { Cut, CutEvent, CutMedia } from '../../../domain/cut/Cut';
import { markerColors } from '../../../domain/cut/Cut';
import type { ProbeResult } from '../../../contract/MediaEngine';
import { parseXmemlSequences } from '../../../domain/interchange/xmeml/parseXmeml';
import { formatFrameRate, ticksPerFrame } from '../../../domain/time/FrameRate';
import { addTicks } from '../../../domain/time/Ticks';
import { putIntoBin } from '../model/bins';
import { addMarker } from '../model/markers';
import { addMedia, knownMedia, madeMedia, makeClip, mediaAt } from '../model/media';
import { makeTrackItem } from '../model/placing';
import type { Clip, Media, Project, ProjectItem, Sequence, TrackItem } from '../model/ProjectModel';
import { addSequence, fallbackFormat, growTracks, makeSequence } from '../model/sequences';
import { putOnTrack } from '../model/tracks';
import type { Dom } from './Dom';
import type { ImportedFile } from './importingProjects';

/**
 * Imports every sequence of an FCP7 XML file with the media it uses; nothing when the file is no
 * such thing. Effects, transitions and speed changes of the file are left out.
 */
export function importXmeml(
  dom: Dom,
  project: Project,
  { file, bin }: ImportedFile,
): readonly ProjectItem[] {
  const cuts = parseXmemlSequences(fs.readFileSync(file, 'utf8')).flatMap(({ cut }) => cut ?? []);
  const clips = clipsOf(dom, project, cuts);
  const arrived = new Set(clips.values());
  for (const clip of arrived) putIntoBin(clip, bin);
  const sequences = cuts.map((cut) => sequenceOf(dom, cut, clips));
  for (const sequence of sequences) addSequence(project, sequence, bin);
  return [...arrived, ...sequences.flatMap(({ item }) => item ?? [])];
}

type Clips = ReadonlyMap<CutMedia, Clip>;

/** A clip for each medium; cuts that name the same file share one. */
function clipsOf(dom: Dom, project: Project, cuts: readonly Cut[]): Clips {
  const media = cuts.flatMap((cut) => cut.media);
  const probed = dom.services.media.probe(media.map(({ path }) => path));
  const byFile = new Map<string, Clip>();
  return new Map(
    media.map((medium, index) => {
      const key = medium.path || `${index}`;
      const clip = byFile.get(key) ?? clipOf(dom, project, { medium, probed: probed[index] });
      byFile.set(key, clip);
      return [medium, clip];
    }),
  );
}

function clipOf(
  { session }: Dom,
  project: Project,
  { medium, probed }: { readonly medium: CutMedia; readonly probed: ProbeResult | undefined },
): Clip {
  const found = probed?.ok
    ? mediaAt(project, probed.media, medium.path)
    : (knownMedia(project, medium.path) ?? missing(project, medium));
  return makeClip(session.ids, found, medium.name);
}

/** A medium that is not where the file says: offline, as long as the file says it is. */
function missing(project: Project, medium: CutMedia): Media {
  const media = madeMedia({
    kind: 'file',
    path: medium.path,
    durationTicks: medium.durationTicks,
    startTicks: medium.startTicks,
    video: medium.video && {
      width: medium.video.width,
      height: medium.video.height,
      frameRate: formatFrameRate(medium.video.frameRate),
    },
    audio: medium.audio,
  });
  media.isOnline = false;
  addMedia(project, media);
  return media;
}

function sequenceOf(dom: Dom, cut: Cut, clips: Clips): Sequence {
  const byId = new Map(cut.media.map((medium) => [medium.id, clips.get(medium)]));
  const { ids } = dom.session;
  const { sampleRate } = fallbackFormat;
  const frameTicks = ticksPerFrame(cut.frameRate);
  const format = { frameTicks, width: cut.width, height: cut.height, sampleRate };
  const sequence = makeSequence(cut.name, format, ids);
  sequence.zeroPoint = cut.startTicks;
  growTracks(sequence, cut.videoTracks.length, cut.audioTracks.length);
  for (const [tracks, cutTracks] of [
    [sequence.videoTracks, cut.videoTracks],
    [sequence.audioTracks, cut.audioTracks],
  ] as const) {
    for (const [index, { name, enabled, events }] of cutTracks.entries()) {
      const track = tracks[index];
      if (!track) continue;
      Object.assign(track, { name, isMuted: !enabled });
      for (const event of events) {
        const use = toUse(dom, event, byId.get(event.mediaId));
        if (use) putOnTrack(use, track);
      }
    }
  }
  for (const { startTicks, durationTicks, name, comment, color } of cut.markers) {
    const marker = addMarker(sequence.markers, startTicks, ids);
    const endTicks = addTicks(startTicks, durationTicks);
    Object.assign(marker, {
      endTicks,
      name,
      comments: comment,
      color: markerColors.indexOf(color),
    });
  }
  return sequence;
}

function toUse(dom: Dom, event: CutEvent, clip: Clip | undefined): TrackItem | undefined {
  if (!clip) return undefined;
  const { name, range, sourceIn, sourceOut, channels, linkId, enabled } = event;
  const span = { ...range, in: sourceIn, out: sourceOut };
  const use = makeTrackItem({ item: clip, span, channels, linkId }, dom.session.ids);
  return Object.assign(use, { name, isDisabled: !enabled });
}
