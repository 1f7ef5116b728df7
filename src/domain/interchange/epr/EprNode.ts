import { xmlElement, type XmlElement } from '../xml/XmlElement';

/** ParamType of a preset's parameters, by what they hold. */
const parameterTypes = {
  integer: { type: 2, classId: '9f049ab7-d48f-43e9-a8ca-4d7f21233625' },
  float: { type: 3, classId: '018cf63d-c58d-4d39-97df-36b6b2d6ef88' },
  ticks: { type: 4, classId: '8def7863-204e-4206-8791-54a78f15c66b' },
  data: { type: 7, classId: 'd0f6b8af-8ddb-4381-acf8-3e817480d07d' },
  group: { type: 8, classId: '9f049ab7-d48f-43e9-a8ca-4d7f21233625' },
  root: { type: 10, classId: '9f049ab7-d48f-43e9-a8ca-4d7f21233625' },
  ratio: { type: 11, classId: '8d9836e8-d00a-4a00-bfc0-dfbb73540736' },
} as const;

const containerClassId = '5c20a4a5-5e7c-4032-85b8-26ad4531fe7b';

/** A parameter to write; groups carry children and no value. */
export interface EprNode {
  readonly kind: keyof typeof parameterTypes;
  readonly name: string;
  /** Empty leaves the element out, which stands for zero. Data: `nothing`, `everything` or `rateAndFields`. */
  readonly value: string;
  readonly children: readonly EprNode[];
  /** Greyed out: the value is a leftover. */
  readonly isDisabled?: boolean;
}

/** A bit field as real presets carry it, base64 with its checksum. */
const matchData = (base64: string, checksum: string): XmlElement =>
  xmlElement('ParamArbData', base64, { Encoding: 'base64', Checksum: checksum });

/** ADBEVideoMatchSource by what follows the source. */
const matches: Readonly<Record<string, XmlElement>> = {
  nothing: matchData('AAAAAA==', '2374864269'),
  everything: matchData('fwAAAA==', '546147725'),
  rateAndFields: matchData('BgAAAA==', '3096284557'),
};

/** The parameter tree as the flat objects that refer to each other by number, the container of the roots as object 1. */
export function toEprObjects(roots: readonly EprNode[]): readonly XmlElement[] {
  const objects: XmlElement[] = [];
  let last = 0;

  const writeContainer = (nodes: readonly EprNode[]): number => {
    const id = (last += 1);
    const references = nodes.map((node, index) =>
      xmlElement('ParamContainerItem', '', {
        Index: String(index),
        ObjectRef: String(writeParameter(node, index)),
      }),
    );
    objects.unshift(toContainer(id, references));
    return id;
  };

  const writeParameter = (node: EprNode, index: number): number => {
    const id = (last += 1);
    const isGroup = node.kind === 'group' || node.kind === 'root';
    const children = isGroup ? writeContainer(node.children) : null;
    objects.push(toParameter(node, { id, index, children }));
    return id;
  };

  writeContainer(roots);
  return objects;
}

function toContainer(id: number, references: readonly XmlElement[]): XmlElement {
  return xmlElement(
    'ExporterParamContainer',
    [
      xmlElement('ParamContainerItems', references, { Version: '1' }),
      xmlElement('ContainedParamsVersion', '1'),
    ],
    { ObjectID: String(id), ClassID: containerClassId, Version: '1' },
  );
}

/** `children` is the number of the container of a group's children. */
function toParameter(
  node: EprNode,
  place: { readonly id: number; readonly index: number; readonly children: number | null },
): XmlElement {
  const { type, classId } = parameterTypes[node.kind];
  const content = [
    node.value === '' || node.kind === 'data' ? undefined : xmlElement('ParamValue', node.value),
    xmlElement('ParamType', String(type)),
    xmlElement('ParamOrdinalValue', String(place.index)),
    xmlElement('ParamIdentifier', node.name),
    node.isDisabled === true ? xmlElement('ParamIsDisabled', 'true') : undefined,
    node.kind === 'data' ? matches[node.value] : undefined,
    place.children === null
      ? undefined
      : xmlElement('ExporterChildParams', '', { ObjectRef: String(place.children) }),
  ];
  return xmlElement('ExporterParam', content, {
    ObjectID: String(place.id),
    ClassID: classId,
    Version: '1',
  });
}
