import { formatFrameRate, type FrameRate } from '../time/FrameRate';
import type { DeliverySpec } from './DeliverySpec';
import type { EncoderFormat } from './EncoderFormat';

/** What to encode for a specification; a rate of “source” becomes the sequence's own. */
export function encoderFormatOf(
  spec: DeliverySpec,
  sequence: { readonly frameRate: FrameRate },
): EncoderFormat {
  const { container, video, audio } = spec;
  return {
    container,
    videoCodec: video.codec,
    profile: video.profile,
    width: video.width,
    height: video.height,
    frameRate: video.frameRate === 'source' ? formatFrameRate(sequence.frameRate) : video.frameRate,
    videoBitrateKbps: video.bitrateKbps,
    audioCodec: audio.codec,
    audioChannels: audio.channels,
    sampleRate: audio.sampleRate,
    audioBitrateKbps: audio.bitrateKbps,
  };
}
