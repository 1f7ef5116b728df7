import fs from 'node:fs';
import path from 'node:path';
import { parseEpr } from '../../../domain/interchange/epr';
import type { EncoderFormat } from '../../../domain/spec/EncoderFormat';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import { buildRenderRequest, type RenderOrder } from '../encoder/buildRenderRequest';
import type { Sequence } from '../model/ProjectModel';
import type { Dom } from './Dom';
import { gainOf } from './effects';

/** A preset file as read: its format, or why a job with it will fail, in words. */
type ReadPreset = { readonly format: EncoderFormat } | { readonly problem: string };

/** A preset by its path; undefined when there is no such file. */
export function readPreset(presetPath: string): ReadPreset | undefined {
  const isFile = fs.statSync(presetPath, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? parseEpr(fs.readFileSync(presetPath, 'utf8')) : undefined;
}

/** What a queued or immediate export will render. */
export function orderFor(
  sequence: Sequence,
  preset: ReadPreset,
  output: { readonly path: string; readonly range: number },
): RenderOrder {
  if ('problem' in preset) return preset;
  const { format } = preset;
  const { path: outputPath, range } = output;
  return buildRenderRequest({ sequence, outputPath, range, format, gainOf });
}

/** Exports without the queue. */
export const exportNow = {
  /** Extension a preset writes, without the dot; empty for a preset that cannot be read. */
  extensionOf: (presetPath: string): string => {
    const preset = readPreset(presetPath);
    return preset && 'format' in preset ? preset.format.container : '';
  },

  /**
   * Renders at once. The script goes on, but its answer stays inside until the file is there, which
   * is how the blocking call looks from outside.
   */
  run: (dom: Dom, sequence: Sequence, args: readonly unknown[]): string => {
    if (args.length < 3) throw new ScriptError(scriptErrorTexts.notEnough);
    const [outputPath, presetPath] = [toText(args[0]), toText(args[1])];
    const preset = readPreset(presetPath);
    if (!preset) return 'Preset not found';
    if (!fs.existsSync(path.dirname(outputPath))) return 'Output folder not found';
    if (fs.existsSync(outputPath)) return 'Output file exists';
    const order = orderFor(sequence, preset, { path: outputPath, range: toNumber(args[2]) });
    if ('problem' in order) return order.problem;
    dom.services.holdAnswer(dom.services.encoder.renderNow(order));
    return 'No Error';
  },
};
