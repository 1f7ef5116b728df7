import type { Dom } from './Dom';
import { defineParameter } from './defineParameter';
import { effectNameIn, parameterNameIn, type EffectComponent } from './effects';

/** Components of a track item and their parameters, with keyframes at source times. */
export function defineEffects(dom: Dom): void {
  const { language } = dom.session;
  const parameter = (component: EffectComponent, index: number) =>
    dom.wrap('ComponentParam', { ...component, index });
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
    isStale,
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
        const index = component.effect.parameters.findIndex(
          (_definition, at) => parameterNameIn(language, { ...component, index: at }) === name,
        );
        return index < 0 ? null : parameter(component, index);
      },
    },
  });
  defineParameter(dom);
}

function isStale({ item }: EffectComponent): boolean {
  return item.track === null;
}
