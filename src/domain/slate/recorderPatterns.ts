import { byGroups, doubted, ofSlate, type NamePattern } from './NamePattern';
import { normaliseSetup, sceneOfSetup } from './parseSetup';
import { parseSlate } from './parseSlate';

/** How recorders name their files. */
export const recorderPatterns: readonly NamePattern[] = [
  {
    id: 'metacorder',
    of: 'Metacorder',
    source: 'a real sound report: roll, scene, take, track',
    examples: ['Sr001-2C-01_01', 'Sr001-001-06_X'],
    read: byGroups(
      /^(?<roll>S[Rr]\d{3})-(?<setup>\d{1,3}[A-Z]{0,2})-(?<take>\d{2})_(?<track>\d{2}|X)$/,
      (group) => slateOf(group('setup'), group('take'), group('roll')),
    ),
  },
  {
    id: 'zoom-h',
    of: 'Zoom H series',
    source: 'names of real files',
    examples: ['ZOOM0004_LR', 'ZOOM0004_Tr1', '260312_113334_Tr1'],
    read: byGroups(
      /^(?:ZOOM(?<clip>\d{4})|(?<date>\d{6})_\d{6}(?=_))(?:_(?<track>LR|TrMic|TrLR|Tr\d{1,2}(?:_\d)?))?$/i,
    ),
  },
  {
    id: 'zoom-f',
    of: 'Zoom F series with a scene name of its own',
    source: 'Zoom F8 manual; names of real files',
    examples: ['Scene_1_2AG-T001_Tr1', '250910-T001'],
    read: byGroups(
      /^(?<free>.*_.*|\d{6})-T(?<take>\d{3})(?:_(?<track>Tr(?:\d+(?:_\d+|_D)?|L_R|LR)))?$/,
      (group) => ({
        take: Number(group('take')) || null,
        ...doubted(`“${group('free')}” is a name or a date set on the recorder.`),
      }),
    ),
  },
  {
    id: 'recorder-slate',
    of: 'Sound Devices and Zoom: scene, T, take, and the track of a mono file',
    source: 'Sound Devices 744T and 788T guides; Zoom F8 manual',
    examples: ['S01T01_1', 'Scene001-T001_Tr1_2'],
    read: (name) => {
      const [, slateName = '', track = ''] =
        /^(.*T\d{1,5}[A-Z]?)_((?:Tr)?(?:\d{1,2}(?:_\d{1,2}|_D)?|L_R|X))$/i.exec(name) ?? [];
      const slate = track === '' ? undefined : parseSlate(slateName);
      return slate && { ...ofSlate(slate), track };
    },
  },
  {
    id: 'scene-and-take',
    of: 'Sound Devices with an underscore: a scene and a take, or a reel',
    source: 'real files of a 702T: A101_1 is scene A101, take 1',
    examples: ['A101_1', 'A101_1_2', 'E101A_02.L'],
    read: byGroups(/^[A-Z]\d{3}[A-Z]?_\d{1,2}(?:_(?<track>\d{1,2}|X))?(?:\.[LRA]\d?)?$/, () =>
      doubted('It may be a scene and its take, or the reel of a camera.'),
    ),
  },
];

function slateOf(text: string, take: string, roll: string) {
  const setup = normaliseSetup(text) ?? null;
  const scene = setup === null ? null : (sceneOfSetup(setup) ?? null);
  return { scene, setup, take: Number(take) || null, reel: roll };
}
