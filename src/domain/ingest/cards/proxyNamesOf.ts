import type { PlacedFile } from './placeFiles';

type ProxyRule = (placed: PlacedFile) => readonly string[] | null;

/** How makers and Premiere itself keep low-resolution copies. */
const rules: readonly ProxyRule[] = [
  // GoPro's `GL010123.LRV` goes with `GX010123` or `GH010123`; DJI's `.LRF` bears the clip's name.
  ({ ending, stem }) => {
    if (ending !== 'lrv' && ending !== 'lrf') return null;
    const number = /^GL(\d{6})$/i.exec(stem)?.[1];
    return number === undefined ? [stem] : [`GX${number}`, `GH${number}`, stem];
  },
  // Sony's `Sub/C0001S03.MP4`.
  ({ layout, inside, stem }) =>
    (layout === 'xavc-s' || layout === 'xdcam') && /^SUB(?:\/|$)/i.test(inside)
      ? [stem.replace(/S\d{2}$/i, '')]
      : null,
  ({ layout, inside, stem }) => (layout === 'p2' && /^PROXY/i.test(inside) ? [stem] : null),
  ({ stem }) => (/_PROXY$/i.test(stem) ? [stem.slice(0, -'_PROXY'.length)] : null),
  ({ file, stem }) => (proxyFolder.test(file.relativePath) ? [stem] : null),
  // RED writes a second codec beside the raw parts.
  ({ layout, inside, ending, stem }) =>
    layout === 'red' && ending !== 'r3d' && /\.RDC$/i.test(inside)
      ? [stem.replace(/_\d{3}$/, '')]
      : null,
];

const proxyFolder = /(?:^|\/)(?:Proxy|Proxies)\//i;

/** Stems of the clips that a low-resolution copy may be of; null for what is no such copy. */
export function proxyNamesOf(placed: PlacedFile): readonly string[] | null {
  for (const rule of rules) {
    const names = rule(placed);
    if (names) return names;
  }
  return null;
}

/** The folder that a copy's original lies in: its own, without the folder for copies. */
export function withoutProxyFolder(folder: string): string {
  return folder.replace(/\/(?:Proxy|Proxies)(?=\/|$)/i, '');
}
