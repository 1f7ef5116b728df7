import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereBin, PremiereItem } from './PremiereProject';
import { attributeOf, childNamesOf, elementAt, textAt, type PrprojElement } from './PrprojElement';

/** Bins in bins; people do not come near it. */
const deepestBins = 200;

const labelPrefix = 'BE.Prefs.LabelColors.';
const labelColumn = 'Column.PropertyText.Label';

/** The tree of bins below the root; an item that stands in two bins stands in the first. */
export function readBins(graph: ObjectGraph, root: PrprojObject): PremiereBin {
  return readBin({ graph, seen: new Set([root]) }, root, 0);
}

interface Walk {
  readonly graph: ObjectGraph;
  readonly seen: Set<PrprojObject>;
}

function readBin(walk: Walk, object: PrprojObject, depth: number): PremiereBin {
  const holder = elementAt(object.element, 'ProjectItemContainer')
    ? object.element
    : elementAt(object.element, 'BinProjectItem');
  return {
    kind: 'bin',
    ...readHead(object),
    isSearch: object.tag === 'SmartBinProjectItem',
    children: walk.graph
      .followEach(holder, 'ProjectItemContainer/Items/Item')
      .flatMap((child) => readItem(walk, child, depth + 1)),
  };
}

function readItem(walk: Walk, object: PrprojObject, depth: number): readonly PremiereItem[] {
  const { graph, seen } = walk;
  if (seen.has(object)) {
    graph.remarks.add(`“${nameOf(object)}” stands in more than one bin: it is shown in the first.`);
    return [];
  }
  seen.add(object);
  if (object.tag === 'BinProjectItem' || object.tag === 'SmartBinProjectItem') {
    if (depth <= deepestBins) return [readBin(walk, object, depth)];
    graph.remarks.add(`“${nameOf(object)}” lies deeper than ${deepestBins} bins: it is left out.`);
    return [];
  }
  if (object.tag !== 'ClipProjectItem') {
    graph.remarks.add(`“${nameOf(object)}” is a ${object.tag}, which is not understood.`);
    return [];
  }
  const masterClip = graph.follow(object.element, 'MasterClip');
  return [{ kind: 'clip', ...readHead(object), masterClip: masterClip?.id ?? '' }];
}

function readHead(object: PrprojObject) {
  const properties = elementAt(headOf(object), 'Node/Properties');
  const columns = childNamesOf(properties).filter(
    (name) => name.startsWith('Column.') && name !== labelColumn,
  );
  return {
    id: object.id,
    name: nameOf(object),
    label: labelOf(textAt(properties, labelColumn)),
    columns: Object.fromEntries(columns.map((name) => [name, textAt(properties, name) ?? ''])),
  };
}

/** A search bin wraps the bin that holds name and label. */
function headOf({ element }: PrprojObject): PrprojElement | undefined {
  return elementAt(element, 'ProjectItem') ?? elementAt(element, 'BinProjectItem/ProjectItem');
}

function nameOf(object: PrprojObject): string {
  return textAt(headOf(object), 'Name') ?? attributeOf(object.element, 'ObjectUID') ?? '';
}

function labelOf(text: string | undefined): number | undefined {
  if (!text?.startsWith(labelPrefix)) return undefined;
  const label = Number(text.slice(labelPrefix.length));
  return Number.isInteger(label) && label >= 0 && label <= 15 ? label : undefined;
}
