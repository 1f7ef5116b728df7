import { formatFrameRate, frameRateOfTicks } from '../../../domain/time/FrameRate';
import { isInProject, itemsBelow, takeOutOfBin } from './bins';
import { itemsOf } from './editing';
import type { Ids } from './Ids';
import { addMedia, madeMedia, makeClip } from './media';
import type { Clip, PlaceableItem, Project, ProjectItem, Sequence } from './ProjectModel';
import { deleteSequence } from './sequences';
import { endOfItem } from './timeGrid';

/** Deletes an item with all it holds: its sequences go too, its uses in other sequences stay. */
export function deleteItem(item: ProjectItem, project: Project, session: Deleting): void {
  if (item.kind === 'root' || !isInProject(item, project)) return;
  const deleted = new Set<ProjectItem>([item, ...('children' in item ? itemsBelow(item) : [])]);
  takeOutOfBin(item);
  session.gone.add(item);
  for (const below of [...deleted].filter((one) => one.kind === 'sequence')) {
    deleteSequence(project, below.sequence);
    session.gone.add(below);
  }
  keepUses(deleted, project, session);
  if (!isInProject(project.insertionBin, project)) project.insertionBin = project.root;
}

/** What a deletion leaves word of. */
interface Deleting {
  readonly ids: Ids;
  /** Items that were deleted; what a bin held is known by its bin. */
  readonly gone: WeakSet<ProjectItem>;
  /** Items that were deleted while sequences use them. */
  readonly orphans: WeakSet<ProjectItem>;
}

/** Uses of deleted clips keep them; uses of a deleted sequence have something offline instead. */
function keepUses(
  deleted: ReadonlySet<ProjectItem>,
  project: Project,
  { ids, orphans }: Deleting,
): void {
  const standIns = new Map<PlaceableItem, Clip>();
  for (const use of project.sequences.flatMap(itemsOf)) {
    const { item } = use;
    if (!deleted.has(item)) continue;
    if (item.kind === 'sequence') {
      const standIn = standIns.get(item) ?? standInFor(item.sequence, project, ids);
      standIns.set(item, standIn);
      use.item = standIn;
    }
    orphans.add(use.item);
  }
}

function standInFor(sequence: Sequence, project: Project, ids: Ids): Clip {
  const { frameTicks, width, height } = sequence;
  const media = madeMedia({
    kind: 'file',
    path: '',
    durationTicks: sequence.item ? endOfItem(sequence.item) : frameTicks,
    video: { width, height, frameRate: formatFrameRate(frameRateOfTicks(frameTicks)) },
    audio: { sampleRate: sequence.sampleRate, channels: 2 },
  });
  media.isOnline = false;
  media.isUnlinked = true;
  addMedia(project, media);
  return makeClip(ids, media, sequence.item?.name ?? '');
}
