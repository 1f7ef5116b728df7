import { colourEffects } from './colourEffects';
import type { EffectDefinition } from './EffectDefinition';
import { lumetriColor } from './lumetriColor';
import { shapeEffects } from './shapeEffects';
import { styleEffects } from './styleEffects';

/** Video effects that can be applied, by English name. */
export const videoEffects: readonly EffectDefinition[] = [
  ...[...colourEffects, ...shapeEffects, ...styleEffects].map(
    ([name, matchName, parameters]): EffectDefinition => ({
      matchName,
      name,
      mediaType: 'Video',
      parameters,
    }),
  ),
  lumetriColor,
].sort((left, right) => left.name.localeCompare(right.name, 'en'));
