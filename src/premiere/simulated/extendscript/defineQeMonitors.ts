import path from 'node:path';
import {
  parseTicks,
  secondsToTicks,
  ticksPerSecond,
  ticksToSeconds,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { itemsBelow } from '../model/bins';
import type { Clip, Project, ProjectItem } from '../model/ProjectModel';
import type { Dom, QePlayer } from './Dom';
import { ticksOfLabel } from './qeTimes';

/** Counts of dropped frames and load that a player keeps: nothing is ever dropped here. */
const counts = [
  'audioClockJitters',
  'audioDeviceLoadAvg',
  'audioDeviceLoadMax',
  'audioDeviceLoadMin',
  'audioDeviceLoadStdDev',
  'audioDropouts',
  'audioIODropouts',
  'audioIOOverloads',
  'audioMediaNotFound',
  'audioPlugInDropouts',
  'audioPrefetchBehinds',
];
const countTexts = [
  'avgFPS',
  'avgPrefetchTime',
  'avgRenderRate',
  'droppedFrames',
  'preroll',
  'totalFrames',
];
const quietMethods = [
  'captureAudioDeviceLoad',
  'clearAudioDropoutStatus',
  'disableStatistics',
  'enableStatistics',
  'startScrubbing',
  'endScrubbing',
];

/** The source monitor, and the players of both monitors. */
export function defineQeMonitors(dom: Dom): void {
  dom.define('QESource', {
    getters: {
      player: (session) => dom.wrap('QEPlayer', { sequence: null, session }),
      clip: ({ monitor }) => {
        const item = monitor.clips.at(-1)?.item;
        return item ? dom.wrap('QEMasterClip', item) : undefined;
      },
    },
    methods: {
      openFilePath: ({ monitor, focused }, [file]) => {
        const opened = path.resolve(toText(file));
        const item = focused ? clipOf(focused, opened) : null;
        monitor.clips.push({ item, path: opened, positionSeconds: 0, speed: 0, since: 0 });
        return true;
      },
    },
  });
  definePlayer(dom);
  dom.define('QEMulticam', {
    methods: Object.fromEntries(
      ['play', 'stop', 'changeCamera', 'enable', 'record'].map((name) => [name, () => true]),
    ),
  });
}

/** The project's clip over a file; null for one that was not imported. */
function clipOf(project: Project, file: string): Clip | null {
  const isOver = (item: ProjectItem): item is Clip =>
    item.kind === 'clip' && item.media.path === file;
  return itemsBelow(project.root).find(isOver) ?? null;
}

function definePlayer(dom: Dom): void {
  let loops = false;
  dom.define('QEPlayer', {
    getters: {
      ...Object.fromEntries(counts.map((name) => [name, () => 0])),
      ...Object.fromEntries(countTexts.map((name) => [name, () => '0'])),
      loopPlayback: () => loops,
    },
    methods: {
      ...Object.fromEntries(quietMethods.map((name) => [name, () => true])),
      getPosition: (player) => positionOf(dom, player),
      setLoopPlayback: (_player, [value]) => {
        loops = toFlag(value);
        return true;
      },
      play: () => true,
      stop: () => true,
      step: (player, [frames]) => {
        const count = frames === undefined ? 1 : Math.trunc(toNumber(frames));
        moveTo(player, toTicks(standsAt(player) + BigInt(count) * frameOf(player)));
        return true;
      },
      scrubTo: (player, [place]) => {
        moveTo(player, scrubTarget(player, place));
        return true;
      },
    },
  });
}

/** Text of ticks, a timecode such as `00;00;00;11`, or seconds and frames such as `10.5`. */
function scrubTarget(player: QePlayer, place: unknown): Ticks {
  const text = typeof place === 'string' ? place : '';
  if (/^\d+$/.test(text)) return parseTicks(text);
  const [, seconds, frames] = /^(\d{1,9})\.(\d{1,3})$/.exec(text) ?? [];
  if (seconds !== undefined && frames !== undefined) {
    return toTicks(BigInt(seconds) * ticksPerSecond + BigInt(frames) * frameOf(player));
  }
  const target = player.sequence
    ? ticksOfLabel(player.sequence, place)
    : ticksOfTimecode(place, frameOf(player));
  if (target === undefined) throw new ScriptError(scriptErrorTexts.illegalType);
  return target;
}

function ticksOfTimecode(timecode: unknown, frameTicks: Ticks): Ticks | undefined {
  const parts = typeof timecode === 'string' ? timecode.split(/[:;]/).map(Number) : [];
  const [hours = 0, minutes = 0, seconds = 0, frames = NaN] = parts;
  if (parts.length !== 4 || !parts.every(Number.isInteger)) return undefined;
  const whole = BigInt((hours * 60 + minutes) * 60 + seconds) * ticksPerSecond;
  return toTicks(whole + BigInt(frames) * frameTicks);
}

/** The program's position is a QETime; the source monitor has no sequence to tell it in. */
function positionOf(dom: Dom, player: QePlayer): unknown {
  const ticks = standsAt(player);
  return player.sequence
    ? dom.wrap('QETime', { ticks, sequence: player.sequence })
    : dom.time(ticks);
}

function standsAt({ sequence, session }: QePlayer): Ticks {
  if (sequence) return sequence.playhead;
  return secondsToTicks(session.monitor.clips.at(-1)?.positionSeconds ?? 0);
}

function frameOf({ sequence }: QePlayer): Ticks {
  return sequence?.frameTicks ?? toTicks(10_160_640_000n);
}

function moveTo({ sequence, session }: QePlayer, ticks: Ticks): void {
  const to = ticks < 0n ? zeroTicks : ticks;
  const clip = session.monitor.clips.at(-1);
  if (sequence) sequence.playhead = to;
  else if (clip) clip.positionSeconds = ticksToSeconds(to);
}
