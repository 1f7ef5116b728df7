import type { Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toList, toNumber, toText } from '../es3/scriptValues';
import type { Keyframe, ParameterState } from '../model/ProjectModel';
import { unitOfItem } from '../model/timeGrid';
import type { Dom } from './Dom';
import {
  definitionOf,
  effectNameIn,
  parameterNameIn,
  stateOf,
  type EffectComponent,
  type EffectParameter,
} from './effects';

/** Components of a track item and their parameters, with keyframes at source times. */
export function defineEffects(dom: Dom): void {
  const { language } = dom.session;
  const parameter = ({ item, effect }: EffectComponent, index: number) =>
    dom.wrap('ComponentParam', { item, effect, index });
  dom.define('ComponentCollection', {
    collection: {
      counter: 'numItems',
      count: (components) => components.length,
      at: (components, index) => {
        const component = components[index];
        return component ? dom.wrap('Component', component) : undefined;
      },
    },
  });
  dom.define('Component', {
    getters: {
      displayName: (component) => effectNameIn(language, component),
      matchName: ({ effect }) => effect.matchName,
      properties: (component) => dom.wrap('ComponentParamCollection', component),
    },
  });
  dom.define('ComponentParamCollection', {
    collection: {
      counter: 'numItems',
      count: ({ effect }) => effect.parameters.length,
      at: parameter,
    },
    methods: {
      getParamForDisplayName: (component, [name]) => {
        const { item, effect } = component;
        const index = effect.parameters.findIndex(
          (_definition, at) => parameterNameIn(language, { item, effect, index: at }) === name,
        );
        return index < 0 ? null : parameter(component, index);
      },
    },
  });
  defineParameter(dom);
}

function defineParameter(dom: Dom): void {
  dom.define('ComponentParam', {
    getters: { displayName: (parameter) => parameterNameIn(dom.session.language, parameter) },
    methods: {
      getValue: (parameter) => toScript(dom, stateOf(parameter).value),
      getValueAtTime: (parameter) => toScript(dom, stateOf(parameter).value),
      getValueAtKey: (parameter, [time]) =>
        toScript(dom, keyAt(dom, parameter, time)?.value ?? stateOf(parameter).value),
      areKeyframesSupported: () => true,
      isTimeVarying: (parameter) => stateOf(parameter).isTimeVarying,
      keyExistsAtTime: (parameter, [time]) => keyAt(dom, parameter, time) !== undefined,
      getKeys: (parameter) => {
        const { keys } = stateOf(parameter);
        return keys.length === 0 ? 0 : dom.realm.array(keys.map(({ ticks }) => dom.time(ticks)));
      },
    },
    mutators: { ...valueMutators(), ...keyMutators(dom) },
  });
}

function valueMutators() {
  return {
    setValue: {
      run: (parameter: EffectParameter, [value]: readonly unknown[]) => {
        stateOf(parameter).value = fitting(parameter, value);
        return 0;
      },
    },
    setTimeVarying: {
      run: (parameter: EffectParameter, [varies]: readonly unknown[]) => {
        const state = stateOf(parameter);
        state.isTimeVarying = toFlag(varies);
        if (!state.isTimeVarying) state.keys = [];
        return 0;
      },
    },
  };
}

function keyMutators(dom: Dom) {
  return {
    addKey: {
      run: (parameter: EffectParameter, [time]: readonly unknown[]) => {
        const state = stateOf(parameter);
        const ticks = sourceTicks(dom, parameter, time);
        if (!state.isTimeVarying || keyAtTicks(state, ticks)) return 0;
        state.keys.push({ ticks, value: state.value });
        state.keys.sort((left, right) => (left.ticks < right.ticks ? -1 : 1));
        return 0;
      },
    },
    setValueAtKey: {
      run: (parameter: EffectParameter, [time, value]: readonly unknown[]) => {
        const key = keyAt(dom, parameter, time);
        if (key) key.value = fitting(parameter, value);
        return 0;
      },
    },
    removeKey: {
      run: (parameter: EffectParameter, [time]: readonly unknown[]) => {
        const state = stateOf(parameter);
        const gone = keyAt(dom, parameter, time);
        state.keys = state.keys.filter((key) => key !== gone);
        return 0;
      },
    },
    setInterpolationTypeAtKey: { run: () => 0 },
  };
}

function sourceTicks(dom: Dom, parameter: EffectParameter, time: unknown): Ticks {
  return dom.ticksOf(time, unitOfItem(parameter.item.item), false);
}

function keyAt(dom: Dom, parameter: EffectParameter, time: unknown): Keyframe | undefined {
  return keyAtTicks(stateOf(parameter), sourceTicks(dom, parameter, time));
}

function keyAtTicks(state: ParameterState, ticks: Ticks): Keyframe | undefined {
  return state.keys.find((key) => key.ticks === ticks);
}

/** A value of the parameter's own type, clamped without a word: -6 as a level becomes 0. */
function fitting(parameter: EffectParameter, value: unknown): unknown {
  const { initial, range } = definitionOf(parameter);
  if (typeof initial === 'boolean') return toFlag(value);
  if (typeof initial !== 'number') {
    const [x, y] = toList(value).map(toNumber);
    if (x === undefined || y === undefined) throw new ScriptError(scriptErrorTexts.illegalType);
    return [x, y];
  }
  const number = typeof value === 'string' ? Number(toText(value)) : toNumber(value);
  if (Number.isNaN(number)) throw new ScriptError(scriptErrorTexts.illegalType);
  return range ? Math.min(range[1], Math.max(range[0], number)) : number;
}

function toScript(dom: Dom, value: unknown): unknown {
  return Array.isArray(value) ? dom.realm.array(value) : value;
}
