import type { Finding } from '../finding/Finding';
import type {
  LoggedClip,
  LoggedPicture,
  LoggedTake,
  LogKind,
  LogStatement,
} from '../script/LoggedTake';
import { takeNameOf } from '../script/takeNameOf';
import { joinTakes, logNameKey, soundsOf } from './joinTakes';
import type { ParsedLog } from './parseLog';

/** What all logs of a shoot say together. */
export interface MergedLogs {
  readonly takes: readonly LoggedTake[];
  /** Clips that reports list and no log gives a take. */
  readonly clips: readonly LoggedClip[];
  /** Those of the logs themselves, then where logs contradict each other. */
  readonly findings: readonly Finding[];
}

/** Whose word stands where two logs differ: the first. */
const trust: readonly LogKind[] = ['supervisor', 'camera', 'sound', 'ale'];

/**
 * Makes one take of the rows that several logs have for it: everything that any of them names, and
 * the most trusted log's word where they differ.
 */
export function mergeLogs(logs: readonly ParsedLog[]): MergedLogs {
  const takes = new Map<string, LoggedTake>();
  const contradictions: Finding[] = [];
  const trusted = [...logs].sort(
    (left, right) => trust.indexOf(left.kind) - trust.indexOf(right.kind),
  );
  for (const take of trusted.flatMap((log) => log.takes)) {
    const name = takeNameOf(take);
    const earlier = takes.get(name);
    if (earlier) contradictions.push(...contradictionsOf(earlier, take));
    takes.set(name, earlier ? mergeTakes(earlier, take) : take);
  }
  const named = [...takes.values()];
  return {
    takes: named,
    clips: clipsWithoutTake(
      trusted.flatMap((log) => log.clips),
      named,
    ),
    findings: [...logs.flatMap(({ findings }) => findings), ...contradictions],
  };
}

function mergeTakes(first: LoggedTake, second: LoggedTake): LoggedTake {
  const joined = joinTakes(first, second);
  const { statedBy } = joined;
  const scene = statedBy.find((said) => said.scene !== null)?.scene ?? joined.scene;
  const circled = statedBy.find((said) => said.circled !== null)?.circled ?? false;
  return { ...joined, scene, circled };
}

/** A clip is listed once, and not at all where a take names it. */
function clipsWithoutTake(
  clips: readonly LoggedClip[],
  takes: readonly LoggedTake[],
): readonly LoggedClip[] {
  const known = new Set(
    takes.flatMap((take) => [
      ...take.pictures.map((picture) => clipKey('picture', picture)),
      ...soundsOf(take).map((clip) => clipKey('sound', { clip, card: null })),
    ]),
  );
  return clips.filter((clip) => {
    const key = clipKey(clip.kind, clip);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function clipKey(kind: LoggedClip['kind'], { card, clip }: Omit<LoggedPicture, 'camera'>): string {
  return `${kind} ${logNameKey(card ?? '')}/${logNameKey(clip)}`;
}

function contradictionsOf(first: LoggedTake, second: LoggedTake): readonly Finding[] {
  const [other] = second.statedBy;
  if (!other) return [];
  const name = takeNameOf(first);
  const tell = (code: string, [said, words]: readonly [LogStatement, string]): Finding => ({
    code,
    severity: 'warning',
    subject: name,
    message: `${name}: ${whereStated(said)} ${words}`.replace('%', whereStated(other)),
  });
  return [
    ...sceneContradiction(first, other).map((found) => tell('logs-contradict-scene', found)),
    ...circleContradiction(first, other).map((found) => tell('logs-contradict-circled', found)),
    ...soundContradiction(first, second).map((found) => tell('logs-contradict-sound', found)),
    ...pictureContradiction(first, second).map((found) => tell('logs-contradict-clip', found)),
  ];
}

/** Where a log says it, in words: `line 3 of “log.csv”`. */
export function whereStated({ log, line }: Pick<LogStatement, 'log' | 'line'>): string {
  return `line ${line} of “${log}”`;
}

type Contradiction = readonly [LogStatement, string];

function sceneContradiction(first: LoggedTake, other: LogStatement): readonly Contradiction[] {
  const said = first.statedBy.find(({ scene }) => scene !== null);
  if (!said || other.scene === null || said.scene === other.scene) return [];
  return [
    [said, `has it in scene ${said.scene ?? ''}, % in scene ${other.scene}. The first stands.`],
  ];
}

function circleContradiction(first: LoggedTake, other: LogStatement): readonly Contradiction[] {
  const said = first.statedBy.find(({ circled }) => circled !== null);
  if (!said || other.circled === null || said.circled === other.circled) return [];
  return [
    [
      said,
      said.circled
        ? 'circles it, % does not. It is circled.'
        : 'does not circle it, % does. It is not circled.',
    ],
  ];
}

function soundContradiction(first: LoggedTake, second: LoggedTake): readonly Contradiction[] {
  const [said] = first.statedBy;
  const [own, others] = [soundsOf(first), soundsOf(second)];
  if (!said || own.length === 0 || others.length === 0) return [];
  if (others.some((name) => own.some((known) => isSameRecording(known, name)))) return [];
  return [
    [
      said,
      `gives the recording “${own.join('”, “')}”, % “${others.join('”, “')}”. Both are taken.`,
    ],
  ];
}

/** `A101_1` is recorded in mono files as `A101_1_X`, `A101_1_1`, `A101_1_TR2`. */
function isSameRecording(left: string, right: string): boolean {
  const [one, other] = [logNameKey(left), logNameKey(right)];
  const [set, otherSet] = [one, other].map((name) => name.replace(/_(?:X|\d|TR\d+)$/, ''));
  const isNamedAsSet = [one, other].some((name) => /_(?:X|TR\d+)$/.test(name));
  return one === other || set === other || one === otherSet || (isNamedAsSet && set === otherSet);
}

/** Names can be told apart where both are whole: a clip's number alone may be short for a name. */
function pictureContradiction(first: LoggedTake, second: LoggedTake): readonly Contradiction[] {
  const [said] = first.statedBy;
  if (!said) return [];
  return second.pictures.flatMap(({ camera, clip }): readonly Contradiction[] => {
    const own = first.pictures.filter((picture) => picture.camera === camera);
    const isOther = own.every((picture) => differ(picture.clip, clip));
    if (own.length === 0 || !isOther) return [];
    const names = own.map((picture) => picture.clip).join('”, “');
    return [
      [said, `gives camera ${camera ?? ''} the clip “${names}”, % “${clip}”. Both are taken.`],
    ];
  });
}

function differ(left: string, right: string): boolean {
  const [short = '', long = ''] = [logNameKey(left), logNameKey(right)].sort(
    (one, other) => one.length - other.length,
  );
  return !long.includes(short);
}
