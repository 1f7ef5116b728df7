import { z } from 'zod';
import type { ColorScheme } from './store';

const hostEnvironmentSchema = z.object({
  appSkinInfo: z.object({
    panelBackgroundColor: z.object({
      color: z.object({ red: z.number(), green: z.number(), blue: z.number() }),
    }),
  }),
});

/**
 * Light or dark, from what CEP's `getHostEnvironment()` says of Premiere's panels. Dark, as
 * Premiere is by default, when it says nothing that can be read.
 */
export function toColorScheme(hostEnvironment: unknown): ColorScheme {
  const environment = hostEnvironmentSchema.safeParse(hostEnvironment);
  if (!environment.success) return 'dark';
  const { red, green, blue } = environment.data.appSkinInfo.panelBackgroundColor.color;
  return (red + green + blue) / 3 > 127 ? 'light' : 'dark';
}
