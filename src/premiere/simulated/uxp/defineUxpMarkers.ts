import { addTicks, subtractTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toList, toNumber, toText } from '../es3/scriptValues';
import { addMarker, moveMarker, placeOfMarker, removeMarker } from '../model/markers';
import type { Marker } from '../model/ProjectModel';
import { floorToUnit, unitOfItem } from '../model/timeGrid';
import type { Uxp, UxpTargets } from './Uxp';

type Args = readonly unknown[];
type List = UxpTargets['Markers'];
type Listed = UxpTargets['Marker'];

/** Types by their constants; the text behind each is not established. */
const markerTypes = {
  MARKER_TYPE_COMMENT: 'Comment',
  MARKER_TYPE_CHAPTER: 'Chapter',
  MARKER_TYPE_WEBLINK: 'WebLink',
} as const satisfies Readonly<Record<string, Marker['type']>>;

/** `Markers` of sequences and project items, and `Marker`. */
export function defineUxpMarkers(uxp: Uxp): void {
  uxp.define('Markers', {
    projectOf: ({ project }) => project,
    methods: {
      getMarkers: (list, [filters]) => {
        const types = filters === undefined ? null : toList(filters);
        const chosen = list.markers.filter(({ type }) => types?.includes(type) ?? true);
        return uxp.wrapAll(
          'Marker',
          chosen.map((marker) => ({ marker, list })),
        );
      },
    },
    actions: listActions(uxp),
    staticPromises: {
      getMarkers: (_none, [owner]) => uxp.wrap('Markers', markersOf(uxp, owner)),
    },
  });
  uxp.define('Marker', {
    isStale: ({ marker, list }) => placeOfMarker(list.markers, marker) < 0,
    projectOf: ({ list }) => list.project,
    getters: { guid: ({ marker }) => uxp.wrap('Guid', { text: marker.guid }) },
    methods: {
      getName: ({ marker }) => marker.name,
      getComments: ({ marker }) => marker.comments,
      getType: ({ marker }) => marker.type,
      getStart: ({ marker }) => uxp.time(marker.startTicks),
      getDuration: ({ marker }) => uxp.time(subtractTicks(marker.endTicks, marker.startTicks)),
      getColorIndex: ({ marker }) => marker.color,
      getUrl: ({ marker }) => marker.url,
      getTarget: ({ marker }) => marker.urlFrame,
    },
    actions: markerActions(uxp),
    staticGetters: Object.fromEntries(
      Object.entries(markerTypes).map(([name, type]) => [name, () => type]),
    ),
  });
}

function markersOf(uxp: Uxp, owner: unknown): List {
  const { dom } = uxp;
  const sequence = uxp.target('Sequence', owner);
  if (sequence) {
    const { markers, frameTicks, item } = sequence;
    return { markers, unit: frameTicks, project: dom.projectOf(item) };
  }
  const item = uxp.demandPlaceable(owner);
  return { markers: item.markers, unit: unitOfItem(item), project: dom.projectOf(item) };
}

function listActions(uxp: Uxp) {
  const { ids } = uxp.dom.session;
  const theirs = (list: List, given: unknown) => {
    const { marker } = uxp.demand('Marker', given);
    if (placeOfMarker(list.markers, marker) < 0) {
      throw new ScriptError(scriptErrorTexts.illegalType);
    }
    return marker;
  };
  return {
    createAddMarkerAction: (list: List, [name, type, start, duration, comments]: Args) => {
      const startTicks = floorToUnit(uxp.ticks(start), list.unit);
      const lasts = duration === undefined ? zeroTicks : uxp.ticks(duration);
      const made = {
        name: toText(name),
        type: typeOf(type),
        comments: comments === undefined ? '' : toText(comments),
        endTicks: endAfter(startTicks, lasts, list.unit),
      };
      return () => {
        Object.assign(addMarker(list.markers, startTicks, ids), made);
      };
    },
    createMoveMarkerAction: (list: List, [given, time]: Args) => {
      const marker = theirs(list, given);
      const to = floorToUnit(uxp.ticks(time), list.unit);
      return () => {
        const lasts = subtractTicks(marker.endTicks, marker.startTicks);
        moveMarker(list.markers, marker, to);
        marker.endTicks = addTicks(to, lasts);
      };
    },
    createRemoveMarkerAction: (list: List, [given]: Args) => {
      const marker = theirs(list, given);
      return () => {
        removeMarker(list.markers, marker);
      };
    },
  };
}

function markerActions(uxp: Uxp) {
  const setting =
    <Value>(read: (value: unknown) => Value, set: (listed: Listed, value: Value) => void) =>
    (listed: Listed, [given]: Args) => {
      const value = read(given);
      return () => set(listed, value);
    };
  return {
    createSetNameAction: setting(toText, ({ marker }, name) => {
      marker.name = name;
    }),
    createSetCommentsAction: setting(toText, ({ marker }, comments) => {
      marker.comments = comments;
    }),
    createSetTypeAction: setting(typeOf, ({ marker }, type) => {
      marker.type = type;
    }),
    createSetColorByIndexAction: setting(toNumber, ({ marker }, index) => {
      if (Number.isInteger(index) && index >= 0 && index <= 7) marker.color = index;
    }),
    createSetDurationAction: setting(
      (time) => uxp.ticks(time),
      ({ marker, list }, lasts) => {
        marker.endTicks = endAfter(marker.startTicks, lasts, list.unit);
      },
    ),
  };
}

function endAfter(start: Ticks, lasts: Ticks, unit: Ticks): Ticks {
  const end = floorToUnit(addTicks(start, lasts), unit);
  return end < start ? start : end;
}

/** A type that nobody knows is illegal. */
function typeOf(value: unknown): Marker['type'] {
  const type = Object.values(markerTypes).find((known) => known === value);
  if (type) return type;
  throw new ScriptError(scriptErrorTexts.illegalType);
}
