import { parseTicks } from '../../time/Ticks';
import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereEffect, PremiereParameter, PremiereValue } from './PremiereProject';
import { elementAt, flagAt, textAt, type PrprojElement } from './PrprojElement';

/** A number as Premiere writes it: `50.`, `0.8`, `-3`. */
const scalar = /^-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/;

/** The effects of a track item, in the order of its chain. */
export function readEffects(
  graph: ObjectGraph,
  owner: PrprojElement | undefined,
): readonly PremiereEffect[] {
  return readChain(graph, graph.follow(owner, 'ComponentOwner/Components'));
}

/** The effects of a `VideoComponentChain` or `AudioComponentChain`. */
export function readChain(
  graph: ObjectGraph,
  chain: PrprojObject | undefined,
): readonly PremiereEffect[] {
  const components = graph.followEach(chain?.element, 'ComponentChain/Components/Component');
  return components.map((component) => readEffect(graph, component));
}

function readEffect(graph: ObjectGraph, { element }: PrprojObject): PremiereEffect {
  const core = elementAt(element, 'Component') ?? elementAt(element, 'AudioComponent/Component');
  const matchName = textAt(element, 'MatchName') ?? textAt(element, 'FilterMatchName') ?? '';
  if (elementAt(element, 'SubComponents')) {
    graph.remarks.add(
      `A mask of the effect “${textAt(core, 'DisplayName') ?? matchName}” is kept but not used.`,
    );
  }
  return {
    name: textAt(core, 'DisplayName') ?? '',
    matchName,
    isIntrinsic: flagAt(core, 'Intrinsic'),
    isBypassed: flagAt(core, 'Bypass'),
    parameters: graph.followEach(core, 'Params/Param').map(readParameter),
  };
}

function readParameter({ element }: PrprojObject): PremiereParameter {
  const keys = (textAt(element, 'Keyframes') ?? '').split(';').flatMap(readKey);
  const [, start] = (textAt(element, 'StartKeyframe') ?? '').split(',');
  return {
    name: textAt(element, 'Name') ?? '',
    value: start === undefined ? null : toValue(start),
    // Parameters of sound bear no flag: that they have keys says it.
    isTimeVarying: flagAt(element, 'IsTimeVarying') || keys.length > 0,
    keys,
  };
}

/** `ticks,value,interpolation,…` */
function readKey(text: string): PremiereParameter['keys'] {
  const [ticks = '', value = '', interpolation = '0'] = text.trim().split(',');
  if (!/^-?\d{1,19}$/.test(ticks)) return [];
  const code = Number.parseInt(interpolation, 10);
  return [
    {
      ticks: parseTicks(ticks),
      value: toValue(value),
      interpolation: Number.isNaN(code) ? 0 : code,
    },
  ];
}

function toValue(text: string): PremiereValue {
  if (text === 'true' || text === 'false') return text === 'true';
  const parts = text.split(':');
  // A packed colour is larger than what a number holds exactly.
  if (!parts.every((part) => scalar.test(part) && Math.abs(Number(part)) < 2 ** 53)) return text;
  return parts.length === 1 ? Number(text) : parts.map(Number);
}
