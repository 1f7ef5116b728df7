import { parseXml } from '../xml/parseXml';
import { childrenOf, textOf, type XmlElement } from '../xml/XmlElement';

/** One parameter as it stands; empty texts where the preset leaves the element out. */
export interface EprParameter {
  readonly value: string;
  readonly isDisabled: boolean;
  /** Base64; the bit field of ADBEVideoMatchSource, for one. */
  readonly data: string;
}

/** A preset's head fields and its parameters by identifier. */
export interface EprContents {
  readonly head: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, EprParameter>;
  /** Export effects that are on, such as `Timecode` or `LoudnessNormalization`. */
  readonly effects: readonly string[];
}

/** Elements of export effects: `StandardFilterWrapperTimecode`. */
const effectElement = /^StandardFilterWrapper(\w+)$/;

/** Publishing tokens and passwords stand among the parameters: they are left where they are. */
const secret = /(token|password|username|userid)/i;

/**
 * The head fields and parameters of an export preset, read by name: their order differs between
 * versions. Of several parameters of one name the first that is in use counts. Undefined when the
 * text is no `PremiereData` document. Secrets never leave this function.
 */
export function readEprParameters(xml: string): EprContents | undefined {
  const { root, defect } = parseXml(xml);
  if (root?.name !== 'PremiereData' || defect !== '') return undefined;
  const fields = root.children.filter(({ children }) => children.length === 0);
  return {
    head: new Map(fields.map(({ name, text }) => [name, text.trim()])),
    parameters: toParameters(childrenOf(root, 'ExporterParam')),
    effects: root.children.flatMap((child) => {
      const [, effect] = effectElement.exec(child.name) ?? [];
      return effect !== undefined && textOf(child, 'Enabled')?.trim() === 'true' ? [effect] : [];
    }),
  };
}

function toParameters(nodes: readonly XmlElement[]): ReadonlyMap<string, EprParameter> {
  const parameters = new Map<string, EprParameter>();
  for (const node of nodes) {
    const field = (name: string) => textOf(node, name)?.trim() ?? '';
    const name = field('ParamIdentifier');
    const isDisabled = field('ParamIsDisabled') === 'true';
    const earlier = parameters.get(name);
    const isBetter = !earlier || (earlier.isDisabled && !isDisabled);
    if (secret.test(name) || !isBetter) continue;
    parameters.set(name, { value: field('ParamValue'), isDisabled, data: field('ParamArbData') });
  }
  return parameters;
}
