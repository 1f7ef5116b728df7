import { binPresetSchema, type BinPreset } from './BinPreset';
import cameraRoll from './presets/camera-roll.json';
import documentary from './presets/documentary.json';
import interview from './presets/interview.json';
import multicam from './presets/multicam.json';
import sceneTake from './presets/scene-take.json';
import shootingDay from './presets/shooting-day.json';

/** The bin presets that come with Slateflow. */
export const shippedBinPresets: readonly BinPreset[] = [
  sceneTake,
  cameraRoll,
  shootingDay,
  documentary,
  interview,
  multicam,
].map((preset) => binPresetSchema.parse(preset));

/** A shipped preset by its id, `scene-take`; undefined when there is none of that name. */
export function findBinPreset(id: string): BinPreset | undefined {
  return shippedBinPresets.find((preset) => preset.id === id);
}
