import type { EncoderFormat } from '../../src/domain/spec/EncoderFormat';

/** What a preset for a small screening copy asks for. */
export const screenerFormat: EncoderFormat = {
  container: 'mp4',
  videoCodec: 'h264',
  profile: 'high',
  width: 1280,
  height: 720,
  frameRate: '25/1',
  videoBitrateKbps: 5000,
  audioCodec: 'aac',
  audioChannels: 2,
  sampleRate: 48_000,
  audioBitrateKbps: 192,
};
