import { subtractTicks, type Ticks } from '../../../domain/time/Ticks';
import { nameIn } from '../effects/displayNames';
import { transitionNameOf } from '../effects/effectCatalog';
import { siblingsOf } from '../model/tracks';
import { spanOfTransition, transitionsOf } from '../model/transitions';
import type { Dom, TrackTransition } from './Dom';

/** `Track.transitions`: they can be read and removed; their times answer copies alone. */
export function defineTransitions(dom: Dom): void {
  dom.define('TransitionCollection', {
    collection: {
      counter: 'numItems',
      count: (track) => transitionsOf(track).length,
      at: (track, index) => {
        const transition = transitionsOf(track)[index];
        return transition ? dom.wrap('Transition', { transition, track }) : undefined;
      },
    },
  });
  const time = (read: (of: TrackTransition) => Ticks) => (of: TrackTransition) =>
    dom.time(read(of));
  const spanOf = ({ transition }: TrackTransition) => spanOfTransition(transition);
  dom.define('Transition', {
    isStale: ({ transition, track }) => !transitionsOf(track).includes(transition),
    getters: {
      name: ({ transition }) =>
        nameIn(dom.session.language, transitionNameOf(transition.matchName)),
      nodeId: ({ transition }) => transition.nodeId,
      matchName: ({ transition }) => transition.matchName,
      mediaType: ({ track }) => track.mediaType,
      type: ({ track }) => (track.mediaType === 'Video' ? 1 : 2),
      parentTrackIndex: ({ track }) => siblingsOf(track).indexOf(track),
      start: time((of) => spanOf(of).start),
      end: time((of) => spanOf(of).end),
      duration: time((of) => subtractTicks(spanOf(of).end, spanOf(of).start)),
      projectItem: () => undefined,
    },
    methods: { isSelected: () => false, getMatchName: ({ transition }) => transition.matchName },
    mutators: {
      remove: {
        run: ({ transition, track }) => {
          track.transitions = track.transitions.filter((other) => other !== transition);
          return 0;
        },
      },
    },
  });
}
