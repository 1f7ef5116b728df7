import type {
  HostProject,
  HostSequence,
  HostTrack,
  ProjectPage,
  ReadProjectRequest,
} from '../../contract/host';
import { UserFacingError } from '../../contract/UserFacingError';
import { HostCallFailure } from './HostCallFailure';
import type { WireHost } from './WireHost';

/** Somebody who works while a reading goes on changes the project once or twice, not all the time. */
const attempts = 4;

/** Reads all pages of a project and joins them; one that changes meanwhile is read anew. */
export async function readWholeProject(
  wire: WireHost,
  request: ReadProjectRequest,
): Promise<HostProject> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return joinPages(await readPages(wire, request));
    } catch (error) {
      if (attempt === attempts || !isChange(error)) throw error;
    }
  }
}

async function readPages(
  wire: WireHost,
  { projectPath, columns }: ReadProjectRequest,
): Promise<readonly ProjectPage[]> {
  const first = await wire.readProject({ projectPath, columns, from: null });
  const pages = [first];
  for (let from = first.next; from !== null;) {
    // By its path from now on: another project may have come to the front.
    const page = await wire.readProject({ projectPath: first.path, columns, from });
    pages.push(page);
    from = page.next;
  }
  return pages;
}

function isChange(error: unknown): boolean {
  const cause = error instanceof UserFacingError ? error.cause : undefined;
  return cause instanceof HostCallFailure && cause.code === 'project-changed';
}

function joinPages(pages: readonly ProjectPage[]): HostProject {
  const sequences = new Map<string, HostSequence[]>();
  for (const sequence of pages.flatMap((page) => page.sequences)) {
    const parts = sequences.get(sequence.id);
    if (parts) parts.push(sequence);
    else sequences.set(sequence.id, [sequence]);
  }
  return {
    path: pages[0]?.path ?? '',
    name: pages[0]?.name ?? '',
    bins: pages.flatMap((page) => page.bins),
    items: pages.flatMap((page) => page.items),
    sequences: [...sequences.values()].flatMap(joinParts),
  };
}

function joinParts(parts: readonly HostSequence[]): readonly HostSequence[] {
  const [first] = parts;
  if (!first || parts.length === 1) return parts;
  return [
    {
      ...first,
      videoTracks: joinTracks(parts.map(({ videoTracks }) => videoTracks)),
      audioTracks: joinTracks(parts.map(({ audioTracks }) => audioTracks)),
      markers: parts.flatMap(({ markers }) => markers),
    },
  ];
}

/** Every part names all tracks, each with other items on them. */
function joinTracks(parts: readonly (readonly HostTrack[])[]): readonly HostTrack[] {
  return (parts[0] ?? []).map(({ name }, index) => ({
    name,
    items: parts.flatMap((tracks) => tracks[index]?.items ?? []),
  }));
}
