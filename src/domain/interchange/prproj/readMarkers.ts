import { toTicks, zeroTicks, type Ticks } from '../../time/Ticks';
import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereMarker } from './PremiereProject';
import { textAt, type PrprojElement } from './PrprojElement';

/** Premiere's marker colours as it packs them (0xAABBGGRR), in the order of its indexes. */
const packedColors: readonly number[] = [
  4_281_828_977, 4_281_740_498, 4_289_825_711, 4_280_578_025, 4_281_049_552, 4_294_967_295,
  4_294_741_314, 4_292_277_273,
];

/** Colour index of a marker that bears no colour of its own, by its type. */
const colorsOfTypes: Readonly<Record<string, number>> = {
  Comment: 0,
  Chapter: 1,
  Segmentation: 2,
  WebLink: 3,
};

/** The markers of a sequence or clip, in the order of the file; `owner` bears the `MarkerOwner`. */
export function readMarkers(
  graph: ObjectGraph,
  owner: PrprojElement | undefined,
): readonly PremiereMarker[] {
  const list = graph.follow(owner, 'MarkerOwner/Markers');
  const entries = list ? graph.followEachIn(list.element, 'Markers/Marker', 'Second') : [];
  return entries.flatMap((object) => readMarker(graph, object));
}

function readMarker(graph: ObjectGraph, { id, element }: PrprojObject): readonly PremiereMarker[] {
  const fields = parseFields(textAt(element, 'DVAMarker') ?? '');
  if (!fields) {
    graph.remarks.add('A marker holds no text that could be read.');
    return [];
  }
  const type = fieldText(fields, 'mType') || 'Comment';
  return [
    {
      id: fieldText(fields, 'mMarkerID') || id,
      startTicks: fieldTicks(fields, 'mStartTime'),
      durationTicks: fieldTicks(fields, 'mDuration'),
      name: fieldText(fields, 'mName'),
      comment: fieldText(fields, 'mComment'),
      type,
      color: colorOf(fields) ?? colorsOfTypes[type] ?? 0,
      url: fieldText(fields, 'mLocation'),
      urlFrame: fieldText(fields, 'mTarget'),
    },
  ];
}

type Fields = Readonly<Record<string, unknown>>;

/** Ticks are larger than what JSON's numbers hold exactly: they are read as text. */
function parseFields(text: string): Fields | undefined {
  const exact = text.replace(/("ticks"\s*:\s*)(-?\d+)/g, '$1"$2"');
  const outer = parseJson(exact);
  return toFields(toFields(outer)?.['DVAMarker']) ?? toFields(outer);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function toFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

function fieldText(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function fieldTicks(fields: Fields, name: string): Ticks {
  const ticks = toFields(fields[name])?.['ticks'];
  return typeof ticks === 'string' ? toTicks(BigInt(ticks)) : zeroTicks;
}

/** The colour stands in a cue point, as JSON within JSON; one outside the palette is none. */
function colorOf(fields: Fields): number | undefined {
  const cues = fields['mCuePointList'];
  for (const cue of Array.isArray(cues) ? cues : []) {
    const packed = toFields(parseJson(fieldText(toFields(cue) ?? {}, 'mValue')))?.['color'];
    const index = typeof packed === 'number' ? packedColors.indexOf(packed) : -1;
    if (index >= 0) return index;
  }
  return undefined;
}
