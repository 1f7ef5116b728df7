import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { WriteArchiveRequest } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { isAbsence } from './BundleFolder';

/**
 * Nothing is ever written onto a card, and no bundle holds itself.
 * @throws UserFacingError `bad-arguments` when bundle and card lie within each other
 */
export async function assertOutsideCards({
  bundle,
  files,
  mhlRoots,
}: WriteArchiveRequest): Promise<void> {
  const target = await realPathOf(path.resolve(bundle));
  const cards = new Set(
    mhlRoots.flatMap((root) =>
      files.filter((file) => file.target.startsWith(`${root}/`)).map((file) => cardOf(file, root)),
    ),
  );
  for (const card of cards) {
    const source = await realPathOf(path.resolve(card));
    if (!isWithin(target, source) && !isWithin(source, target)) continue;
    throw new UserFacingError(
      'bad-arguments',
      `“${bundle}” and the card “${card}” lie within each other. Choose a folder for the archive that is not on a card.`,
    );
  }
}

/** The folder of a card, from one of its files; a file whose name was changed gives its own folder. */
function cardOf({ source, target }: WriteArchiveRequest['files'][number], root: string): string {
  const relative = path.normalize(target.slice(root.length + 1));
  const isPlain = source.endsWith(path.sep + relative);
  return isPlain ? source.slice(0, -relative.length - 1) : path.dirname(source);
}

/** A path without links; of what is not there yet, as far as it is there. */
async function realPathOf(absolute: string): Promise<string> {
  try {
    return await realpath(absolute);
  } catch (error) {
    if (!isAbsence(error) || path.dirname(absolute) === absolute) throw error;
    return path.join(await realPathOf(path.dirname(absolute)), path.basename(absolute));
  }
}

function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
