import { formatXml } from '../../domain/interchange/xml/formatXml';
import { xmlElement, type XmlElement } from '../../domain/interchange/xml/XmlElement';
import { pictureSize } from './pictureArguments';
import type { SampleClip } from './SampleTake';
import { toLabel } from './sampleClock';
import { randomOf } from './takeSound';

const metaNamespace = 'urn:schemas-professionalDisc:nonRealTimeMeta:ver.2.00';
const profileNamespace = 'http://xmlns.sony.net/pro/metadata/mediaprofile';

/** A clip's `C0001M01.XML`: its start timecode stands in the LtcChangeTable. */
export function formatSonyClipXml(clip: SampleClip): string {
  const last = clip.frames - 1;
  const changes = [
    toChange(0, clip.startFrame, 'increment'),
    toChange(last, clip.startFrame + last, 'end'),
  ];
  return formatXml(
    xmlElement(
      'NonRealTimeMeta',
      [
        xmlElement('TargetMaterial', '', { umidRef: toUmid(clip) }),
        xmlElement('Duration', '', { value: String(clip.frames) }),
        xmlElement('LtcChangeTable', changes, { tcFps: '24', halfStep: 'false' }),
        xmlElement('CreationDate', '', { value: toDateTime(clip) }),
        toVideoFormat(),
        xmlElement('AudioFormat', ['CH1', 'CH2'].map(toAudioPort), { numOfChannel: '2' }),
        xmlElement('Device', '', {
          manufacturer: 'Sony',
          modelName: 'ILME-FX3',
          serialNo: '0000000',
        }),
        xmlElement('RecordingMode', '', { type: 'normal', cacheRec: 'false' }),
      ],
      { xmlns: metaNamespace, lastUpdate: toDateTime(clip) },
    ),
  );
}

/** A card's `MEDIAPRO.XML`, which lists its clips. Cards without proxies have no `SUB` entries. */
export function formatMediaPro(clips: readonly SampleClip[], hasProxies: boolean): string {
  const materials = clips.map((clip) =>
    xmlElement('Material', toRelated(clip.name, hasProxies), {
      uri: `./CLIP/${clip.name}.MP4`,
      type: 'MP4',
      videoType: `AVC_${pictureSize.width}_${pictureSize.height}_HP`,
      audioType: 'LPCM16',
      fps: '23.98p',
      dur: String(clip.frames),
      ch: '2',
      aspectRatio: '16:9',
      offset: '0',
      umid: toUmid(clip),
    }),
  );
  const system = xmlElement('System', '', { systemId: '0000000000000000', systemKind: 'ILME-FX3' });
  return formatXml(
    xmlElement(
      'MediaProfile',
      [xmlElement('Properties', [system]), xmlElement('Contents', materials)],
      { xmlns: profileNamespace, createdAt: '2026-04-12T06:00:00+02:00', version: '2.10' },
    ),
  );
}

function toRelated(name: string, hasProxies: boolean): readonly (XmlElement | undefined)[] {
  const related = (uri: string, type: string) => xmlElement('RelevantInfo', '', { uri, type });
  return [
    related(`./CLIP/${name}M01.XML`, 'XML'),
    related(`./THMBNL/${name}T01.JPG`, 'JPG'),
    hasProxies ? related(`./SUB/${name}S03.MP4`, 'MP4') : undefined,
  ];
}

/** The label stands backwards, frames first: 09:12:20:05 is `05201209`. */
function toChange(frameCount: number, frame: number, status: string): XmlElement {
  const value = toLabel(frame).split(':').reverse().join('');
  return xmlElement('LtcChange', '', { frameCount: String(frameCount), value, status });
}

function toVideoFormat(): XmlElement {
  const { width, height } = pictureSize;
  return xmlElement('VideoFormat', [
    xmlElement('VideoRecPort', '', { port: 'DIRECT' }),
    xmlElement('VideoFrame', '', {
      videoCodec: `AVC_${width}_${height}_HP`,
      captureFps: '23.98p',
      formatFps: '23.98p',
    }),
    xmlElement('VideoLayout', '', {
      pixel: String(width),
      numOfVerticalLine: String(height),
      aspectRatio: '16:9',
    }),
  ]);
}

function toAudioPort(port: string): XmlElement {
  return xmlElement('AudioRecPort', '', { port, audioCodec: 'LPCM16', trackDst: port });
}

/** 32 bytes in hexadecimal that no other clip of the day has (SMPTE ST 330 in shape). */
function toUmid(clip: SampleClip): string {
  const random = randomOf(clip.path);
  const byte = () =>
    Math.floor(random() * 256)
      .toString(16)
      .padStart(2, '0');
  const material = Array.from({ length: 16 }, byte).join('').toUpperCase();
  return `060A2B340101010501010D4313000000${material}`;
}

function toDateTime(clip: SampleClip): string {
  return `2026-04-12T${toLabel(clip.startFrame).slice(0, 8)}+02:00`;
}
