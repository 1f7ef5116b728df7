import { ticksPerSecond, toTicks, type Ticks } from '../../../domain/time/Ticks';
import { fieldOf } from '../es3/scriptValues';
import type { Sequence } from '../model/ProjectModel';
import { displayFormatOf } from '../model/sequences';
import type { Dom } from './Dom';

/** A sequence's settings as an object of the script's own; rates are durations in Time objects. */
export function readSettings(dom: Dom, sequence: Sequence): object {
  if (dom.settingsWritten.has(sequence)) {
    // Reading back in the same script brought Premiere down (hmcp#51).
    dom.realm.crash();
    return dom.realm.record({});
  }
  return dom.realm.record({
    editingMode: '9678af98-a7b7-4bdb-b477-7ac9c8df4a4e',
    videoFrameRate: dom.time(sequence.frameTicks),
    videoFrameWidth: sequence.width,
    videoFrameHeight: sequence.height,
    videoPixelAspectRatio: '1000000:1000000',
    videoFieldType: 0,
    videoDisplayFormat: sequence.displayFormat,
    audioSampleRate: dom.time(toTicks(ticksPerSecond / BigInt(sequence.sampleRate))),
    audioChannelType: 1,
    audioChannelCount: 2,
    audioDisplayFormat: 200,
    compositeLinearColor: true,
    maximumBitDepth: false,
    maximumRenderQuality: false,
    previewCodec: '',
    previewFileFormat: '',
    previewFrameWidth: sequence.width,
    previewFrameHeight: sequence.height,
    vrProjection: 0,
    vrLayout: 0,
    vrHorzCapturedView: 0,
    vrVertCapturedView: 0,
  });
}

/** Takes settings back. A rate where a duration is expected is taken as it comes (lmcp#37). */
export function writeSettings(dom: Dom, sequence: Sequence, settings: unknown): boolean {
  sequence.width = sizeOf(fieldOf(settings, 'videoFrameWidth')) ?? sequence.width;
  sequence.height = sizeOf(fieldOf(settings, 'videoFrameHeight')) ?? sequence.height;
  const frame = durationOf(dom, fieldOf(settings, 'videoFrameRate'));
  const format = fieldOf(settings, 'videoDisplayFormat');
  if (typeof format === 'number') sequence.displayFormat = format;
  if (frame !== undefined && frame !== sequence.frameTicks) {
    sequence.frameTicks = frame;
    sequence.displayFormat = displayFormatOf(frame);
  }
  const sample = durationOf(dom, fieldOf(settings, 'audioSampleRate'));
  if (sample !== undefined) sequence.sampleRate = Number(ticksPerSecond / sample);
  dom.settingsWritten.add(sequence);
  return true;
}

function sizeOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? Math.round(value) : undefined;
}

function durationOf(dom: Dom, value: unknown): Ticks | undefined {
  const ticks = dom.target('Time', value)?.ticks;
  return ticks !== undefined && ticks > 0n ? ticks : undefined;
}
