import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toText } from '../es3/scriptValues';
import { binOf, putIntoBin } from '../model/bins';
import { makeClip } from '../model/media';
import type { Clip, ProjectItem } from '../model/ProjectModel';
import { floorToUnit, unitOfItem } from '../model/timeGrid';
import { isClip, type Dom } from './Dom';

/** `createSubClip`: the subclip stands last in its clip's bin. */
export function subclipMutators(dom: Dom) {
  return {
    createSubClip: {
      run: (item: ProjectItem, args: readonly unknown[]) => {
        const subclip = isClip(item) ? makeSubclip(dom, item, args) : undefined;
        if (!subclip) return 0;
        putIntoBin(subclip, binOf(item, dom.projectOf(item)));
        return dom.wrap('ProjectItem', subclip);
      },
      pretend: (item: ProjectItem, args: readonly unknown[]) => {
        const subclip = isClip(item) ? makeSubclip(dom, item, args) : undefined;
        return subclip ? dom.wrap('ProjectItem', subclip) : 0;
      },
    },
  };
}

/**
 * Times are media times, not timecode; a range that is none gives nothing. Hard boundaries end
 * what can be used; without them the range is in and out points over all of the clip.
 */
function makeSubclip(dom: Dom, item: Clip, args: readonly unknown[]): Clip | undefined {
  if (args.length < 4) throw new ScriptError(scriptErrorTexts.notEnough);
  const [name, from, to, isHard, takesVideo, takesAudio] = args;
  const unit = unitOfItem(item);
  const start = floorToUnit(dom.ticksOf(from, unit), unit);
  const end = floorToUnit(dom.ticksOf(to, unit), unit);
  if (end <= start || start < item.range.start || end > item.range.end) return undefined;
  const range = { start, end };
  const bounds = toFlag(isHard) ? { range } : { range: item.range, marks: { in: start, out: end } };
  return {
    ...makeClip(dom.session.ids, item.media, toText(name)),
    ...bounds,
    label: item.label,
    startOverride: item.startOverride,
    rateOverride: item.rateOverride,
    interpretation: { ...item.interpretation },
    proxyPath: item.proxyPath,
    isSubclip: true,
    takesVideo: item.takesVideo && takes(takesVideo),
    audioClips: takes(takesAudio) ? item.audioClips : [],
  };
}

/** Picture and sound are taken unless a script says otherwise. */
function takes(flag: unknown): boolean {
  return flag === undefined || toFlag(flag);
}
