import { toText } from '../es3/scriptValues';
import { binOf, isWithin, makeBin, putIntoBin } from '../model/bins';
import { deleteItem } from '../model/deleting';
import type { Bin, Clip, Project, ProjectItem } from '../model/ProjectModel';
import { isClip, type Dom } from './Dom';
import { select } from './projectViews';

/** Making, moving and deleting bins. */
export function binMutators(dom: Dom) {
  return {
    createBin: creator(dom, ([name]) => makeBin(dom.session.ids, toText(name))),
    createSmartBin: creator(dom, ([name, query]) =>
      makeBin(dom.session.ids, toText(name), toText(query)),
    ),
    deleteBin: {
      run: (item: ProjectItem) => {
        // No call deletes a single clip: it is moved into a bin that goes.
        if (item.kind === 'bin') deleteItem(item, dom.projectOf(item), dom.session);
        return 0;
      },
    },
    renameBin: {
      run: (item: ProjectItem, [name]: readonly unknown[]) => {
        const given = toText(name);
        if (item.kind === 'bin') item.name = given;
        return 0;
      },
    },
    moveBin: {
      run: (item: ProjectItem, [target]: readonly unknown[]) => {
        const bin = dom.binOr(target, dom.projectOf(item).root);
        const isAllowed = item.kind !== 'root' && bin.query === null && !isWithin(bin, item);
        if (isAllowed && dom.projectOf(bin) === dom.projectOf(item)) putIntoBin(item, bin);
        return 0;
      },
    },
    select: {
      run: (item: ProjectItem) => {
        const project = dom.projectOf(item);
        project.insertionBin = 'children' in item ? item : binOf(item, project);
        select(dom, project, item.kind === 'root' ? [] : [item]);
        return 0;
      },
    },
  };
}

/**
 * Clips of the whole project whose path contains the text, wherever the item it is asked of
 * stands; subclips only when 0 is given. 0 when there are none.
 */
export function findByPath(
  dom: Dom,
  item: ProjectItem,
  [match, ignoresSubclips]: readonly unknown[],
): object | 0 {
  const wanted = toText(match);
  const takesSubclips = ignoresSubclips === 0 || ignoresSubclips === false;
  const found: Clip[] = [];
  visitClips(dom.projectOf(item).root, (clip) => {
    if (clip.media.path.includes(wanted) && (takesSubclips || !clip.isSubclip)) found.push(clip);
  });
  return found.length === 0 ? 0 : dom.wrapAll('ProjectItem', found);
}

/** Visits every clip below a bin, in panel order. */
export function visitClips(bin: Bin, visit: (clip: Clip) => void): void {
  for (const item of bin.children) {
    if (isClip(item)) visit(item);
    else if ('children' in item) visitClips(item, visit);
  }
}

/** Every clip of a project over one medium. */
export function clipsOver(project: Project, media: Clip['media']): Clip[] {
  const clips: Clip[] = [];
  visitClips(project.root, (clip) => {
    if (clip.media === media) clips.push(clip);
  });
  return clips;
}

function creator(dom: Dom, make: (args: readonly unknown[]) => Bin) {
  return {
    run: (item: ProjectItem, args: readonly unknown[]) => {
      const bin = make(args);
      if (!('children' in item) || item.query !== null) return 0;
      putIntoBin(bin, item);
      return dom.wrap('ProjectItem', bin);
    },
    pretend: (_item: ProjectItem, args: readonly unknown[]) => dom.wrap('ProjectItem', make(args)),
  };
}
