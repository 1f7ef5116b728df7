import { markerColors, type MarkerColor } from '../../cut/Cut';

/** Premiere's `pproColor`: alpha, blue, green, red in one unsigned integer. Green is not written. */
const colorNumbers: Readonly<Record<MarkerColor, number>> = {
  green: 4_281_828_977,
  red: 4_281_740_498,
  purple: 4_289_825_711,
  orange: 4_280_578_025,
  yellow: 4_281_049_552,
  white: 4_294_967_295,
  blue: 4_294_741_314,
  cyan: 4_292_277_273,
};

/** The number that Premiere writes for a colour; undefined for green, which it leaves out. */
export function formatPproColor(color: MarkerColor): string | undefined {
  return color === 'green' ? undefined : String(colorNumbers[color]);
}

/** Premiere's colour for a number, the nearest of its palette for numbers of others. */
export function parsePproColor(text: string | undefined): MarkerColor {
  const number = Number(text ?? colorNumbers.green);
  if (!Number.isFinite(number)) return 'green';
  const distances = markerColors.map((color) => distance(number, colorNumbers[color]));
  return markerColors[distances.indexOf(Math.min(...distances))] ?? 'green';
}

function distance(left: number, right: number): number {
  const channels = [0, 8, 16].map(
    (shift) => ((left >>> shift) & 0xff) - ((right >>> shift) & 0xff),
  );
  return channels.reduce((sum, difference) => sum + difference * difference, 0);
}
