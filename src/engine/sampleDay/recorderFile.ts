import { formatWaveHeader } from '../../domain/sound/formatWaveHeader';
import type { BextChunk } from '../../domain/sound/BextChunk';
import type { IxmlChunk } from '../../domain/sound/IxmlChunk';
import { soundRoll } from './planSampleDay';
import type { SampleRecording, SampleTake } from './SampleTake';
import { audioRate, sampleRate, samplesPerFrame, toLabel } from './sampleClock';
import { sampleTitle } from './scenes';
import { randomOf, type TakeSound } from './takeSound';

/** Channels of every recorder file, in file order. */
const trackNames = ['MIX', 'BOOM', 'LAV1', 'LAV2'] as const;

const bitsPerSample = 24;
// Asked for millions of times: a name of this file is found sooner than one of the global object.
const { round } = Math;

const fullScale = 2 ** 23 - 1;

/**
 * The recorder's polyphonic broadcast wave file of a take, 48 kHz and 24 bits: time of day of its
 * first sample in bext and iXML, slate and track names in iXML.
 */
export function formatRecorderFile(
  take: SampleTake,
  recording: SampleRecording,
  sound: TakeSound,
): Buffer {
  const channels = trackNames.length;
  const dataBytes = recording.samples * channels * (bitsPerSample / 8);
  const header = formatWaveHeader({
    channels,
    sampleRate: audioRate,
    bitsPerSample,
    dataBytes,
    bext: toBext(take, recording),
    ixml: toIxml(take, recording),
  });
  const file = Buffer.alloc(header.length + dataBytes);
  file.set(header);
  const random = randomOf(recording.path);
  const first = recording.startSample - sound.startSample;
  let position = header.length;
  for (let index = 0; index < recording.samples; index += 1) {
    for (const value of toChannels(sound, first + index)) {
      const noisy = value + 0.0006 * (random() - 0.5);
      position = file.writeIntLE(round(noisy * fullScale), position, 3);
    }
  }
  return file;
}

function toChannels(sound: TakeSound, index: number): readonly number[] {
  const one = sound.voices[0][index] ?? 0;
  const two = sound.voices[1][index] ?? 0;
  const slate = sound.slate[index] ?? 0;
  const boom = 0.7 * (one + two) + 0.5 * slate;
  const lav1 = one + 0.08 * two + 0.2 * slate;
  const lav2 = two + 0.08 * one + 0.2 * slate;
  return [0.6 * boom + 0.4 * (lav1 + lav2), boom, lav1, lav2];
}

function toBext(take: SampleTake, recording: SampleRecording): BextChunk {
  const label = toLabel(Math.floor(recording.startSample / samplesPerFrame));
  const tracks = trackNames.map((name, index) => `sTRK${index + 1}=${name}`);
  return {
    description: [
      'sSPEED=023.976-ND',
      `sTAKE=${take.take}`,
      'sUBITS=$26041200',
      `sSCENE=${take.setup}`,
      `sFILENAME=${recording.name}.WAV`,
      `sTAPE=${soundRoll}`,
      `sCIRCLED=${take.circled ? 'TRUE' : 'FALSE'}`,
      ...tracks,
      `sNOTE=${take.note}`,
    ].join('\r\n'),
    originator: 'Slateflow sample',
    originatorReference: `SLFW${recording.name.replace(/\W/g, '')}`,
    originationDate: '2026-04-12',
    originationTime: label.slice(0, 8),
    timeReferenceSamples: BigInt(recording.startSample),
    version: 1,
    codingHistory: 'A=PCM,F=48000,W=24,M=multi\r\n',
  };
}

function toIxml(take: SampleTake, recording: SampleRecording): IxmlChunk {
  const isWild = take.take.startsWith('WT');
  return {
    version: '1.61',
    project: sampleTitle,
    scene: take.setup,
    take: take.take,
    tape: soundRoll,
    note: take.note,
    circled: take.circled,
    takeTypes: isWild ? ['WILD_TRACK'] : [],
    fileUid: `SLFW260412${recording.name.replace(/\W/g, '')}`,
    ubits: '26041200',
    fileSet: null,
    speed: {
      note: '',
      timecodeRate: sampleRate,
      dropFrame: false,
      fileSampleRate: audioRate,
      timestampSamples: BigInt(recording.startSample),
    },
    tracks: trackNames.map((name, index) => ({
      channelIndex: index + 1,
      interleaveIndex: index + 1,
      name,
      function: '',
    })),
  };
}
