import { copyFile, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { MediaEngine, MediaMeasurements } from '../../src/contract/MediaEngine';
import { aFolder } from './engineProcess';

/**
 * An engine that really renders and measures each thing once: an order of the same length and format
 * gives a copy, and the same file the measurements it had. For days that are run again and again.
 */
export function keepRenders(engine: MediaEngine): MediaEngine {
  const rendered = new Map<string, string>();
  const measured = new Map<string, MediaMeasurements>();
  return {
    ...engine,
    render: async (request, job) => {
      const { outputPath, durationTicks, format } = request;
      const key = JSON.stringify([durationTicks, format]);
      const kept = rendered.get(key);
      if (kept === undefined) {
        await engine.render(request, job);
        const copy = path.join(await aFolder('kept'), path.basename(outputPath));
        await copyFile(outputPath, copy);
        rendered.set(key, copy);
      } else await copyFile(kept, outputPath);
      return { outputPath };
    },
    measure: async (request, job) => {
      const key = await contentOf(request.path);
      const known = measured.get(key) ?? (await engine.measure(request, job));
      measured.set(key, known);
      return { ...known, media: { ...known.media, path: request.path } };
    },
  };
}

async function contentOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
