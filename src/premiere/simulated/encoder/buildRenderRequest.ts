import type { RenderRequest } from '../../../contract/MediaEngine';
import { encoderFormatFor } from '../../../domain/spec/ExportPreset';
import type { EncoderFormat } from '../../../domain/spec/EncoderFormat';
import {
  formatFrameRate,
  frameRateOfTicks,
  parseFrameRate,
  ticksPerFrame,
  ticksToFrames,
} from '../../../domain/time/FrameRate';
import { formatTicks, subtractTicks, toTicks, type Ticks } from '../../../domain/time/Ticks';
import { formatTimecode, framesToTimecode } from '../../../domain/time/Timecode';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Sequence } from '../model/ProjectModel';
import { isDropFrame } from '../model/sequences';
import { describeUnshown } from './describeUnshown';
import { layersOf, toEvent, type Placed } from './layersOf';
import type { ReadPreset } from './readPreset';

/** What to render of a sequence. */
export interface SequenceExport {
  readonly sequence: Sequence;
  /** As if the sequence were nothing else. */
  readonly span: TimeRange;
  readonly preset: ReadPreset;
}

/** An order for the renderer with what it leaves out, or why there is nothing to render, in words. */
export type RenderOrder =
  | { readonly request: Omit<RenderRequest, 'outputPath'>; readonly notes: readonly string[] }
  | { readonly problem: string };

/**
 * Turns a sequence into an order for the renderer: disabled items and muted tracks are left out,
 * nested sequences are opened up into layers of their own, and times begin at the range's start.
 */
export function buildRenderRequest({ sequence, span, preset }: SequenceExport): RenderOrder {
  if ('problem' in preset) return preset;
  if (span.end <= span.start) return { problem: 'The sequence is empty.' };
  const rate = formatFrameRate(frameRateOfTicks(sequence.frameTicks));
  const { width, height } = sequence;
  const format = encoderFormatFor(preset.preset, { width, height, frameRate: rate });
  const shown = shownSpan(span, format);
  const videoTracks = format.videoCodec === 'none' ? [] : layersOf(sequence.videoTracks, shown);
  const audioTracks = format.audioChannels === 0 ? [] : layersOf(sequence.audioTracks, shown);
  const missing = [...videoTracks, ...audioTracks].flat().find(isOffline);
  if (missing) return { problem: `The media of “${missing.item.name}” is offline.` };
  const toEvents = (layer: readonly Placed[]) =>
    layer.map((placed) => toEvent(placed, shown.start));
  return {
    request: {
      sequenceRate: rate,
      sequenceWidth: width,
      sequenceHeight: height,
      durationTicks: formatTicks(subtractTicks(shown.end, shown.start)),
      startTimecode: labelAt(sequence, toTicks(sequence.zeroPoint + shown.start)),
      videoTracks: videoTracks.map(toEvents),
      audioTracks: audioTracks.map(toEvents),
      format,
    },
    notes: [...preset.preset.notes, ...notesOn(sequence, { span, shown })],
  };
}

/** A still shows the first frame of what is exported. */
function shownSpan(span: TimeRange, { videoCodec, frameRate }: EncoderFormat): TimeRange {
  const rate = parseFrameRate(frameRate);
  if (videoCodec !== 'still' || !rate) return span;
  return { start: span.start, end: toTicks(span.start + ticksPerFrame(rate)) };
}

function notesOn(
  sequence: Sequence,
  { span, shown }: { readonly span: TimeRange; readonly shown: TimeRange },
): readonly string[] {
  const unshown = describeUnshown(sequence);
  return [
    ...(shown.end < span.end ? ['Only the first frame is written, not a sequence of stills.'] : []),
    ...(unshown === undefined ? [] : [unshown]),
  ];
}

function labelAt(sequence: Sequence, ticks: Ticks): string {
  const rate = frameRateOfTicks(sequence.frameTicks);
  return formatTimecode(framesToTimecode(ticksToFrames(ticks, rate), rate, isDropFrame(sequence)));
}

function isOffline({ item: { item } }: Placed): boolean {
  return item.kind === 'clip' && !item.media.isOnline;
}
