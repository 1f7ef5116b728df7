/** How a format writes file URLs: FCP7 XML as Premiere does, OTIO as RFC 8089 has it. */
type MediaUrlStyle = 'xmeml' | 'otio';

const styles = {
  xmeml: { host: 'localhost', colon: '%3a' },
  otio: { host: '', colon: ':' },
} as const;

const drivePath = /^([A-Za-z]):[\\/](.*)$/s;
const sharePath = /^\\\\([^\\/]+)[\\/](.*)$/s;

/**
 * A native path (POSIX, Windows drive or share) as a percent-encoded UTF-8 file URL. What is no
 * absolute path is only encoded; lone surrogates become U+FFFD.
 */
export function formatMediaUrl(path: string, style: MediaUrlStyle): string {
  const { host, colon } = styles[style];
  const drive = drivePath.exec(path);
  if (drive) return `file://${host}/${drive[1] ?? ''}${colon}/${encodePath(drive[2], /[\\/]/)}`;
  const share = sharePath.exec(path);
  if (share) return `file://${encodePath(share[1], '/')}/${encodePath(share[2], /[\\/]/)}`;
  if (path.startsWith('/')) return `file://${host}${encodePath(path, '/')}`;
  return encodePath(path, '/');
}

/**
 * The native path of a file URL, or of the bare paths that some programs write. Unescaped blanks,
 * `#`, backslashes and a `%` that decodes to nothing are survived.
 */
export function parseMediaUrl(url: string): string {
  const match = /^file:(?:\/\/([^/\\]*))?([\s\S]*)$/i.exec(url.trim());
  if (!match) return decode(url);
  const [, host = '', rest = ''] = match;
  const path = rest.replace(/\\/g, '/');
  const drive = /^\/*([A-Za-z])(?::|%3a|\|)(\/[\s\S]*)$/i.exec(path);
  if (drive) return `${drive[1] ?? ''}:${toBackslashes(drive[2])}`;
  const isLocal = host === '' || host.toLowerCase() === 'localhost';
  return isLocal ? decode(path) : `\\\\${decode(host)}${toBackslashes(path)}`;
}

function toBackslashes(path: string | undefined): string {
  return decode(path ?? '').replace(/\//g, '\\');
}

function encodePath(path: string | undefined, separator: string | RegExp): string {
  const parts = toWellFormed(path ?? '').split(separator);
  return parts.map((part) => encodeURIComponent(part)).join('/');
}

/** `encodeURIComponent` throws on half a surrogate pair. */
function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Decodes runs of escapes one by one, so that a broken one spoils only itself. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    const bytes = escapes
      .slice(1)
      .split('%')
      .map((hex) => Number.parseInt(hex, 16));
    const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
    return decoded.includes('\uFFFD') && !/%ef%bf%bd/i.test(escapes) ? escapes : decoded;
  });
}
