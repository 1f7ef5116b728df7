import { subtractTicks } from '../../../domain/time/Ticks';
import { nameIn } from '../effects/displayNames';
import { transitionNameOf } from '../effects/effectCatalog';
import { toNumber } from '../es3/scriptValues';
import type { TrackItem } from '../model/ProjectModel';
import { isOnTrack } from '../model/tracks';
import { transitionsOf } from '../model/transitions';
import { formatTime } from './defineTime';
import type { Dom, QeStretch } from './Dom';
import { effectsOf } from './effects';
import { applying } from './qeApplying';
import { moving } from './qeMoving';
import { settings, settingReaders } from './qeSettings';

/** An item of a QE track: a clip, a gap (`Empty`) or a transition. */
export function defineQeTrackItem(dom: Dom): void {
  dom.define('QETrackItem', {
    isStale,
    getters: { ...getters(dom), ...settingReaders() },
    methods: {
      getComponentAt: ({ item }, [index]) => {
        const component = item ? effectsOf(item, dom.session)[toNumber(index)] : undefined;
        return component ? dom.wrap('QEComponent', component) : undefined;
      },
      getProjectItem: ({ item }) => projectItemOf(dom, item),
      getClipPanComponent: () => undefined,
      canDoMulticam: ({ item }) => item?.item.kind === 'sequence',
    },
    mutators: { ...applying(dom), ...moving(dom), ...settings() },
  });
}

function isStale({ item, transition, track }: QeStretch): boolean {
  if (item) return !isOnTrack(item);
  return transition ? !transitionsOf(track).includes(transition) : false;
}

function getters(dom: Dom) {
  const { language } = dom.session;
  const start = ({ item, startTicks }: QeStretch) => item?.startTicks ?? startTicks;
  const end = ({ item, endTicks }: QeStretch) => item?.endTicks ?? endTicks;
  return {
    name: ({ item, transition }: QeStretch) =>
      transition ? nameIn(language, transitionNameOf(transition.matchName)) : (item?.name ?? ''),
    type: ({ item, transition }: QeStretch) =>
      item ? 'Clip' : transition ? 'Transition' : 'Empty',
    mediaType: ({ item, track }: QeStretch) => (item?.track ?? track).mediaType,
    start: (stretch: QeStretch) =>
      dom.wrap('QETime', { ticks: start(stretch), sequence: stretch.sequence }),
    end: (stretch: QeStretch) =>
      dom.wrap('QETime', { ticks: end(stretch), sequence: stretch.sequence }),
    duration: (stretch: QeStretch) => {
      const { frameTicks, displayFormat } = stretch.sequence;
      return formatTime(subtractTicks(end(stretch), start(stretch)), frameTicks, displayFormat);
    },
    alignment: ({ transition }: QeStretch) => transition?.alignment ?? 0,
    numComponents: ({ item }: QeStretch) => (item ? effectsOf(item, dom.session).length : 0),
  };
}

function projectItemOf(dom: Dom, use: TrackItem | null): object | undefined {
  if (!use) return undefined;
  const { item } = use;
  return item.kind === 'clip' ? dom.wrap('QEProjectItem', item) : dom.wrap('QESequenceItem', item);
}
