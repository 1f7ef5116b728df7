import { ticksPerSecond } from '../../../domain/time/Ticks';
import { putIntoBin } from '../model/bins';
import { addMedia, madeMedia, makeClip, stillTicks } from '../model/media';
import type { Clip, MediaKind, Project } from '../model/ProjectModel';
import type { Dom } from './Dom';

/** Something Premiere makes itself: bars, black, a matte, an adjustment layer. */
interface SyntheticRequest {
  readonly kind: MediaKind;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Ticks in a frame. */
  readonly frameTicks: bigint;
  readonly pixelAspectRatio: number;
  /** Null for picture alone. */
  readonly sampleRate: number | null;
}

/** A clip of it, standing nowhere yet. */
export function makeSynthetic(dom: Dom, request: SyntheticRequest): Clip {
  const { kind, name, width, height, frameTicks, pixelAspectRatio, sampleRate } = request;
  const media = madeMedia({
    kind,
    path: '',
    durationTicks: (stillTicks / frameTicks) * frameTicks,
    video: { width, height, frameRate: `${ticksPerSecond}/${frameTicks}` },
    audio: sampleRate === null ? null : { sampleRate, channels: 2 },
  });
  const clip = makeClip(dom.session.ids, media, name);
  if (pixelAspectRatio !== 1) clip.interpretation.pixelAspectRatio = pixelAspectRatio;
  return clip;
}

/** Makes it and puts it last into the project's insertion bin. */
export function addSynthetic(dom: Dom, project: Project, request: SyntheticRequest): Clip {
  const clip = makeSynthetic(dom, request);
  addMedia(project, clip.media);
  putIntoBin(clip, project.insertionBin);
  return clip;
}
