import { parseFrameRate, type FrameRate } from '../time/FrameRate';
import type { BextChunk } from './BextChunk';
import type { IxmlChunk } from './IxmlChunk';
import type { WaveHeader } from './readWaveHeader';

/** What a recorder says of a take, from iXML first and from the lines of bext where that is silent. */
export interface Recording {
  readonly scene: string;
  readonly take: string;
  readonly circled: boolean;
  readonly wildTrack: boolean;
  readonly soundRoll: string;
  readonly note: string;
  /** Samples since midnight of the first sample, at the file's rate; null when nobody says. */
  readonly timeReferenceSamples: bigint | null;
  readonly timecodeRate: FrameRate | null;
  readonly dropFrame: boolean;
  /** `YYYY-MM-DD`; empty when unknown. */
  readonly originationDate: string;
  /** One per channel of the file, in its order; empty text where unnamed. */
  readonly trackNames: readonly string[];
  /** The same in all files of one recording; empty where iXML names no set. */
  readonly familyUid: string;
  /** Which file of the set this is, as the recorder counts: `1`, `A`; empty when untold. */
  readonly fileSetIndex: string;
  /** Files of the set; 0 when untold. */
  readonly filesInSet: number;
}

/** A line of a bext description such as `sSCENE=24A`; recorders differ in the first letter. */
const descriptionLine = /^[a-z]([A-Z][A-Z0-9_]*)=(.*)$/;
/** Such as `023.976-ND`. */
const speedLine = /^([\d.]+)-?(ND|NDF|DF)?$/;

/** Joins what a wave file's chunks say of the take. */
export function toRecording(header: WaveHeader): Recording {
  const { bext, ixml } = header;
  const lines = parseDescription(bext?.description ?? '');
  const line = (name: string) => lines.get(name) ?? '';
  return {
    ...toSlate(ixml, line),
    ...toFlags(ixml, line),
    ...(fromIxml(ixml) ?? fromSpeedLine(line('SPEED'))),
    timeReferenceSamples: toTimeReference(bext, ixml),
    originationDate: toDate(bext),
    trackNames: toTrackNames(header, line),
    ...toFileSet(ixml),
  };
}

type Line = (name: string) => string;

function toSlate(
  ixml: IxmlChunk | null,
  line: Line,
): Pick<Recording, 'scene' | 'take' | 'soundRoll' | 'note'> {
  const texts = ixml ?? { scene: '', take: '', tape: '', note: '' };
  return {
    scene: texts.scene || line('SCENE'),
    take: texts.take || line('TAKE'),
    soundRoll: texts.tape || line('TAPE'),
    note: texts.note || line('NOTE'),
  };
}

function toFlags(ixml: IxmlChunk | null, line: Line): Pick<Recording, 'circled' | 'wildTrack'> {
  return {
    circled: ixml ? ixml.circled : /^(true|1)$/i.test(line('CIRCLED')),
    wildTrack: ixml?.takeTypes.includes('WILD_TRACK') ?? false,
  };
}

function toFileSet(
  ixml: IxmlChunk | null,
): Pick<Recording, 'familyUid' | 'fileSetIndex' | 'filesInSet'> {
  const set = ixml?.fileSet ?? { familyUid: '', index: '', totalFiles: 0 };
  return { familyUid: set.familyUid, fileSetIndex: set.index, filesInSet: set.totalFiles };
}

function toTimeReference(bext: BextChunk | null, ixml: IxmlChunk | null): bigint | null {
  return bext?.timeReferenceSamples ?? ixml?.speed?.timestampSamples ?? null;
}

function parseDescription(description: string): ReadonlyMap<string, string> {
  const matches = description.split(/\r\n?|\n/).map((text) => descriptionLine.exec(text.trim()));
  return new Map(
    matches.flatMap((match) => (match ? [[match[1] ?? '', (match[2] ?? '').trim()]] : [])),
  );
}

type Clock = Pick<Recording, 'timecodeRate' | 'dropFrame'>;

function fromIxml(ixml: IxmlChunk | null): Clock | null {
  const speed = ixml?.speed;
  return speed?.timecodeRate
    ? { timecodeRate: speed.timecodeRate, dropFrame: speed.dropFrame }
    : null;
}

function fromSpeedLine(speed: string): Clock {
  const [, rate = '', flag] = speedLine.exec(speed) ?? [];
  const timecodeRate = parseFrameRate(String(Number(rate))) ?? null;
  return { timecodeRate, dropFrame: timecodeRate !== null && flag === 'DF' };
}

function toDate(bext: BextChunk | null): string {
  const date = bext?.originationDate ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : '';
}

function toTrackNames(header: WaveHeader, line: Line): readonly string[] {
  const listed = header.ixml?.tracks ?? [];
  return Array.from({ length: header.channels }, (_, channel) => {
    const track = listed.find(({ interleaveIndex }) => interleaveIndex === channel + 1);
    return track?.name || line(`TRK${channel + 1}`);
  });
}
