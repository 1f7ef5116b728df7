import fs from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseEpr } from '../../../domain/interchange/epr/parseEpr';
import type { ExportPreset } from '../../../domain/spec/ExportPreset';
import { findSystemPreset } from './systemPresets';

/** A preset as read, or why a job with it will fail, in words. */
export type ReadPreset = { readonly preset: ExportPreset } | { readonly problem: string };

/**
 * A preset by its path, plain or gzipped; undefined when there is no such file or it is none. The
 * presets that the encoder brings along are known under any path that lies in its own folders.
 */
export function readPreset(presetPath: string): ReadPreset | undefined {
  if (fs.statSync(presetPath, { throwIfNoEntry: false })?.isFile() !== true) {
    const preset = findSystemPreset(presetPath);
    return preset && { preset };
  }
  const text = readText(presetPath);
  const parsed = text === undefined ? undefined : parseEpr(text);
  if (!parsed || parsed.kind === 'no-preset') return undefined;
  return parsed.kind === 'preset' ? { preset: parsed.preset } : { problem: parsed.problem };
}

function readText(presetPath: string): string | undefined {
  try {
    const bytes = fs.readFileSync(presetPath);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch {
    // Unreadable or damaged: for the encoder it is no preset.
    return undefined;
  }
}
