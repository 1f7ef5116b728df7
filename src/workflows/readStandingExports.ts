import { z } from 'zod';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import { recordPathOf, type ExportRecord, type StandingExport } from './planExports';

const recordSchema = z.object({ madeFrom: z.string(), xxh64: z.string() });

/** Every file of the output folder by its path, hashed as it stands; none when the folder is not there. */
export async function readStandingExports(
  folder: string,
  { engine }: Ports,
  job: JobContext,
): Promise<ReadonlyMap<string, StandingExport>> {
  const { files } = await engine.listSources({ sources: [folder] }, job);
  const paths = files.map(({ path }) => path);
  const hashes = await engine.hashFiles({ paths }, job);
  const records = new Set(paths);
  const standing = await Promise.all(
    hashes.map(async ({ path, xxh64 }) => {
      const recordPath = recordPathOf(path);
      const record = records.has(recordPath) ? await readRecord(recordPath, engine) : null;
      return [path, { record, xxh64: xxh64 ?? '' }] as const;
    }),
  );
  return new Map(standing);
}

/** A record that was damaged proves nothing: it counts as absent. */
async function readRecord(path: string, engine: Ports['engine']): Promise<ExportRecord | null> {
  const { text } = await engine.readText({ path });
  const record = recordSchema.safeParse(parseJson(text));
  return record.success ? record.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
