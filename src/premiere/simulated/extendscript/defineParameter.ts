import { secondsToTicks, toTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber } from '../es3/scriptValues';
import type { Colour } from '../effects/EffectDefinition';
import { addKey, interpolationCodes, keyAt, nearestKey, valueAt } from '../model/effectValues';
import type { Keyframe } from '../model/ProjectModel';
import { floorToUnit, unitOfItem } from '../model/timeGrid';
import type { Dom } from './Dom';
import {
  definitionOf,
  hasKeyAt,
  ownStateOf,
  parameterNameIn,
  stateOf,
  type EffectParameter,
} from './effects';
import { toColour, toParameterValue, toScriptValue } from './parameterValues';

type Args = readonly unknown[];

/** `ComponentParam`: values of the parameter's own type, keyframes at source times. */
export function defineParameter(dom: Dom): void {
  dom.define('ComponentParam', {
    isStale: ({ item }) => item.track === null,
    getters: { displayName: (parameter) => parameterNameIn(dom.session.language, parameter) },
    methods: { ...valueReaders(dom), ...keyReaders(dom) },
    mutators: { ...valueMutators(dom), ...keyMutators(dom), ...keyRemovers(dom) },
  });
}

function valueReaders(dom: Dom) {
  return {
    getValue: (parameter: EffectParameter) => toScript(dom, parameter, stateOf(parameter).value),
    getValueAtTime: (parameter: EffectParameter, [time]: Args) =>
      toScript(dom, parameter, valueAt(stateOf(parameter), sourceTicks(dom, parameter, time))),
    getColorValue: (parameter: EffectParameter) =>
      isColour(parameter) ? dom.realm.array(stateOf(parameter).value as Colour) : 0,
    areKeyframesSupported: isAnimatable,
    isTimeVarying: (parameter: EffectParameter) => stateOf(parameter).isTimeVarying,
    isEmpty: () => false,
  };
}

function keyReaders(dom: Dom) {
  const asTime = (key: Keyframe | undefined) => (key ? dom.time(key.ticks) : undefined);
  return {
    getValueAtKey: (parameter: EffectParameter, [time]: Args) => {
      const key = keyAt(stateOf(parameter), sourceTicks(dom, parameter, time));
      return toScript(dom, parameter, key ? key.value : stateOf(parameter).value);
    },
    keyExistsAtTime: (parameter: EffectParameter, [time]: Args) =>
      hasKeyAt(parameter, sourceTicks(dom, parameter, time)),
    getKeys: (parameter: EffectParameter) => {
      const { keys } = stateOf(parameter);
      return keys.length === 0 ? 0 : dom.realm.array(keys.map(({ ticks }) => dom.time(ticks)));
    },
    findNearestKey: (parameter: EffectParameter, [time, threshold]: Args) => {
      const ticks = sourceTicks(dom, parameter, time);
      const nearest = nearestKey(stateOf(parameter), ticks);
      const limit = thresholdTicks(dom, threshold);
      return asTime(nearest && distance(nearest.ticks, ticks) <= limit ? nearest : undefined);
    },
    findNextKey: (parameter: EffectParameter, [time]: Args) => {
      const ticks = sourceTicks(dom, parameter, time);
      return asTime(stateOf(parameter).keys.find((key) => key.ticks > ticks));
    },
    findPreviousKey: (parameter: EffectParameter, [time]: Args) => {
      const ticks = sourceTicks(dom, parameter, time);
      return asTime(stateOf(parameter).keys.findLast((key) => key.ticks < ticks));
    },
  };
}

function valueMutators(dom: Dom) {
  const { behaviour } = dom.session;
  return {
    setValue: {
      run: (parameter: EffectParameter, args: Args) => {
        const value = fitting(parameter, args);
        if (typeof value === 'string' && isRefusedPath(dom, parameter)) return false;
        if (behaviour.setsParameters) ownStateOf(parameter).value = value;
        return true;
      },
      pretend: () => true,
    },
    setColorValue: {
      run: (parameter: EffectParameter, [alpha, red, green, blue]: Args) => {
        if (!isColour(parameter)) throw new ScriptError(scriptErrorTexts.illegalType);
        const value = toColour([alpha, red, green, blue]);
        if (behaviour.setsParameters) ownStateOf(parameter).value = value;
        return true;
      },
      pretend: () => true,
    },
    setTimeVarying: {
      run: (parameter: EffectParameter, [varies]: Args) => {
        if (!isAnimatable(parameter)) return 0;
        const state = ownStateOf(parameter);
        state.isTimeVarying = toFlag(varies);
        if (!state.isTimeVarying) state.keys = [];
        return 0;
      },
    },
  };
}

function keyMutators(dom: Dom) {
  const { behaviour } = dom.session;
  return {
    addKey: {
      run: (parameter: EffectParameter, [time]: Args) => {
        const ticks = floorToUnit(sourceTicks(dom, parameter, time), unitOf(parameter));
        if (!stateOf(parameter).isTimeVarying || !behaviour.setsParameters) return 0;
        addKey(ownStateOf(parameter), ticks);
        return 0;
      },
    },
    setValueAtKey: {
      run: (parameter: EffectParameter, [time, ...rest]: Args) => {
        const value = fitting(parameter, rest);
        const key = keyAt(stateOf(parameter), sourceTicks(dom, parameter, time));
        if (key && behaviour.setsParameters) key.value = value;
        return key !== undefined;
      },
      pretend: () => true,
    },
    setInterpolationTypeAtKey: {
      run: (parameter: EffectParameter, [time, code]: Args) => {
        const interpolation = toNumber(code);
        const key = keyAt(stateOf(parameter), sourceTicks(dom, parameter, time));
        if (!key || !interpolationCodes.includes(interpolation)) return false;
        key.interpolation = interpolation;
        return true;
      },
      pretend: () => true,
    },
  };
}

function keyRemovers(dom: Dom) {
  const removeKeys = (parameter: EffectParameter, first: Ticks, last: Ticks) => {
    if (stateOf(parameter).keys.length === 0) return 0;
    const state = ownStateOf(parameter);
    state.keys = state.keys.filter(({ ticks }) => ticks < first || ticks > last);
    return 0;
  };
  return {
    removeKey: {
      run: (parameter: EffectParameter, [time]: Args) => {
        const ticks = sourceTicks(dom, parameter, time);
        return removeKeys(parameter, ticks, ticks);
      },
    },
    removeKeyRange: {
      run: (parameter: EffectParameter, [start, end]: Args) =>
        removeKeys(parameter, sourceTicks(dom, parameter, start), sourceTicks(dom, parameter, end)),
    },
  };
}

function fitting(parameter: EffectParameter, args: Args): unknown {
  if (args.length === 0) throw new ScriptError(scriptErrorTexts.notEnough);
  return toParameterValue(definitionOf(parameter), args[0]);
}

/** From 23.4 on a look-up table by its path is refused, and nothing is said. */
function isRefusedPath(dom: Dom, parameter: EffectParameter): boolean {
  return definitionOf(parameter).kind === 'lut' && !dom.session.behaviour.takesLutPath;
}

/** Keyframes count from the first frame of the medium, not of the sequence. */
function sourceTicks(dom: Dom, parameter: EffectParameter, time: unknown): Ticks {
  return dom.ticksOf(time, unitOf(parameter), false);
}

/** A threshold without a value is no limit. */
function thresholdTicks(dom: Dom, threshold: unknown): Ticks {
  const time = dom.target('Time', threshold);
  if (time) return time.ticks;
  return secondsToTicks(threshold === undefined ? 86_400 : toNumber(threshold));
}

function distance(left: Ticks, right: Ticks): Ticks {
  return toTicks(left < right ? right - left : left - right);
}

function unitOf({ item }: EffectParameter): Ticks {
  return unitOfItem(item.item);
}

function isAnimatable(parameter: EffectParameter): boolean {
  return definitionOf(parameter).isFixed !== true;
}

function isColour(parameter: EffectParameter): boolean {
  return definitionOf(parameter).kind === 'colour';
}

function toScript(dom: Dom, parameter: EffectParameter, value: unknown): unknown {
  const given = toScriptValue(definitionOf(parameter), value);
  return Array.isArray(given) ? dom.realm.array(given) : given;
}
