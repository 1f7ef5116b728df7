import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ListedFile } from '../../src/domain/ingest/ListedFile';

/** What one card holds: its files by their paths, and the small texts among them. */
export interface CardTree {
  readonly paths: readonly string[];
  /** By path; binary ones hold one byte a character. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A listing of files under one source, by their paths from there. */
export function aListing(
  paths: readonly string[],
  {
    source = '/cards',
    sizes = {},
  }: { readonly source?: string; readonly sizes?: Readonly<Record<string, number>> } = {},
): readonly ListedFile[] {
  return paths.map((relativePath) => ({
    path: `${source}/${relativePath}`,
    source,
    relativePath,
    sizeBytes: sizes[relativePath] ?? 1000,
    isGrowing: false,
  }));
}

/** A clip's description as P2 cards hold it: its essence, and which clip goes before and after it. */
export function aP2Clip(
  name: string,
  { previous = '', next = '', channels = 0, hasPicture = true } = {},
): string {
  const side = (tag: string, id: string) =>
    id === '' ? '' : `<${tag}><GlobalClipID>${id}</GlobalClipID></${tag}>`;
  const sides = side('Previous', previous) + side('Next', next);
  const essence = `${hasPicture ? '<Video/>' : ''}${'<Audio/>'.repeat(channels)}`;
  return `<?xml version="1.0"?><P2Main xmlns="urn:schemas-Professional-Plug-in:P2:ClipMetadata:v3.1">
    <ClipContent><ClipName>${name}</ClipName><GlobalClipID>id-${name}</GlobalClipID>
    <EssenceList>${essence}</EssenceList>
    <Relation><Connection>${sides}</Connection></Relation></ClipContent></P2Main>`;
}

/** A playlist as AVCHD cards hold it, one byte a character: `+` before a stream that goes on. */
export function anAvchdPlaylist(...streams: readonly string[]): string {
  const items = streams.map((stream) => {
    const body = Buffer.alloc(20);
    body.write(`${stream.replace('+', '')}M2TS`, 0, 'latin1');
    body.writeUInt16BE(stream.startsWith('+') ? 6 : 1, 9);
    return Buffer.concat([Buffer.from([0, body.length]), body]);
  });
  const header = Buffer.alloc(20);
  header.write('MPLS0100', 0, 'latin1');
  header.writeUInt32BE(20, 8);
  const list = Buffer.alloc(10);
  list.writeUInt16BE(items.length, 6);
  return Buffer.concat([header, list, ...items]).toString('latin1');
}

/**
 * Writes a card to disk. `mediaOf` tells which real file a path is a copy of; null for a support
 * file, which holds its text.
 */
export async function writeCardTree(
  folder: string,
  { paths, texts }: CardTree,
  mediaOf: (relativePath: string) => string | null,
): Promise<void> {
  for (const relativePath of paths) {
    const file = path.join(folder, relativePath);
    await mkdir(path.dirname(file), { recursive: true });
    const media = mediaOf(relativePath);
    const encoding = /\.MPL$/i.test(relativePath) ? 'latin1' : 'utf8';
    await (media === null
      ? writeFile(file, texts[relativePath] ?? 'support', encoding)
      : copyFile(media, file));
  }
}

function aTree(
  folder: string,
  names: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): CardTree {
  const within = (name: string) => `${folder}/${name}`;
  return {
    paths: [...names, ...Object.keys(texts)].map(within),
    texts: Object.fromEntries(Object.entries(texts).map(([name, text]) => [within(name), text])),
  };
}

const sequence = (from: number, count: number, toName: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => toName(from + index));

/** One card of every layout, with names as the makers' manuals and real lists give them. */
export const cardTrees = {
  arri: aTree('A001R1JL', [
    'A001R1JL.ale',
    'A001R1JL_FCP.xml',
    'A001C001_240101_R1JL.mov',
    'A001C002_240101_R1JL.mxf',
  ]),
  arriraw: aTree('ari/A001R1JL', [
    ...sequence(86400, 5, (frame) => {
      const clip = 'A001C003_240101_R1JL';
      return `${clip}/${clip}.${String(frame).padStart(7, '0')}.ari`;
    }),
    'A001R1JL.ale',
  ]),
  alexa35: aTree('A_0045_1EHP', [
    'A_0045C009_241015_135209_h1EHP.mxf',
    'A_0045C010_241015_140112_h1EHP.mxf',
    'A_0045_1EHP.ale',
  ]),
  red: aTree('A001_0502XX.RDM', [
    ...['001.R3D', '002.R3D', '003.R3D', '001.mov'].map(
      (end) => `A001_C001_0502XX.RDC/A001_C001_0502XX_${end}`,
    ),
    'A001_C001_0502XX.RDC/A001_C001_0502XX.RMD',
    'A001_C001_0502XX.RDC/A001_C001_0502XX.rtn',
    'A001_C001_0502XX.RDC/A001_C001_0502XX_H.mov',
    'A001_C002_0502CE.RDC/A001_C002_0502CE_001.R3D',
    'digital_magdynamic.log',
  ]),
  p2: aTree(
    'P2CARD',
    [
      'LASTCLIP.TXT',
      ...['0001AB', '0002CD'].flatMap((clip) => [
        `CONTENTS/VIDEO/${clip}.MXF`,
        `CONTENTS/AUDIO/${clip}00.MXF`,
        `CONTENTS/AUDIO/${clip}01.MXF`,
        `CONTENTS/ICON/${clip}.BMP`,
        `CONTENTS/PROXY/${clip}.MP4`,
      ]),
      'CONTENTS/AUDIO/0003EF00.MXF',
      'CONTENTS/VOICE/0001AB00.WAV',
    ],
    {
      'CONTENTS/CLIP/0001AB.XML': aP2Clip('0001AB', { next: 'id-0002CD', channels: 2 }),
      'CONTENTS/CLIP/0002CD.XML': aP2Clip('0002CD', { previous: 'id-0001AB', channels: 2 }),
      'CONTENTS/CLIP/0003EF.XML': aP2Clip('0003EF', { channels: 1, hasPicture: false }),
    },
  ),
  xdcamEx: aTree('EX', [
    'BPAV/MEDIAPRO.XML',
    'BPAV/MEDIAPRO.BUP',
    'BPAV/CUEUP.XML',
    ...['709_0001_01', '709_0001_02', '709_0001_03', '709_0002_01'].flatMap((clip) =>
      ['.MP4', 'M01.XML', '.SMI', 'R01.BIM', 'I01.PPN'].map(
        (end) => `BPAV/CLPR/${clip}/${clip}${end}`,
      ),
    ),
    'BPAV/TAKR/709_0001/709_0001.SMI',
  ]),
  xdcam: aTree('DISC', [
    'Clip/C0001.MXF',
    'Clip/C0001M01.XML',
    'Sub/C0001S01.MXF',
    'Edit/E0001E01.SMI',
    'General/readme.mp4',
    'DISCMETA.XML',
  ]),
  xdroot: aTree('XQD', [
    'XDROOT/Clip/C0002.MXF',
    'XDROOT/Clip/C0002M01.XML',
    'XDROOT/UserData/STILL.PNG',
    'XDROOT/MEDIAPRO.XML',
  ]),
  xavcS: aTree('B002', [
    'PRIVATE/M4ROOT/CLIP/C0001.MP4',
    'PRIVATE/M4ROOT/CLIP/C0001M01.XML',
    'PRIVATE/M4ROOT/SUB/C0001S03.MP4',
    'PRIVATE/M4ROOT/THMBNL/C0001T01.JPG',
    'PRIVATE/M4ROOT/MEDIAPRO.XML',
    'PRIVATE/M4ROOT/STATUS.BIN',
  ]),
  avchd: aTree(
    'CAM',
    [
      ...['00000', '00001', '00002', '00003', '00004'].flatMap((stream) => [
        `PRIVATE/AVCHD/BDMV/STREAM/${stream}.MTS`,
        `PRIVATE/AVCHD/BDMV/CLIPINF/${stream}.CPI`,
      ]),
      'PRIVATE/AVCHD/BDMV/INDEX.BDM',
      'PRIVATE/AVCHD/BDMV/MOVIEOBJ.BDM',
    ],
    {
      'PRIVATE/AVCHD/BDMV/PLAYLIST/00000.MPL': anAvchdPlaylist(
        ...['00000', '00001', '+00002', '+00003', '00004'],
      ),
    },
  ),
  canonXf: aTree('XF', [
    'CONTENTS/CLIPS001/AA0001/AA000101.MXF',
    'CONTENTS/CLIPS001/AA0001/AA000102.MXF',
    'CONTENTS/CLIPS001/AA0001/AA000103.MXF',
    'CONTENTS/CLIPS001/AA0001/AA0001.CIF',
    'CONTENTS/CLIPS001/AA0001/AA000101.CPF',
    'CONTENTS/CLIPS001/AA0001/AA0001.XML',
    'CONTENTS/CLIPS001/INDEX.MIF',
  ]),
  canonCinema: aTree('A_0001', [
    'CONTENTS/CLIPS001/A_0001C001X240101_120000AB_CANON_001.MXF',
    'CONTENTS/CLIPS001/A_0001C001X240101_120000AB_CANON_001_Proxy.MXF',
    'PRIVATE/AUDIO/A_0001C002X240101_120100AB_CANON_001.WAV',
  ]),
  dslr: aTree('EOS', [
    'DCIM/100EOS5D/MVI_0001.MOV',
    'DCIM/100EOS5D/MVI_0001.THM',
    ...sequence(2, 12, (number) => `DCIM/100EOS5D/IMG_${String(number).padStart(4, '0')}.JPG`),
    'DCIM/101EOS5D/MVI_0001.MOV',
    'DCIM/102EOS5D/MVI_0001.THM',
    'DCIM/EOSMISC/M0100.CTG',
    'MISC/AUTPRINT.MRK',
    'MISC/PREVIEW.JPG',
  ]),
  gopro: aTree('HERO', [
    ...['GX010123', 'GX010124', 'GX020123', 'GX020124', 'GX030123', 'GOPR1234', 'GP011234'].map(
      (name) => `DCIM/100GOPRO/${name}.MP4`,
    ),
    'DCIM/100GOPRO/GHAA0001.MP4',
    'DCIM/100GOPRO/GL010123.LRV',
    'DCIM/100GOPRO/GX010123.THM',
    'DCIM/100GOPRO/GS010135.360',
  ]),
  dji: aTree('SD', [
    'DCIM/100MEDIA/DJI_0001.MP4',
    'DCIM/100MEDIA/DJI_0001.SRT',
    'DCIM/100MEDIA/DJI_0001.LRF',
    ...sequence(2, 9, (number) => `DCIM/100MEDIA/DJI_000${number}.DNG`),
  ]),
  blackmagic: aTree('SSD1', [
    'B004_03240207_C001.braw',
    'B004_03240207_C001.sidecar',
    'B004_03240207_C002.braw',
    'B004_03240207_C002.braw2',
    'Proxy/B004_03240207_C001.mp4',
    'B004_03240207_C002_Proxy.mp4',
    'B004_03240300_C003.mov',
    'Proxy/B004_03240300_C003.mp4',
    ...sequence(0, 4, (frame) => {
      const clip = 'BMC01_1_2012-08-08_1631_C0002';
      return `${clip}/${clip}_00000${frame}.dng`;
    }),
    'BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002.wav',
  ]),
  recorder: aTree('ZOOM', [
    'Scene1-T001.TAKE/Scene1-T001_Tr1.WAV',
    'Scene1-T001.TAKE/Scene1-T001_Tr2.WAV',
    'Scene1-T001.TAKE/Scene1-T001_TrL_R.WAV',
    'ROLL01/A101_1.WAV',
    'ROLL01/A101_1.xml',
    'ROLL01/SOUND_REPORT.CSV',
  ]),
  plainFolder: aTree('Day 1', [
    '24A-1_A.mov',
    'Proxies/24A-1_A_Proxy.mov',
    'Edit/General.mov',
    'Clip/from a friend.mp4',
    'Misc/room tone.wav',
    'notes.txt',
    '._24A-1_A.mov',
    '.DS_Store',
    'Thumbs.db',
  ]),
} satisfies Readonly<Record<string, CardTree>>;
