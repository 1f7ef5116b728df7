import type { ShootingDay } from '../../domain/day/ShootingDay';
import { soundRoll } from './planSampleDay';
import type { SampleClip, SampleTake } from './SampleTake';
import { toLabel } from './sampleClock';
import { sampleTitle, scenes } from './scenes';

/** The script supervisor's scenes in script order: one row a scene. */
export function formatScriptCsv(): string {
  const rows = scenes.map((scene) => [
    scene.scene,
    scene.heading,
    String(scene.eighths),
    scene.setups.join('; '),
    scene.circled.join('; '),
    scene.dialogue,
  ]);
  return formatCsv([['Scene', 'Heading', 'Eighths', 'Setups', 'Circled', 'Dialogue'], ...rows]);
}

/** The script supervisor's log: one row a take in shooting order. */
export function formatLogCsv(takes: readonly SampleTake[]): string {
  const heading = ['Scene', 'Setup', 'Take', 'Circled', 'Camera A', 'Camera B', 'Sound', 'MOS'];
  const rows = takes.filter(({ logged }) => logged).map(toLogRow);
  return formatCsv([[...heading, 'In', 'Out', 'Note'], ...rows]);
}

/** The day as Slateflow takes it. */
export function toShootingDay(takes: readonly SampleTake[]): ShootingDay {
  const cards = takes.flatMap(({ clips }) => clips.map(({ card }) => card));
  return {
    version: 1,
    title: `${sampleTitle}, day 1`,
    cards: [...new Set(cards)].sort(),
    recorders: [soundRoll],
    script: 'script.csv',
    log: 'log.csv',
    binPreset: 'scene-take',
    sequence: 'Rough cut',
    deliveries: ['web-review-1080p'],
  };
}

function toLogRow(take: SampleTake): readonly string[] {
  return [
    take.scene,
    take.setup,
    take.take,
    take.circled ? 'yes' : 'no',
    toClipName(take.clips.find(({ camera }) => camera === 'A')),
    toClipName(take.clips.find(({ camera }) => camera === 'B')),
    take.recording?.name ?? '',
    take.mos ? 'yes' : 'no',
    take.inFrame === null ? '' : toLabel(take.inFrame),
    take.outFrame === null ? '' : toLabel(take.outFrame),
    take.note,
  ];
}

/** Camera B's names repeat from card to card, so the card is written before them. */
function toClipName(clip: SampleClip | undefined): string {
  if (!clip) return '';
  return clip.camera === 'B' ? `${clip.card}/${clip.name}` : clip.name;
}

/** RFC 4180. */
function formatCsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}
