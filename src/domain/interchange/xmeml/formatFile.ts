import type { CutMedia } from '../../cut/Cut';
import { formatFrameRate, sameFrameRate, type FrameRate } from '../../time/FrameRate';
import { formatMediaUrl, parseMediaUrl } from '../mediaUrl';
import { xmlElement, type XmlElement } from '../xml/XmlElement';
import { formatTimecodeElement } from './formatTimecodeElement';
import { noteText, noteTime, type XmemlNotes } from './xmemlNotes';
import { formatFrames, formatXmemlRate, toXmemlRate } from './xmemlRate';

/** What a file takes from the sequence: the rate that sound is counted in, and the display. */
interface FileContext {
  readonly sequenceRate: FrameRate;
  readonly dropFrame: boolean;
}

/** A `file` element in full, as it stands at the first use of a medium. */
export function formatFile(medium: CutMedia, context: FileContext): XmlElement {
  const rate = toXmemlRate(medium.video?.frameRate ?? context.sequenceRate);
  const { startTicks: ticks, reel } = medium;
  return xmlElement(
    'file',
    [
      xmlElement('name', medium.name),
      medium.path === '' ? undefined : xmlElement('pathurl', formatMediaUrl(medium.path, 'xmeml')),
      formatXmemlRate(rate),
      xmlElement('duration', formatFrames(medium.durationTicks, rate)),
      formatTimecodeElement({ ticks, rate, dropFrame: context.dropFrame, reel }),
      xmlElement('media', [formatVideo(medium), formatAudio(medium)]),
    ],
    { id: medium.id, ...noteFile(medium, rate) },
  );
}

function noteFile(medium: CutMedia, rate: FrameRate): XmemlNotes {
  const { path, video } = medium;
  const isPathKept = path === '' || parseMediaUrl(formatMediaUrl(path, 'xmeml')) === path;
  const isRateKept = !video || sameFrameRate(video.frameRate, rate);
  return {
    ...noteTime('startTicks', medium.startTicks, rate),
    ...noteTime('durationTicks', medium.durationTicks, rate),
    ...(isPathKept ? {} : noteText('path', path)),
    ...(isRateKept ? {} : noteText('frameRate', formatFrameRate(video.frameRate))),
  };
}

function formatVideo({ video }: CutMedia): XmlElement | undefined {
  if (!video) return undefined;
  return xmlElement('video', [
    xmlElement('samplecharacteristics', [
      formatXmemlRate(video.frameRate),
      xmlElement('width', String(video.width)),
      xmlElement('height', String(video.height)),
      xmlElement('anamorphic', 'FALSE'),
      xmlElement('pixelaspectratio', 'square'),
      xmlElement('fielddominance', 'none'),
    ]),
  ]);
}

function formatAudio({ audio }: CutMedia): XmlElement | undefined {
  if (!audio) return undefined;
  return xmlElement('audio', [
    xmlElement('samplecharacteristics', [
      xmlElement('depth', '16'),
      xmlElement('samplerate', String(audio.sampleRate)),
    ]),
    xmlElement('channelcount', String(audio.channels)),
  ]);
}
