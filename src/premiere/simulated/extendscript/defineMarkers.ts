import type { Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import { addMarker, makeMarker, sortMarkers } from '../model/markers';
import type { Marker } from '../model/ProjectModel';
import { secondsToUnitBelow } from '../model/timeGrid';
import type { Dom, MarkerList, ScriptTargets } from './Dom';

type ListedMarker = ScriptTargets['Marker'];

/** `MarkerCollection`, which is walked and never indexed, and `Marker`. */
export function defineMarkers(dom: Dom): void {
  const wrap = (list: MarkerList, marker: Marker | undefined) =>
    marker ? dom.wrap('Marker', { marker, list }) : undefined;
  const placeOf = ({ markers }: MarkerList, marker: unknown) =>
    markers.indexOf(dom.demand('Marker', marker).marker);
  const startFrom = ({ unit }: MarkerList, seconds: unknown) =>
    secondsToUnitBelow(toNumber(seconds), unit);
  dom.define('MarkerCollection', {
    getters: {
      numMarkers: ({ markers }) => markers.length,
      length: ({ markers }) => markers.length,
    },
    methods: {
      getFirstMarker: (list) => wrap(list, list.markers[0]),
      getLastMarker: (list) => wrap(list, list.markers.at(-1)),
      getNextMarker: (list, [marker]) => wrap(list, list.markers[placeOf(list, marker) + 1]),
      getPrevMarker: (list, [marker]) => wrap(list, list.markers[placeOf(list, marker) - 1]),
    },
    mutators: {
      createMarker: {
        run: (list, [seconds]) =>
          wrap(list, addMarker(list.markers, startFrom(list, seconds), dom.session.ids)),
        pretend: (list, [seconds]) =>
          wrap(list, makeMarker(startFrom(list, seconds), dom.session.ids)),
      },
      deleteMarker: {
        run: (list, [marker]) => {
          const index = placeOf(list, marker);
          if (index >= 0) list.markers.splice(index, 1);
          return index >= 0;
        },
        pretend: () => true,
      },
    },
  });
  defineMarker(dom);
}

function defineMarker(dom: Dom): void {
  dom.define('Marker', {
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
      },
      setTypeAsComment: typeSetter('Comment'),
      setTypeAsChapter: typeSetter('Chapter'),
      setTypeAsSegmentation: typeSetter('Segmentation'),
      setTypeAsWebLink: {
        run: ({ marker }, [url, frame]) => {
          marker.type = 'WebLink';
          marker.url = toText(url);
          marker.urlFrame = frame === undefined ? '' : toText(frame);
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
  start: ({ marker, list }: ListedMarker, value: unknown) => {
    marker.startTicks = markerSeconds(value, list.unit);
    if (marker.endTicks < marker.startTicks) marker.endTicks = marker.startTicks;
    sortMarkers(list.markers);
  },
  end: ({ marker, list }: ListedMarker, value: unknown) => {
    const end = markerSeconds(value, list.unit);
    marker.endTicks = end < marker.startTicks ? marker.startTicks : end;
  },
};

function typeSetter(type: Marker['type']) {
  return {
    run: ({ marker }: { readonly marker: Marker }) => {
      marker.type = type;
    },
  };
}

/** Read as a Time, written as a number of seconds: a Time is an illegal parameter. */
function markerSeconds(value: unknown, unit: Ticks): Ticks {
  if (typeof value !== 'number') throw new ScriptError(scriptErrorTexts.illegalType);
  return secondsToUnitBelow(value, unit);
}
