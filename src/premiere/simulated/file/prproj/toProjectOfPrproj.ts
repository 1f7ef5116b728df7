import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserFacingError } from '../../../../contract/UserFacingError';
import { parsePrproj } from '../../../../domain/interchange/prproj/parsePrproj';
import type { PremiereProject } from '../../../../domain/interchange/prproj/PremiereProject';
import { Remarks } from '../../../../domain/interchange/prproj/Remarks';
import type { Project } from '../../model/ProjectModel';
import type { ProjectOrigin } from '../../model/ProjectOrigin';
import type { Session } from '../../model/Session';
import { fillPrprojSequences } from './fillPrprojTracks';
import type { PrprojReading } from './PrprojReading';
import { fillPrprojBins } from './toPrprojItems';
import { toPrprojMedia } from './toPrprojMedia';
import { toPrprojSequences } from './toPrprojSequences';
import { isGzip, unpackPrproj } from './unpackPrproj';

/**
 * A project of Adobe Premiere, CS6 to 26.x, as the simulated one holds it. The file's bytes travel
 * along, so that saving under another name loses nothing of it.
 * @throws UserFacingError `project-unreadable`
 */
export function toProjectOfPrproj(bytes: Buffer, projectPath: string, session: Session): Project {
  const source = parse(bytes, projectPath);
  const { media, missing } = toPrprojMedia(source, path.dirname(projectPath));
  const sequences = toPrprojSequences(source, session);
  const blank = session.makeProject(projectPath);
  const project: Project = {
    ...blank,
    documentId: source.documentId,
    media: [...media.values()],
    sequences: [...sequences.values()],
  };
  const remarks = new Remarks();
  const reading: PrprojReading = {
    source,
    session,
    project,
    remarks,
    media,
    sequences,
    masterOfMedia: mastersByMedia(source),
    items: new Map(),
  };
  fillPrprojBins(reading);
  fillPrprojSequences(reading);
  noteTheRest(reading);
  project.activeSequence = openedFirst(reading);
  return { ...project, origin: originOf(bytes, reading, missing) };
}

function parse(bytes: Buffer, projectPath: string): PremiereProject {
  const { project, defect } = parsePrproj(unpackPrproj(bytes, projectPath));
  if (project) return project;
  throw new UserFacingError(
    'project-unreadable',
    `“${projectPath}” cannot be opened as a project of Adobe Premiere: ${defect}. Take an earlier copy of it, such as one from the Auto-Save folder.`,
  );
}

function mastersByMedia({ masterClips }: PremiereProject): ReadonlyMap<string, string> {
  const masters = new Map<string, string>();
  for (const { id, clips } of masterClips.values()) {
    for (const { source } of clips) {
      if (source?.kind === 'media' && !masters.has(source.media)) masters.set(source.media, id);
    }
  }
  return masters;
}

function noteTheRest({ source, sequences, remarks }: PrprojReading): void {
  if (source.hasOwnColumns) {
    remarks.add('Metadata columns that the project defines are kept but not shown.');
  }
  for (const { item } of sequences.values()) {
    if (!item || item.parent) continue;
    remarks.add(`The sequence “${item.name}” stands in no bin.`);
  }
}

/** The file lists what was open and not what was in front: the first stands for it. */
function openedFirst({ source, sequences }: PrprojReading) {
  const [first] = source.openSequences;
  return (first === undefined ? undefined : sequences.get(first)) ?? null;
}

function originOf(
  bytes: Buffer,
  { source, project, remarks }: PrprojReading,
  missingMedia: readonly string[],
): ProjectOrigin {
  const wasPacked = isGzip(bytes);
  const packed = wasPacked ? bytes : gzipSync(bytes, { level: 6 });
  return {
    report: {
      path: project.path,
      projectVersion: source.version,
      build: source.modifiedBy,
      objects: source.unread,
      remarks: [...source.remarks, ...remarks.list()],
      missingMedia,
    },
    original: { packing: wasPacked ? 'as it was' : 'gzip', base64: packed.toString('base64') },
  };
}
