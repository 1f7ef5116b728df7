import path from 'node:path';
import type { EncoderFormat } from '../../../domain/spec/EncoderFormat';
import { toTicks } from '../../../domain/time/Ticks';
import { toText } from '../es3/scriptValues';
import { buildRenderRequest } from '../encoder/buildRenderRequest';
import type { Sequence } from '../model/ProjectModel';
import type { Dom } from './Dom';
import { ticksOfLabel } from './qeTimes';

/** Containers of the still formats the renderer writes; it has none for DPX and Targa. */
const containers: Readonly<Record<string, EncoderFormat['container'] | null>> = {
  exportFramePNG: 'png',
  exportFrameJPEG: 'jpg',
  exportFrameTIFF: 'tif',
  exportFrameDPX: null,
  exportFrameTarga: null,
};

/**
 * `exportFrame…(label, path)`: one frame as a still. Where the version no longer writes anything the
 * answer is false (premiere-hosts C12).
 */
export function frameExports(dom: Dom) {
  return Object.fromEntries(
    Object.entries(containers).map(([name, container]) => [
      name,
      (sequence: Sequence, [label, outputPath]: readonly unknown[]) =>
        container !== null && exportFrame(dom, sequence, { label, outputPath, container }),
    ]),
  );
}

interface FrameExport {
  readonly label: unknown;
  readonly outputPath: unknown;
  readonly container: EncoderFormat['container'];
}

function exportFrame(dom: Dom, sequence: Sequence, wanted: FrameExport): boolean {
  const file = path.resolve(toText(wanted.outputPath));
  const start = ticksOfLabel(sequence, wanted.label);
  if (!dom.session.behaviour.exportsFrames || start === undefined) return false;
  const order = buildRenderRequest({
    sequence,
    span: { start, end: toTicks(start + sequence.frameTicks) },
    preset: { preset: stillPreset(wanted.container) },
  });
  if ('problem' in order) return false;
  dom.services.encoder.renderNow(order, file);
  return true;
}

function stillPreset(container: EncoderFormat['container']) {
  return {
    name: '',
    container,
    picture: {
      videoCodec: 'still',
      profile: '',
      size: null,
      frameRate: null,
      fields: null,
      videoBitrateKbps: 0,
    },
    sound: null,
    notes: [],
  } as const;
}
