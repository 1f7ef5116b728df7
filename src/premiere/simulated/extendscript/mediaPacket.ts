import { formatTicks, ticksPerSecond } from '../../../domain/time/Ticks';
import { framesToTimecode, formatTimecode } from '../../../domain/time/Timecode';
import { frameRateOfTicks, ticksToFrames } from '../../../domain/time/FrameRate';
import { formatXml } from '../../../domain/interchange/xml/formatXml';
import { xmlElement, type XmlElement } from '../../../domain/interchange/xml/XmlElement';
import type { Clip } from '../model/ProjectModel';
import { startTimeOf } from '../model/timeGrid';

const dynamicMedia = 'http://ns.adobe.com/xmp/1.0/DynamicMedia/';

/**
 * The XMP packet that Premiere makes of a file that carries none: what it found in it, in the
 * terms of XMP's Dynamic Media schema (XMP Specification, part 2).
 */
export function mediaPacket(clip: Clip): string {
  const description = xmlElement(
    'rdf:Description',
    [
      xmlElement('dc:format', clip.media.facts.container),
      xmlElement('xmp:ModifyDate', new Date(clip.media.facts.modifiedMs).toISOString()),
      ...durationOf(clip),
      ...pictureOf(clip),
      ...soundOf(clip),
    ],
    {
      'rdf:about': '',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
      'xmlns:xmpDM': dynamicMedia,
      'xmlns:stDim': 'http://ns.adobe.com/xap/1.0/sType/Dimensions#',
    },
  );
  const list = xmlElement('rdf:RDF', [description], {
    'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  });
  const body = xmlElement('x:xmpmeta', [list], {
    'xmlns:x': 'adobe:ns:meta/',
    'x:xmptk': 'Adobe XMP Core',
  });
  const xml = formatXml(body).replace(/^<\?xml[^>]*>\n/, '');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xml}<?xpacket end="w"?>`;
}

function durationOf({ media }: Clip): XmlElement[] {
  return [
    structure('xmpDM:duration', [
      xmlElement('xmpDM:value', formatTicks(media.durationTicks)),
      xmlElement('xmpDM:scale', `1/${ticksPerSecond}`),
    ]),
  ];
}

function pictureOf(clip: Clip): XmlElement[] {
  const { video, facts } = clip.media;
  if (!video) return [];
  const rate = frameRateOfTicks(video.frameTicks);
  const start = framesToTimecode(ticksToFrames(startTimeOf(clip), rate), rate, false);
  return [
    xmlElement('xmpDM:videoFrameRate', (rate.numerator / rate.denominator).toFixed(6)),
    xmlElement('xmpDM:videoCompressor', facts.video?.codec ?? ''),
    structure('xmpDM:videoFrameSize', [
      xmlElement('stDim:w', String(video.width)),
      xmlElement('stDim:h', String(video.height)),
      xmlElement('stDim:unit', 'pixel'),
    ]),
    structure('xmpDM:startTimecode', [xmlElement('xmpDM:timeValue', formatTimecode(start))]),
    ...(facts.reel === '' ? [] : [xmlElement('xmpDM:tapeName', facts.reel)]),
  ];
}

function soundOf({ media }: Clip): XmlElement[] {
  if (!media.audio) return [];
  const { sampleRate, channels } = media.audio;
  const names = ['Mono', 'Stereo'];
  return [
    xmlElement('xmpDM:audioSampleRate', String(sampleRate)),
    xmlElement('xmpDM:audioChannelType', names[channels - 1] ?? 'Multi'),
  ];
}

function structure(name: string, fields: readonly XmlElement[]): XmlElement {
  return xmlElement(name, fields, { 'rdf:parseType': 'Resource' });
}
