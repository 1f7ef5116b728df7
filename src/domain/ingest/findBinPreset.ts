import { binPresetSchema, type BinPreset } from './BinPreset';
import sceneTake from './presets/scene-take.json';

/** The bin presets that come with Slateflow. */
export const shippedBinPresets: readonly BinPreset[] = [binPresetSchema.parse(sceneTake)];

/** A shipped preset by its id, `scene-take`; undefined when there is none of that name. */
export function findBinPreset(id: string): BinPreset | undefined {
  return shippedBinPresets.find((preset) => preset.id === id);
}
