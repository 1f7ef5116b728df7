import { formatXml } from '../../domain/interchange/xml/formatXml';
import { xmlElement, type XmlElement } from '../../domain/interchange/xml/XmlElement';
import { pictureSize } from './pictureArguments';
import type { SampleClip } from './SampleTake';
import { toLabel } from './sampleClock';

/** The Avid log that the camera lays beside its clips. */
export function formatArriAle(clips: readonly SampleClip[]): string {
  const columns = ['Name', 'Tape', 'Tracks', 'Start', 'End', 'Duration', 'FPS', 'Shoot Date'];
  const rows = clips.map((clip) => [
    clip.name,
    clip.card,
    'VA1A2',
    toLabel(clip.startFrame),
    toLabel(clip.startFrame + clip.frames),
    toLabel(clip.frames),
    '23.976',
    '20260412',
    `${clip.name}.mov`,
    clip.camera,
  ]);
  return [
    'Heading',
    'FIELD_DELIM\tTABS',
    'VIDEO_FORMAT\tCUSTOM',
    'AUDIO_FORMAT\t48khz',
    'FPS\t23.976',
    '',
    'Column',
    [...columns, 'Source File', 'Camera'].join('\t'),
    '',
    'Data',
    ...rows.map((row) => row.join('\t')),
    '',
  ].join('\r\n');
}

/** The Final Cut Pro 7 XML that the camera lays beside its clips. */
export function formatArriXml(card: string, clips: readonly SampleClip[]): string {
  const children = xmlElement('children', clips.map(toClip));
  const bin = xmlElement('bin', [xmlElement('name', card), children]);
  return formatXml(xmlElement('xmeml', [bin], { version: '4' }), '<!DOCTYPE xmeml>');
}

function toClip(clip: SampleClip): XmlElement {
  const rate = xmlElement('rate', [xmlElement('timebase', '24'), xmlElement('ntsc', 'TRUE')]);
  const file = xmlElement(
    'file',
    [
      xmlElement('name', `${clip.name}.mov`),
      xmlElement('pathurl', `file://localhost/Volumes/${clip.card}/${clip.name}.mov`),
      rate,
      xmlElement('duration', String(clip.frames)),
      xmlElement('timecode', [
        rate,
        xmlElement('string', toLabel(clip.startFrame)),
        xmlElement('frame', String(clip.startFrame)),
        xmlElement('displayformat', 'NDF'),
        xmlElement('reel', [xmlElement('name', clip.card)]),
      ]),
      xmlElement('media', [
        xmlElement('video', [
          xmlElement('samplecharacteristics', [
            xmlElement('width', String(pictureSize.width)),
            xmlElement('height', String(pictureSize.height)),
          ]),
        ]),
        xmlElement('audio', [xmlElement('channelcount', '2')]),
      ]),
    ],
    { id: `file-${clip.name}` },
  );
  return xmlElement(
    'clip',
    [
      xmlElement('name', clip.name),
      xmlElement('duration', String(clip.frames)),
      rate,
      xmlElement('media', [xmlElement('video', [xmlElement('track', [file])])]),
    ],
    { id: clip.name },
  );
}
