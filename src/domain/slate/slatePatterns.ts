import { byGroups, doubted, ofSlate, type Groups, type NamePattern } from './NamePattern';
import { parseSlate } from './parseSlate';
import { toSlateFlags } from './Slate';
import { toCalendarDate } from './toCalendarDate';

/**
 * What editors write after a take, in capitals or not: its rate, that it is silent, a pick-up, a
 * series, a tail slate, a plate, no good.
 */
const words = '\\d{2,3} ?FPS|MOS|PU|SER(?:IES)?|TS|TAIL(?: SLATE)?|PLATE|NG|WT|RT'.replace(
  /(?<!\\)[A-Z]/g,
  (letter) => `[${letter}${letter.toLowerCase()}]`,
);
/** What Avid adds to the name of a subclip or a copy. */
const copy = '(?:\\.(?:SUB|NEW|COPY|sub|new|copy)\\.\\d{1,3}(?:_.*)?)?';
/** A circle, and what is left of a bullet that went through a wrong encoding. */
const circle = '(?: ?(?<circle>\\*))?[^\\x20-\\x7e]*';

/**
 * `65K-5A*`, `V11E-2B`, `V490-1B_SC79 EB SERIES*`, `124-3-A`: setup or slate, take, camera, the
 * scene where the slate is only numbered, words, a circle. Letters I and O are never used; S stands
 * for scene, and is no unit.
 */
const editorialExpression = new RegExp(
  '^(?<unit>XV|[A-RT-Z])?(?<digits>[1-9]\\d{0,3})(?<letters>[A-HJ-NP-Z]{0,2})' +
    '-(?<take>[1-9]\\d{0,2})(?<tight>PU|SER|MOS)?(?:-?(?<camera>[A-HJ-NP-Z]))?' +
    `(?:_SC(?<scene>\\d{1,3}[A-Z]?(?:[-_]\\d{1,3}[A-Z]?)?)(?<free> [^*]*)?|(?<words>(?:[ _]?(?:${words}))*)${copy})${circle}$`,
);

const readEditorial = byGroups(editorialExpression, (group) => {
  if (!isCertainEditorial(group)) return undefined;
  const own = `${group('unit')}${Number(group('digits'))}`;
  const text = `${group('tight')} ${group('words').replace(/_/g, ' ')} ${group('free')}`;
  const marks = text.toUpperCase().match(/\b(?:MOS|PU|WT|RT|TS|TAIL)\b/g) ?? [];
  return {
    scene: group('scene').replace('_', '-') || own,
    setup: `${own}${group('letters')}`,
    take: Number(group('take')),
    flags: {
      ...toSlateFlags(marks.join(' ').replace('TAIL', 'TS')),
      circled: group('circle') !== '',
    },
  };
});

/** How people name takes, in files and in edit lists. */
export const slatePatterns: readonly NamePattern[] = [
  {
    id: 'slate-edit',
    of: 'editors and edit lists',
    source: 'clip names of real edit lists; the reading of their parts is ours',
    examples: ['65K-5A*', 'V490-1B_SC79 EB SERIES*', '124-3-A', '40E-4 MOS*'],
    read: (name) => (isElsewhereCommon(name) ? undefined : readEditorial(name)),
  },
  {
    id: 'slate',
    of: 'slates in the US and the UK style',
    source: 'slating guides; pomfort slating preferences; iXML',
    examples: ['24A-3_A', '24A_T03', '24A/3', '24APU-1', 'Sc 4 / Slate 5 / Take 2'],
    read: (name) => {
      const slate = isElsewhereCommon(name) ? undefined : parseSlate(name);
      return slate && ofSlate(slate);
    },
  },
  {
    id: 'slate-doubtful',
    of: 'what may be a slate',
    source: 'parser traps of the field notes',
    examples: ['10I-3', 'V11-3', 'VA3-2SER', '720-1', '51-0', '12-25', '003C', '1ST-2'],
    read: byGroups(
      /^(?:[A-Z]{1,2})?\d{1,4}[A-Z]{0,2}(?:[-_ ](?:T|TK|TAKE)?[ ._]*\d{1,4}[A-Z]{0,3})?$/i,
      () =>
        doubted('It may be a slate, and may as well be a counter, a date, a raster or a version.'),
    ),
  },
];

/** Numbers alone, and a letter that other trades use, are a slate only where more speaks for it. */
function isCertainEditorial(group: Groups): boolean {
  if (group('scene') !== '') return true;
  const hasCamera = group('camera') !== '';
  // Four digits are a year; `720`, `720P` and `4K` are rasters where no camera stands after the take.
  const isRaster = /^(?:(?:480|540|576|720)P?|(?:2|4|5|6|8|12)K)$/.test(
    group('digits') + group('letters'),
  );
  if (group('digits').length > 3 || (isRaster && !hasCamera)) return false;
  if (group('unit') === '') {
    return ['letters', 'camera', 'circle', 'tight', 'words'].some((key) => group(key) !== '');
  }
  // `V03-2` may be a version, `A001-2` a reel.
  return group('letters') !== '' || (hasCamera && group('digits').length < 3);
}

/** What reads as a slate, and is as likely something else where nothing more stands in the name. */
function isElsewhereCommon(name: string): boolean {
  // `003C` is a reel of an edit list; `1ST-2` is the first; `E1-2` an episode, `R1-2` a reel.
  if (
    /^(?:0\d+[A-Z]{1,2}|\d+(?:ST|ND|RD|TH)(?![A-Z]).*|[D-WYZ]\d+[-/]\d+|S\d+[-/]\d+[A-Z])$/i.test(
      name,
    )
  )
    return true;
  const [, first = '', second = ''] = /^(\d+)[-/](\d+)$/.exec(name) ?? [];
  // `12-25` is a day, `29-97` a rate, `10-2023` a month: takes of a master shot do not go so far.
  const isDay = first.length === 2 && second.length === 2;
  return (
    (isDay && [first + second, second + first].some((day) => toCalendarDate(day) !== undefined)) ||
    Number(second) > 49
  );
}
