import type { Finding } from '../finding/Finding';
import { formatXml } from '../interchange/xml/formatXml';
import { parseXml } from '../interchange/xml/parseXml';
import {
  childOf,
  childrenOf,
  textOf,
  xmlElement,
  type XmlElement,
} from '../interchange/xml/XmlElement';
import { formatFrameRate, parseFrameRate, type FrameRate } from '../time/FrameRate';

/** One channel of a recording as iXML lists it. */
interface IxmlTrack {
  /** The recorder's input or track, 1-based. */
  readonly channelIndex: number;
  /** Place among the channels of this file, 1-based. */
  readonly interleaveIndex: number;
  /** Such as `Boom`; empty where unnamed. */
  readonly name: string;
  readonly function: string;
}

/** Speed and clock of a recording. */
interface IxmlSpeed {
  readonly note: string;
  /** Null when missing or no rate. */
  readonly timecodeRate: FrameRate | null;
  readonly dropFrame: boolean;
  /** Hertz; null when missing. */
  readonly fileSampleRate: number | null;
  /** Samples since midnight at `fileSampleRate`; null when missing. */
  readonly timestampSamples: bigint | null;
}

/** Which of the files of one recording a file is: recorders write one a channel, or one every 2 GB. */
interface IxmlFileSet {
  /** The same in all files of the set. */
  readonly familyUid: string;
  /** As the recorder counts: `1`, `A`. */
  readonly index: string;
  /** 0 when missing. */
  readonly totalFiles: number;
}

/** What an iXML chunk says (iXML specification, gallery.co.uk/ixml); texts are empty where it says nothing. */
export interface IxmlChunk {
  readonly version: string;
  readonly project: string;
  readonly scene: string;
  readonly take: string;
  /** The sound roll. */
  readonly tape: string;
  readonly note: string;
  readonly circled: boolean;
  /** Such as `WILD_TRACK`, `NO_GOOD`, `FALSE_START`, from TAKE_TYPE and from the older flags of those names. */
  readonly takeTypes: readonly string[];
  readonly fileUid: string;
  readonly ubits: string;
  /** Null when there is no FILE_SET at all. */
  readonly fileSet: IxmlFileSet | null;
  /** Null when there is no SPEED at all. */
  readonly speed: IxmlSpeed | null;
  /** In the order of the file's channels. */
  readonly tracks: readonly IxmlTrack[];
}

/** An iXML chunk as read: null when nothing of it could be understood. */
export interface ParsedIxml {
  readonly ixml: IxmlChunk | null;
  readonly findings: readonly Finding[];
}

const legacyFlags = ['NO_GOOD', 'FALSE_START', 'WILD_TRACK'] as const;
const lowBits = 32n;

/** Reads an iXML document. Every field is optional and unknown ones are passed over, as iXML demands. */
export function parseIxml(text: string): ParsedIxml {
  const { root, defect } = parseXml(text);
  const findings = defect === '' ? [] : [damaged(defect)];
  if (root?.name.toUpperCase() !== 'BWFXML') {
    return { ixml: null, findings: findings.length > 0 ? findings : [damaged('it is no BWFXML')] };
  }
  const field = (name: string) => fieldOf(root, name);
  const ixml: IxmlChunk = {
    version: field('IXML_VERSION'),
    project: field('PROJECT'),
    scene: field('SCENE'),
    take: field('TAKE'),
    tape: field('TAPE'),
    note: field('NOTE'),
    circled: isTrue(field('CIRCLED')),
    takeTypes: readTakeTypes(root),
    fileUid: field('FILE_UID'),
    ubits: field('UBITS'),
    fileSet: readFileSet(childOf(root, 'FILE_SET')),
    speed: readSpeed(childOf(root, 'SPEED')),
    tracks: readTracks(childOf(root, 'TRACK_LIST')),
  };
  return { ixml, findings };
}

/** An iXML document as the payload of an `iXML` chunk. */
export function formatIxml(values: IxmlChunk): string {
  const types = values.takeTypes;
  return formatXml(
    xmlElement('BWFXML', [
      xmlElement('IXML_VERSION', values.version),
      xmlElement('PROJECT', values.project),
      xmlElement('SCENE', values.scene),
      xmlElement('TAKE', values.take),
      xmlElement('TAPE', values.tape),
      xmlElement('CIRCLED', formatFlag(values.circled)),
      ...legacyFlags.map((flag) => xmlElement(flag, formatFlag(types.includes(flag)))),
      xmlElement('TAKE_TYPE', types.join(',')),
      xmlElement('FILE_UID', values.fileUid),
      xmlElement('UBITS', values.ubits),
      xmlElement('NOTE', values.note),
      values.fileSet ? formatFileSet(values.fileSet) : undefined,
      values.speed ? formatSpeed(values.speed) : undefined,
      formatTracks(values.tracks),
    ]),
  );
}

function readTakeTypes(root: XmlElement): readonly string[] {
  const named = fieldOf(root, 'TAKE_TYPE')
    .toUpperCase()
    .split(/[\s,;]+/);
  const flagged = legacyFlags.filter((flag) => isTrue(fieldOf(root, flag)));
  const all = [...named, ...flagged].filter((type) => type !== '' && type !== 'DEFAULT');
  return [...new Set(all)];
}

function readFileSet(set: XmlElement | undefined): IxmlFileSet | null {
  if (!set) return null;
  return {
    familyUid: fieldOf(set, 'FAMILY_UID'),
    index: fieldOf(set, 'FILE_SET_INDEX'),
    totalFiles: Number(toInteger(fieldOf(set, 'TOTAL_FILES')) ?? 0n),
  };
}

function formatFileSet({ familyUid, index, totalFiles }: IxmlFileSet): XmlElement {
  return xmlElement('FILE_SET', [
    xmlElement('TOTAL_FILES', String(totalFiles)),
    xmlElement('FAMILY_UID', familyUid),
    xmlElement('FILE_SET_INDEX', index),
  ]);
}

function readSpeed(speed: XmlElement | undefined): IxmlSpeed | null {
  if (!speed) return null;
  const high = toInteger(fieldOf(speed, 'TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI')) ?? 0n;
  const low = toInteger(fieldOf(speed, 'TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO'));
  const sampleRate = Number(toInteger(fieldOf(speed, 'FILE_SAMPLE_RATE')) ?? 0n);
  return {
    note: fieldOf(speed, 'NOTE'),
    timecodeRate: parseFrameRate(fieldOf(speed, 'TIMECODE_RATE')) ?? null,
    dropFrame: fieldOf(speed, 'TIMECODE_FLAG').toUpperCase() === 'DF',
    fileSampleRate: sampleRate > 0 ? sampleRate : null,
    timestampSamples: low === undefined ? null : (high << lowBits) + low,
  };
}

function formatSpeed(speed: IxmlSpeed): XmlElement {
  const { timecodeRate, fileSampleRate, timestampSamples } = speed;
  const rate = timecodeRate ? formatFrameRate(timecodeRate) : '';
  const stamp = (name: string, value: bigint | undefined) =>
    value === undefined
      ? undefined
      : xmlElement(`TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_${name}`, value.toString());
  return xmlElement('SPEED', [
    xmlElement('NOTE', speed.note),
    xmlElement('TIMECODE_RATE', rate),
    xmlElement('TIMECODE_FLAG', speed.dropFrame ? 'DF' : 'NDF'),
    xmlElement('FILE_SAMPLE_RATE', fileSampleRate === null ? '' : String(fileSampleRate)),
    stamp('HI', timestampSamples === null ? undefined : timestampSamples >> lowBits),
    stamp('LO', timestampSamples === null ? undefined : BigInt.asUintN(32, timestampSamples)),
  ]);
}

function readTracks(list: XmlElement | undefined): readonly IxmlTrack[] {
  const tracks = childrenOf(list, 'TRACK').map((track, position): IxmlTrack => {
    const index = (name: string) => Number(toInteger(fieldOf(track, name)) ?? 0n);
    const channelIndex = index('CHANNEL_INDEX') || position + 1;
    return {
      channelIndex,
      interleaveIndex: index('INTERLEAVE_INDEX') || channelIndex,
      name: fieldOf(track, 'NAME'),
      function: fieldOf(track, 'FUNCTION'),
    };
  });
  return [...tracks].sort((left, right) => left.interleaveIndex - right.interleaveIndex);
}

function formatTracks(tracks: readonly IxmlTrack[]): XmlElement {
  return xmlElement('TRACK_LIST', [
    xmlElement('TRACK_COUNT', String(tracks.length)),
    ...tracks.map((track) =>
      xmlElement('TRACK', [
        xmlElement('CHANNEL_INDEX', String(track.channelIndex)),
        xmlElement('INTERLEAVE_INDEX', String(track.interleaveIndex)),
        xmlElement('NAME', track.name),
        xmlElement('FUNCTION', track.function),
      ]),
    ),
  ]);
}

function fieldOf(parent: XmlElement, name: string): string {
  return textOf(parent, name)?.trim() ?? '';
}

function isTrue(text: string): boolean {
  return /^(true|yes|1)$/i.test(text);
}

function formatFlag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

function toInteger(text: string): bigint | undefined {
  return /^\d+$/.test(text) ? BigInt(text) : undefined;
}

function damaged(defect: string): Finding {
  return {
    code: 'ixml-damaged',
    severity: 'warning',
    subject: 'iXML',
    message: `The recorder's iXML is not whole (${defect}); what could be read of it was kept.`,
  };
}
