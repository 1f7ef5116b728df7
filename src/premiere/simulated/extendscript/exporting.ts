import fs from 'node:fs';
import path from 'node:path';
import { buildRenderRequest, type RenderOrder } from '../encoder/buildRenderRequest';
import { rangeOfSequence } from '../encoder/exportRange';
import { readPreset, type ReadPreset } from '../encoder/readPreset';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import type { Sequence } from '../model/ProjectModel';
import type { Dom } from './Dom';

/** What a script wants of a sequence. */
export interface ExportWish {
  readonly sequence: Sequence;
  readonly preset: ReadPreset;
  /** 0 entire, 1 in to out, 2 work area. */
  readonly range: number;
}

/** What a queued or immediate export will render. */
export function orderFor({ sequence, preset, range }: ExportWish): RenderOrder {
  return buildRenderRequest({ sequence, preset, span: rangeOfSequence(sequence, range) });
}

/** Exports without the queue. */
export const exportNow = {
  /** Extension a preset writes, without the dot; empty for a preset that cannot be read. */
  extensionOf: (presetPath: string): string => {
    const preset = readPreset(presetPath);
    return preset && 'preset' in preset ? preset.preset.container : '';
  },

  /** Renders while the script waits: “No Error”, or what went wrong. */
  run: (dom: Dom, sequence: Sequence, args: readonly unknown[]): string => {
    if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
    const [outputPath, presetPath] = [toText(args[0]), toText(args[1])];
    const preset = readPreset(presetPath);
    if (!preset) return 'Preset not found';
    if (!fs.existsSync(path.dirname(path.resolve(outputPath)))) return 'Output folder not found';
    const range = args[2] === undefined ? 0 : toNumber(args[2]);
    try {
      const order = orderFor({ sequence, preset, range });
      dom.services.encoder.renderNow(order, path.resolve(outputPath));
      return 'No Error';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
};
