import type {
  ArchiveItem,
  ArchiveMaterial,
  ArchiveSourceFile,
} from '../../src/domain/archive/ArchiveMaterial';

/** Take 24A-3 of camera A at 25 frames a second; everything can be set otherwise. */
export function anItem(changes: Partial<ArchiveItem>): ArchiveItem {
  return {
    name: '24A-3_A',
    binPath: '/Footage/24/24A',
    mediaPath: '/cards/A001/A.mov',
    scene: '24',
    setup: '24A',
    take: '3',
    camera: 'A',
    note: '',
    startTicks: '0',
    durationTicks: '254016000000',
    frameTicks: '10160640000',
    startTimecode: '',
    ...changes,
  };
}

/** Files under a source. */
export function aListing(
  source: string,
  relativePaths: readonly string[],
): readonly ArchiveSourceFile[] {
  return relativePaths.map((relativePath) => ({
    path: `${source}/${relativePath}`,
    source,
    relativePath,
  }));
}

/** A project without media; everything can be set otherwise. */
export function aMaterial(changes: Partial<ArchiveMaterial>): ArchiveMaterial {
  return {
    title: 'Day 3',
    project: { path: '/edits/day.slateflow', text: '{"format":"slateflow-project"}' },
    items: [],
    exports: [],
    sources: [],
    listing: [],
    ...changes,
  };
}
