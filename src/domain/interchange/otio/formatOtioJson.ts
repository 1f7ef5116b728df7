/** Numbers that OTIO's readers cast to doubles: written with a decimal point even when whole. */
const decimalKeys: ReadonlySet<string> = new Set([
  'rate',
  'value',
  'VideoFrameRate',
  'AudioFrameRate',
  'numerator',
  'denominator',
]);

/** JSON as OTIO files are written: four blanks a level, decimal points in times and rates. */
export function formatOtioJson(value: unknown): string {
  return formatValue(value, '\n');
}

/** `lineBreak` is the line feed with the blanks of the level. */
function formatValue(value: unknown, lineBreak: string): string {
  const inner = `${lineBreak}    `;
  if (Array.isArray(value)) {
    const items = value.map((item) => formatValue(item, inner));
    return items.length === 0 ? '[]' : `[${inner}${items.join(`,${inner}`)}${lineBreak}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => formatEntry(key, item, inner));
  return entries.length === 0 ? '{}' : `{${inner}${entries.join(`,${inner}`)}${lineBreak}}`;
}

function formatEntry(key: string, value: unknown, lineBreak: string): string {
  const isWhole = typeof value === 'number' && Number.isInteger(value);
  const text = isWhole && decimalKeys.has(key) ? `${value}.0` : formatValue(value, lineBreak);
  return `${JSON.stringify(key)}: ${text}`;
}
