/** Absolute in any system's way, or relative with its first element free of blanks. */
const pathPattern = /^(\/|\\\\|[A-Za-z]:[\\/]|[^\s/]+\/)/;

/** Characters; a longer path would be cut off at its end, which is what tells it from others. */
const longest = 36;

/** A long path by its last elements, `…/A001R1AB/A001C003.mov`; other text as it is. */
export function shortenPath(text: string): string {
  if (text.length <= longest || !pathPattern.test(text)) return text;
  const separator = text.includes('/') ? '/' : '\\';
  const elements = text.split(separator);
  const tail = elements.slice(-2).join(separator);
  return `…${separator}${tail.length <= longest ? tail : (elements.at(-1) ?? '')}`;
}
