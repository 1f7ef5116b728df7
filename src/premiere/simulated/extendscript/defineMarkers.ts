import type { Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import { addMarker, makeMarker, moveMarker, placeOfMarker, removeMarker } from '../model/markers';
import type { Marker } from '../model/ProjectModel';
import { secondsToUnitBelow } from '../model/timeGrid';
import type { Dom, MarkerList, ScriptTargets } from './Dom';

type ListedMarker = ScriptTargets['Marker'];

/** The texts of `Marker.type`. */
const markerTypes: readonly string[] = ['Comment', 'Chapter', 'Segmentation', 'WebLink'];

/** `MarkerCollection`, which is walked and never indexed, and `Marker`. */
export function defineMarkers(dom: Dom): void {
  const wrap = (list: MarkerList, marker: Marker | undefined) =>
    marker ? dom.wrap('Marker', { marker, list }) : undefined;
  const beside = (list: MarkerList, marker: unknown, step: 1 | -1) => {
    const index = placeOfMarker(list.markers, dom.demand('Marker', marker).marker);
    return index < 0 ? undefined : wrap(list, list.markers[index + step]);
  };
  dom.define('MarkerCollection', {
    getters: {
      numMarkers: ({ markers }) => markers.length,
      length: ({ markers }) => markers.length,
    },
    methods: {
      getFirstMarker: (list) => wrap(list, list.markers[0]),
      getLastMarker: (list) => wrap(list, list.markers.at(-1)),
      getNextMarker: (list, [marker]) => beside(list, marker, 1),
      getPrevMarker: (list, [marker]) => beside(list, marker, -1),
    },
    mutators: listMutators(dom),
  });
  defineMarker(dom);
}

function listMutators(dom: Dom) {
  const startFrom = ({ unit }: MarkerList, seconds: unknown) =>
    secondsToUnitBelow(toNumber(seconds), unit);
  return {
    // What the typings list after the time is ignored.
    createMarker: {
      run: (list: MarkerList, [seconds]: readonly unknown[]) => {
        const marker = addMarker(list.markers, startFrom(list, seconds), dom.session.ids);
        return dom.wrap('Marker', { marker, list });
      },
      pretend: (list: MarkerList, [seconds]: readonly unknown[]) => {
        const marker = makeMarker(startFrom(list, seconds), dom.session.ids);
        return dom.wrap('Marker', { marker, list: { markers: [marker], unit: list.unit } });
      },
    },
    deleteMarker: {
      run: ({ markers }: MarkerList, [marker]: readonly unknown[]) =>
        removeMarker(markers, dom.demand('Marker', marker).marker),
      pretend: () => true,
    },
  };
}

function defineMarker(dom: Dom): void {
  dom.define('Marker', {
    isStale: ({ marker, list }) => placeOfMarker(list.markers, marker) < 0,
    getters: {
      guid: ({ marker }) => marker.guid,
      name: ({ marker }) => marker.name,
      comments: ({ marker }) => marker.comments,
      type: ({ marker }) => marker.type,
      start: ({ marker }) => dom.time(marker.startTicks),
      end: ({ marker }) => dom.time(marker.endTicks),
    },
    setters: markerSetters,
    methods: {
      getColorByIndex: ({ marker }) => marker.color,
      getWebLinkURL: ({ marker }) => marker.url,
      getWebLinkFrameTarget: ({ marker }) => marker.urlFrame,
    },
    mutators: {
      setColorByIndex: {
        run: ({ marker }, [index]) => {
          const color = toNumber(index);
          if (Number.isInteger(color) && color >= 0 && color <= 7) marker.color = color;
        },
        pretend: () => undefined,
      },
      setTypeAsComment: typeSetter('Comment'),
      setTypeAsChapter: typeSetter('Chapter'),
      setTypeAsSegmentation: typeSetter('Segmentation'),
      setTypeAsWebLink: {
        run: ({ marker }, [url, frame]) => {
          marker.type = 'WebLink';
          marker.url = url === undefined ? '' : toText(url);
          marker.urlFrame = frame === undefined ? '' : toText(frame);
          return 0;
        },
      },
    },
  });
}

const markerSetters = {
  name: ({ marker }: ListedMarker, value: unknown) => {
    marker.name = toText(value);
  },
  comments: ({ marker }: ListedMarker, value: unknown) => {
    marker.comments = toText(value);
  },
  // A text that is no type changes nothing.
  type: ({ marker }: ListedMarker, value: unknown) => {
    const type = toText(value);
    if (markerTypes.includes(type)) marker.type = type as Marker['type'];
  },
  start: ({ marker, list }: ListedMarker, value: unknown) => {
    moveMarker(list.markers, marker, markerSeconds(value, list.unit));
  },
  // Adobe's own sample sets one from a member that is not there: a number that is none moves nothing.
  end: ({ marker, list }: ListedMarker, value: unknown) => {
    if (Number.isNaN(value)) return;
    const end = markerSeconds(value, list.unit);
    marker.endTicks = end < marker.startTicks ? marker.startTicks : end;
  },
};

function typeSetter(type: Marker['type']) {
  return {
    run: ({ marker }: { readonly marker: Marker }) => {
      marker.type = type;
      return 0;
    },
  };
}

/** Read as a Time, written as a number of seconds: a Time is an illegal parameter. */
function markerSeconds(value: unknown, unit: Ticks): Ticks {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ScriptError(scriptErrorTexts.illegalType);
  }
  return secondsToUnitBelow(value, unit);
}
