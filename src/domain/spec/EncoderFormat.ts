/** What an encoder preset asks of the file. */
export interface EncoderFormat {
  readonly container: 'mp4' | 'mov';
  readonly videoCodec: 'h264' | 'prores';
  /** h264: baseline, main, high; prores: proxy, lt, standard, hq. */
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  /** Exact fraction, `24000/1001`. */
  readonly frameRate: string;
  /** Target; 0 where the codec sets its own (ProRes). */
  readonly videoBitrateKbps: number;
  readonly audioCodec: 'aac' | 'pcm_s16le' | 'pcm_s24le';
  readonly audioChannels: number;
  readonly sampleRate: number;
  /** 0 for PCM. */
  readonly audioBitrateKbps: number;
}
