import type { MarkerColor } from '../../cut/Cut';

/** OTIO's colour names by Premiere's. */
export const otioMarkerColors: Readonly<Record<MarkerColor, string>> = {
  green: 'GREEN',
  red: 'RED',
  purple: 'PURPLE',
  orange: 'ORANGE',
  yellow: 'YELLOW',
  white: 'WHITE',
  blue: 'BLUE',
  cyan: 'CYAN',
};

/** Premiere's colours by OTIO's names; those that Premiere lacks stand at the nearest. */
const colorsByName: Readonly<Record<string, MarkerColor>> = {
  GREEN: 'green',
  RED: 'red',
  PURPLE: 'purple',
  ORANGE: 'orange',
  YELLOW: 'yellow',
  WHITE: 'white',
  BLUE: 'blue',
  CYAN: 'cyan',
  PINK: 'purple',
  MAGENTA: 'purple',
  BLACK: 'blue',
};

/** Premiere's colour for a name of OTIO's; undefined for free text. */
export function parseOtioMarkerColor(name: string): MarkerColor | undefined {
  return colorsByName[name.toUpperCase()];
}
