/**
 * What a file of a card is: essence becomes a project item; support files belong to the card and
 * stay beside it; litter is the operating system's; what is unsupported never reaches Premiere.
 */
export type FileKind = 'essence' | 'support' | 'litter' | 'unsupported';

const litter =
  /^(?:\._.*|\.DS_Store|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|Thumbs\.db|desktop\.ini|System Volume Information|\$RECYCLE\.BIN)$/i;

/** Folders of card trees that hold no essence: XAVC S, XDCAM, P2, XDCAM EX, AVCHD, Canon, RED. */
const supportFolders: readonly RegExp[] = [
  /(?:^|\/)M4ROOT\/(?!CLIP\/)[^/]+\//i,
  /(?:^|\/)XDROOT\/(?!Clip\/)[^/]+\//i,
  /(?:^|\/)CONTENTS\/(?:CLIP|ICON|PROXY|VOICE)\//i,
  /(?:^|\/)BPAV\/(?:TAKR)\//i,
  /(?:^|\/)BDMV\/(?!STREAM\/)[^/]+\//i,
  /(?:^|\/)MISC\//i,
];

const supportEndings = new Set(
  (
    'ale xml look rmd rtn log smi ppn bim cif cpf thm lrv lrf srt ctg bdm mpl cpi bin sav ' +
    'mhl md5 xxh64 csv txt pdf json html cube edl drx sidecar aml'
  ).split(' '),
);

/** What Premiere imports of itself; formats that need a plug-in are not among them. */
const essenceEndings = new Set(
  (
    'mov mp4 m4v mxf mts m2ts avi mpg mpeg r3d ari arx crm ' +
    'wav bwf aif aiff mp3 m4a aac jpg jpeg png tif tiff psd'
  ).split(' '),
);

/** Judges a file by its path from the card's or source's folder, with `/`. It opens nothing. */
export function classifyFile(relativePath: string): FileKind {
  const parts = relativePath.normalize('NFC').split('/');
  if (parts.some((part) => litter.test(part))) return 'litter';
  const name = parts.at(-1) ?? '';
  const ending = (/[^.]\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase();
  if (supportEndings.has(ending) || isSupport(relativePath, name)) return 'support';
  return essenceEndings.has(ending) ? 'essence' : 'unsupported';
}

function isSupport(relativePath: string, name: string): boolean {
  return (
    supportFolders.some((pattern) => pattern.test(relativePath)) ||
    /_Proxy\.[^.]+$/i.test(name) ||
    // RED splits a clip into parts; the first stands for all.
    /_(?!001)\d{3}\.R3D$/i.test(name)
  );
}
