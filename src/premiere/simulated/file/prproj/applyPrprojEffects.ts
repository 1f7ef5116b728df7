import type {
  PremiereEffect,
  PremiereParameter,
  PremiereValue,
} from '../../../../domain/interchange/prproj/PremiereProject';
import type { ParameterDefinition, ParameterKind } from '../../effects/EffectDefinition';
import { effectOf } from '../../effects/effectCatalog';
import { pictureEffects, soundEffects } from '../../effects/intrinsicEffects';
import type { ParameterState, Track, TrackItem } from '../../model/ProjectModel';
import type { PrprojReading } from './PrprojReading';

/** The effects that a track item bears in the file. */
interface WrittenEffects {
  readonly effects: readonly PremiereEffect[];
  readonly mediaType: Track['mediaType'];
}

/**
 * Gives a track item its effects: what was done to Motion, Opacity and Volume, and those somebody
 * applied. Values that are not understood stay as Premiere has them initially.
 */
export function applyPrprojEffects(
  item: TrackItem,
  { effects, mediaType }: WrittenEffects,
  reading: PrprojReading,
): void {
  for (const effect of effects) {
    const intrinsic = intrinsicOf(item, effect, mediaType);
    const key = intrinsic?.key ?? applied(item, effect);
    const { parameters } = intrinsic ?? effectOf(effect.matchName, mediaType);
    const unread = effect.parameters.filter(
      (parameter, index) => !take(item, { key, index, parameter, definition: parameters[index] }),
    );
    noteUnread(effect, unread.length, reading);
    if (effect.isBypassed) {
      reading.remarks.add(
        `The effect “${nameOf(effect)}” is switched off in the file and on here.`,
      );
    }
  }
}

/** Intrinsic effects of sound are called by their layout: only the words before it count. */
function intrinsicOf(item: TrackItem, effect: PremiereEffect, mediaType: Track['mediaType']) {
  const known =
    mediaType === 'Video' ? pictureEffects(true) : soundEffects(item.channels.length || 1);
  const exact = known.find(({ matchName }) => matchName === effect.matchName);
  if (exact) return exact;
  const base = (matchName: string) => matchName.replace(/ (?:Mono|Stereo|5\.1)$/, '');
  return known.find(({ matchName }) => base(matchName) === base(effect.matchName));
}

function applied(item: TrackItem, { matchName, name }: PremiereEffect): string {
  const key = `effect-${item.effects.length + 1}`;
  item.effects.push({ key, matchName: matchName || name });
  return key;
}

interface WrittenParameter {
  readonly key: string;
  readonly index: number;
  readonly parameter: PremiereParameter;
  readonly definition: ParameterDefinition | undefined;
}

/** Whether a parameter was taken over, or bears nothing to take over. */
function take(item: TrackItem, { key, index, parameter, definition }: WrittenParameter): boolean {
  if (!definition) return parameter.value === null && parameter.keys.length === 0;
  const { kind, initial } = definition;
  const value = parameter.value === null ? initial : toValue(parameter.value, kind);
  const keys = parameter.keys.map((entry) => ({ ...entry, value: toValue(entry.value, kind) }));
  if (value === undefined || keys.some((entry) => entry.value === undefined)) return false;
  if (parameter.value === null && keys.length === 0) return true;
  const state: ParameterState = { value, isTimeVarying: parameter.isTimeVarying, keys };
  item.parameters.set(`${key}/${index}`, state);
  return true;
}

/** How the values of each kind are read; a kind that is not here is not. */
const readers: Readonly<Partial<Record<ParameterKind, (value: PremiereValue) => unknown>>> = {
  number: (value) => (typeof value === 'number' ? value : undefined),
  menu: (value) => (typeof value === 'number' ? value : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  group: (value) => (typeof value === 'boolean' ? value : undefined),
  point: (value) => (typeof value === 'object' && value.length === 2 ? value : undefined),
  colour: toColour,
};

/** The value as scripts see it; undefined for one of another kind than the parameter is. */
function toValue(value: PremiereValue, kind: ParameterKind): unknown {
  return readers[kind]?.(value);
}

/** Premiere packs a colour as 0xAA00RR00GG00BB00, in decimal. */
function toColour(value: PremiereValue): readonly number[] | undefined {
  const text = typeof value === 'number' ? value.toFixed(0) : value;
  if (typeof text !== 'string' || !/^\d{1,20}$/.test(text)) return undefined;
  const packed = BigInt(text);
  return [56n, 40n, 24n, 8n].map((shift) => Number((packed >> shift) & 0xffn));
}

function noteUnread(effect: PremiereEffect, count: number, { remarks }: PrprojReading): void {
  if (count === 0) return;
  remarks.add(
    `Of the effect “${nameOf(effect)}” ${count} of ${effect.parameters.length} parameters are kept but not shown.`,
  );
}

function nameOf({ name, matchName }: PremiereEffect): string {
  return name || matchName;
}
