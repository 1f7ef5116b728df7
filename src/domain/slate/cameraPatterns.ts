import { byGroups, doubted, type NamePattern } from './NamePattern';

/**
 * How cameras name their clips. ARRI stands before Panasonic: a hash that begins with R or L is read
 * as ARRI's serial, with the same camera, reel and clip.
 */
export const cameraPatterns: readonly NamePattern[] = [
  {
    id: 'arri-classic',
    of: 'ARRI ALEXA, AMIRA, LF',
    source: 'ARRI ALEXA manual, file naming scheme',
    examples: ['A018C001_160816_R1BY', 'A004C010_20100610_R1JL'],
    read: byGroups(
      /^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>[CD]\d{3})_(?<date>\d{6}|\d{8})_[RL][0-9A-Z]{2,6}$/,
    ),
  },
  {
    id: 'arri-35',
    of: 'ARRI ALEXA 35 and later',
    source: 'ARRI editorial workflow',
    examples: ['A_0045C009_241015_135209_h1EHP', 'C_0122C010_250219_123205_h1E5N'],
    read: byGroups(
      /^(?<camera>[A-Z][A-Z_])_?(?<reel>\d{4})(?<clip>[CD]\d{3,4})_(?<date>\d{6})_\d{6}_[A-Za-z][0-9A-Z]{2,6}$/,
    ),
  },
  {
    id: 'canon-cinema',
    of: 'Canon Cinema EOS',
    source: 'Canon EOS C80 manual',
    examples: ['A_0001C002X240101_101112AB_CANON_01', 'A_0001C001X240101_120000AB_CANON_001'],
    read: byGroups(
      /^(?<camera>[A-Z][A-Z_])(?<reel>\d{4})(?<clip>[CD]\d{3})[A-Z]?_?(?<date>\d{6})_\d{6}[0-9A-Z]{2}_CANON.*$/,
    ),
  },
  {
    id: 'canon-cinema-early',
    of: 'earlier Canon Cinema EOS',
    source: 'names of real files; a letter may stand before the date, as in the later form',
    examples: ['A001C001_240101AB_CANON', 'A012C001H200529BY_CANON'],
    read: byGroups(
      /^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>[CD]\d{3})[A-Z_](?<date>\d{6})[0-9A-Z]{2}_CANON.*$/,
    ),
  },
  {
    id: 'red',
    of: 'RED',
    source: 'RED operation guides, clip naming',
    examples: ['A097_C001_0827HM', 'A001_C001_0502XX_001'],
    read: byGroups(
      /^(?<camera>[A-Z])(?<reel>\d{3})_(?<clip>[A-Z]\d{3})_(?<monthDay>\d{4})[0-9A-Z]{2}(?:_(?<part>\d{3}))?$/,
    ),
  },
  {
    id: 'blackmagic',
    of: 'Blackmagic',
    source: 'URSA Cine manual',
    examples: ['B004_03240207_C001', 'A001_08151512_S001'],
    read: byGroups(
      /^(?<camera>[A-Z])(?<reel>\d{3})_(?<monthDay>\d{4})\d{4}_(?<clip>[CS]\d{3})(?:_Proxy)?$/i,
    ),
  },
  {
    id: 'blackmagic-early',
    of: 'Blackmagic Cinema Camera',
    source: 'Blackmagic Cinema Camera manual',
    examples: ['BMC01_1_2012-08-08_1631_C0002'],
    read: byGroups(/^BMC\d+_\d+_(?<date>\d{4}-\d{2}-\d{2})_\d{4}_(?<clip>C\d{4})$/),
  },
  {
    id: 'panasonic',
    of: 'Panasonic AVCCAM and 4K cards',
    source: 'AG-CX350 and HC-X2000 manuals',
    examples: ['A001C001_240101_X1YZ'],
    read: byGroups(/^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>C\d{3})_(?<date>\d{6})_[0-9A-Z]{4}$/),
  },
  {
    id: 'sony-cinema',
    of: 'Sony cinema line',
    source: 'names in edit lists',
    examples: ['A008C013_140711ZJ'],
    read: byGroups(/^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>[CD]\d{3})_(?<date>\d{6})[0-9A-Z]{2}$/),
  },
  {
    id: 'reel-clip-date',
    of: 'cameras that count clips with four digits',
    source: 'names in edit lists',
    examples: ['D006C0011_241001_Q3J911'],
    read: byGroups(/^(?<camera>[A-Z])(?<reel>\d{3})(?<clip>C\d{4})_(?<date>\d{6})_[0-9A-Z]{4,8}$/),
  },
  {
    id: 'reel-clip',
    of: 'camera clips that an edit list cut short',
    source: 'names in edit lists',
    examples: ['A046C017', 'A036C010_191203', 'A001_C003'],
    read: byGroups(/^(?<camera>[A-Z])(?<reel>\d{3})_?(?<clip>[CD]\d{3})(?:_(?<date>\d{6}))?$/),
  },
  {
    id: 'sony-xavc',
    of: 'Sony XAVC S and XDCAM',
    source: 'Sony XDCAM file operation tables',
    examples: ['C0001'],
    read: byGroups(/^(?<clip>C\d{4})$/),
  },
  {
    id: 'hdv',
    of: 'Sony HVR-MRC1',
    source: 'HVR-MRC1 manual',
    examples: ['00_0001_2009-05-14_101112'],
    read: byGroups(/^\d{2}_(?<clip>\d{4})_(?<date>\d{4}-\d{2}-\d{2})_\d{6}$/),
  },
  {
    id: 'gopro',
    of: 'GoPro HERO6 and later, MAX',
    source: 'GoPro naming tables',
    examples: ['GX010123', 'GH021234', 'GS010135', 'GHAA0001'],
    read: byGroups(/^G[HXSL](?:(?<part>\d{2})|[A-Z]{2})(?<clip>\d{4})$/),
  },
  {
    id: 'gopro-early',
    of: 'GoPro HERO5 and before',
    source: 'GoPro naming tables',
    examples: ['GOPR1234', 'GP011234'],
    read: byGroups(/^(?:GOPR|GP(?<after>\d{2}))(?<clip>\d{4})$/, (group) => ({
      part: Number(group('after')) + 1,
    })),
  },
  {
    id: 'dji',
    of: 'DJI',
    source: 'DJI cards; the dated form is recalled',
    examples: ['DJI_0001', 'DJI_20240101120000_0001_D'],
    read: byGroups(/^DJI_(?:(?<date>\d{8})\d{6}_)?(?<clip>\d{4})(?:_[A-Z])?$/),
  },
  {
    id: 'phone',
    of: 'phones',
    source: 'names of phone recordings',
    examples: ['IMG_0001', 'VID_20240101_120000', 'PXL_20240101_120000123', '20221220_103542'],
    read: byGroups(
      /^(?:IMG_(?<clip>\d{4})|(?:(?:VID|PXL|IMG|MOV)_)?(?<date>20\d{6})_\d{6}\d*(?:\.[A-Z]+)*)$/,
    ),
  },
  {
    id: 'screen-recording',
    of: 'screen recordings of an iPhone',
    source: 'names of phone recordings',
    examples: ['RPReplay_Final1700000000'],
    read: byGroups(/^RPReplay_Final\d{9,11}$/),
  },
  {
    id: 'dcf',
    of: 'still cameras that film (DCF)',
    source: 'DCF; Canon EOS cards',
    examples: ['MVI_0001', 'DSC_0012', 'P1000123'],
    read: byGroups(/^(?:MVI_|DSC_|_MG_|DSC0|DSCF|P1\d{2})(?<clip>\d{4})$/),
  },
  {
    id: 'p2',
    of: 'Panasonic P2',
    source: 'P2 manuals: six characters, four digits and two of a code',
    examples: ['0001AB'],
    read: byGroups(/^(?<clip>\d{4}[0-9A-Z]{2})$/, () =>
      doubted('Six characters are a clip of a P2 card, and may be anything elsewhere.'),
    ),
  },
];
