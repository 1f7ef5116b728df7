import type { StepTable } from '../contract/StepReport';
import type { IngestPlan } from '../domain/ingest/IngestPlan';
import type { IngestMaterial } from './readIngestMaterial';

/** What the logs list and nobody picked up, and what was picked up and no log lists; none without a log. */
export function completenessTables(
  { inLogNoMedia, mediaNotInLog }: IngestPlan,
  { log }: Pick<IngestMaterial, 'log'>,
): readonly StepTable[] {
  if (log === null) return [];
  return [
    {
      id: 'in-log-no-media',
      heading: 'In log, no media',
      columns: [
        { id: 'scene', heading: 'Scene' },
        { id: 'setup', heading: 'Setup' },
        { id: 'take', heading: 'Take' },
        { id: 'what', heading: 'What' },
        { id: 'named', heading: 'Named' },
        { id: 'log', heading: 'Log' },
        { id: 'line', heading: 'Line' },
      ],
      rows: inLogNoMedia.map(({ line, ...row }) => {
        return { ...row, line: String(line) };
      }),
    },
    {
      id: 'media-not-in-log',
      heading: 'Media, not in log',
      columns: [
        { id: 'file', heading: 'File' },
        { id: 'kind', heading: 'Kind' },
      ],
      rows: mediaNotInLog.map(({ file, kind }) => ({ file: file.relativePath, kind })),
    },
  ];
}
