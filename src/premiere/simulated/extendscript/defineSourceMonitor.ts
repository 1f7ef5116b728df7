import path from 'node:path';
import { ticksToSeconds } from '../../../domain/time/Ticks';
import { toNumber, toText } from '../es3/scriptValues';
import type { OpenClip, Session } from '../model/Session';
import type { ProjectItem } from '../model/ProjectModel';
import { endOfItem, inPointOf } from '../model/timeGrid';
import { exactTicks, type Dom } from './Dom';

/** `app.sourceMonitor`: clips that are open, the front one last, and where it plays. */
export function defineSourceMonitor(dom: Dom): void {
  dom.define('SourceMonitor', {
    methods: {
      openProjectItem: ({ monitor }, [given]) => {
        const item = dom.demand('ProjectItem', given);
        if ('children' in item) return false;
        show(monitor.clips, openClip(item, ''));
        return true;
      },
      openFilePath: ({ monitor }, [file]) => {
        const target = path.resolve(toText(file));
        const [probed] = dom.services.media.probe([target]);
        if (!probed?.ok) return false;
        show(monitor.clips, openClip(null, target));
        return true;
      },
      closeClip: ({ monitor }) => {
        monitor.clips.pop();
        return 0;
      },
      closeAllClips: ({ monitor }) => {
        monitor.clips.length = 0;
        return 0;
      },
      play: ({ monitor }, [speed]) => {
        const front = monitor.clips.at(-1);
        if (front) playAt(front, speed === undefined ? 1 : toNumber(speed));
        return 0;
      },
      getPosition: ({ monitor }) => {
        const front = monitor.clips.at(-1);
        return dom.time(exactTicks(front ? positionOf(front) : 0));
      },
      getProjectItem: (session) => {
        const item = frontItem(session);
        return item ? dom.wrap('ProjectItem', item) : null;
      },
    },
  });
}

function frontItem(session: Session): ProjectItem | null {
  const item = session.monitor.clips.at(-1)?.item ?? null;
  return item && !session.isGone(item) ? item : null;
}

function openClip(item: OpenClip['item'], file: string): OpenClip {
  const start = item && !('children' in item) ? ticksToSeconds(inPointOf(item)) : 0;
  return { item, path: file, positionSeconds: start, speed: 0, since: 0 };
}

/** A clip that is open already comes to the front. */
function show(clips: OpenClip[], wanted: OpenClip): void {
  const index = clips.findIndex(
    ({ item, path: file }) => item === wanted.item && file === wanted.path,
  );
  const [open] = index < 0 ? [wanted] : clips.splice(index, 1);
  if (open) clips.push(open);
}

function playAt(clip: OpenClip, speed: number): void {
  clip.positionSeconds = positionOf(clip);
  clip.since = performance.now();
  clip.speed = Math.max(-4, Math.min(4, speed));
}

function positionOf({ item, positionSeconds, speed, since }: OpenClip): number {
  const played = positionSeconds + (speed * (performance.now() - since)) / 1000;
  const end = item && !('children' in item) ? ticksToSeconds(endOfItem(item)) : played;
  return speed === 0 ? positionSeconds : Math.max(0, Math.min(end, played));
}
