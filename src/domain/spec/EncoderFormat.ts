/** What an encoder preset asks of the file. */
export interface EncoderFormat {
  /** Also the file's extension. */
  readonly container: 'mp4' | 'mov' | 'mpg' | 'wav' | 'aif' | 'mp3' | 'aac' | 'png' | 'jpg' | 'tif';
  /** `still` is one picture in the container's own code; `none` is sound alone. */
  readonly videoCodec: 'h264' | 'hevc' | 'prores' | 'dnxhr' | 'mpeg2' | 'still' | 'none';
  /**
   * h264: baseline, main, high; prores: proxy, lt, standard, hq, 4444, xq; dnxhr: lb, sq, hq, hqx;
   * empty for the others.
   */
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  /** Exact fraction, `24000/1001`. */
  readonly frameRate: string;
  /** How the stream is flagged and coded; left out means progressive. */
  readonly fields?: 'progressive' | 'upper' | 'lower';
  /** Target; 0 where the codec sets its own (ProRes). */
  readonly videoBitrateKbps: number;
  readonly audioCodec: 'aac' | 'mp3' | 'mp2' | 'pcm_s16le' | 'pcm_s24le';
  /** 0 for a file without sound. */
  readonly audioChannels: number;
  readonly sampleRate: number;
  /** 0 for PCM. */
  readonly audioBitrateKbps: number;
}
