import { nameIn } from '../effects/displayNames';
import { toNumber, toText } from '../es3/scriptValues';
import type { Dom } from './Dom';
import {
  definitionOf,
  effectNameIn,
  ownStateOf,
  parameterNameIn,
  removeEffect,
  stateOf,
  type EffectComponent,
  type EffectParameter,
} from './effects';
import { toParameterValue, toScriptValue } from './parameterValues';

/** What QE hands out to be applied, and what it finds applied. */
export function defineQeEffects(dom: Dom): void {
  const { language } = dom.session;
  dom.define('QEVideoEffect', { getters: { name: ({ name }) => nameIn(language, name) } });
  dom.define('QETransition', { getters: { name: ({ name }) => nameIn(language, name) } });
  dom.define('QEComponent', {
    isStale: ({ item }) => item.track === null,
    getters: {
      name: (component) => effectNameIn(language, component),
      matchName: ({ effect }) => effect.matchName,
      id: ({ key }) => key,
    },
    methods: parameterReaders(dom),
    mutators: {
      remove: { run: removeEffect, pretend: () => true },
      setParamValue: {
        run: (component, [which, value]) => {
          const parameter = parameterOf(dom, component, which);
          if (!parameter) return false;
          const fitting = toParameterValue(definitionOf(parameter), value);
          if (dom.session.behaviour.setsParameters) ownStateOf(parameter).value = fitting;
          return true;
        },
        pretend: () => true,
      },
    },
  });
}

function parameterReaders(dom: Dom) {
  const read = (component: EffectComponent, which: unknown) => {
    const parameter = parameterOf(dom, component, which);
    if (!parameter) return undefined;
    const value = toScriptValue(definitionOf(parameter), stateOf(parameter).value);
    return Array.isArray(value) ? dom.realm.array(value) : value;
  };
  return {
    getParamList: (component: EffectComponent) =>
      dom.realm.array(
        component.effect.parameters.map((_definition, index) =>
          parameterNameIn(dom.session.language, { ...component, index }),
        ),
      ),
    getParamValue: (component: EffectComponent, [which]: readonly unknown[]) =>
      read(component, which),
    getParamControlValue: (component: EffectComponent, [which]: readonly unknown[]) =>
      read(component, which),
    getParamKeyframes: (component: EffectComponent, [which]: readonly unknown[]) => {
      const parameter = parameterOf(dom, component, which);
      const keys = parameter ? stateOf(parameter).keys : [];
      return dom.realm.array(keys.map(({ ticks }) => dom.time(ticks)));
    },
  };
}

/** A parameter by its name or its number. */
function parameterOf(
  dom: Dom,
  component: EffectComponent,
  which: unknown,
): EffectParameter | undefined {
  const { parameters } = component.effect;
  const index =
    typeof which === 'number'
      ? toNumber(which)
      : parameters.findIndex(
          (_definition, at) =>
            parameterNameIn(dom.session.language, { ...component, index: at }) === toText(which),
        );
  return parameters[index] ? { ...component, index } : undefined;
}
