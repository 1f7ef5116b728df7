import type { Cut, CutMarker, CutMedia } from '../../cut/Cut';
import { formatFrameRate, sameFrameRate, type FrameRate } from '../../time/FrameRate';
import { addTicks, maxTicks, zeroTicks } from '../../time/Ticks';
import type { FormattedCut } from '../CutText';
import { formatXml } from '../xml/formatXml';
import { xmlElement, type XmlElement } from '../xml/XmlElement';
import { describeLosses } from './describeLosses';
import { formatClipItem } from './formatClipItem';
import { formatFile } from './formatFile';
import { formatTimecodeElement } from './formatTimecodeElement';
import { layOutClipItems, type ClipItem, type Layout, type TrackLayout } from './layOutClipItems';
import { timeDisplayCode } from './timeDisplayCode';
import { formatPproColor } from './xmemlMarkerColor';
import { noteText, noteTime } from './xmemlNotes';
import { formatFrames, formatNearestFrames, formatXmemlRate, toXmemlRate } from './xmemlRate';

/** What the tracks are written from. */
interface Context {
  readonly cut: Cut;
  readonly rate: FrameRate;
  readonly layout: Layout;
  readonly media: ReadonlyMap<string, CutMedia>;
  /** Media whose `file` stands in the document already, numbered. */
  readonly written: Map<string, number>;
  /** Of the sequence within the document, from 1. */
  readonly number: number;
}

/**
 * A cut as FCP7 XML version 4 with Premiere's additions, a sequence at the root. Link ids are
 * counted anew by readers; what the format counts too coarsely is noted in attributes of ours.
 */
export function formatXmeml(cut: Cut): FormattedCut {
  const sequence = formatSequence(toContext(cut, 1, new Map()));
  return { text: formatDocument(sequence), findings: describeLosses(cut) };
}

/**
 * Cuts as the sequences of one project, as {@link formatXmeml} writes them. A medium has the same
 * id in every cut that uses it.
 */
export function formatXmemlProject(name: string, cuts: readonly Cut[]): FormattedCut {
  const written = new Map<string, number>();
  const sequences = cuts.map((cut, index) => formatSequence(toContext(cut, index + 1, written)));
  const project = xmlElement('project', [
    xmlElement('name', name),
    xmlElement('children', sequences),
  ]);
  return { text: formatDocument(project), findings: cuts.flatMap(describeLosses) };
}

function toContext(cut: Cut, number: number, written: Context['written']): Context {
  return {
    cut,
    rate: toXmemlRate(cut.frameRate),
    layout: layOutClipItems(cut),
    media: new Map(cut.media.map((medium) => [medium.id, medium])),
    written,
    number,
  };
}

function formatDocument(content: XmlElement): string {
  return formatXml(xmlElement('xmeml', [content], { version: '4' }), '<!DOCTYPE xmeml>');
}

function formatSequence(context: Context): XmlElement {
  const { cut, rate } = context;
  const { startTicks: ticks, dropFrame } = cut;
  const events = [...cut.videoTracks, ...cut.audioTracks].flatMap((track) => track.events);
  const end = events.reduce((latest, { range }) => maxTicks(latest, range.end), zeroTicks);
  const isRateKept = sameFrameRate(rate, cut.frameRate);
  return xmlElement(
    'sequence',
    [
      xmlElement('duration', formatNearestFrames(end, rate)),
      formatXmemlRate(rate),
      xmlElement('name', cut.name),
      xmlElement('media', [formatVideo(context), formatAudio(context)]),
      formatTimecodeElement({ ticks, rate, dropFrame, reel: null }),
      ...cut.markers.map((marker) => formatMarker(marker, rate)),
    ],
    {
      id: `sequence-${context.number}`,
      'MZ.Sequence.VideoTimeDisplayFormat': timeDisplayCode(rate, dropFrame),
      explodedTracks: 'true',
      ...noteTime('startTicks', ticks, rate),
      ...(isRateKept ? {} : noteText('frameRate', formatFrameRate(cut.frameRate))),
    },
  );
}

function formatVideo(context: Context): XmlElement {
  const { cut, rate, layout } = context;
  const characteristics = [
    formatXmemlRate(rate),
    xmlElement('width', String(cut.width)),
    xmlElement('height', String(cut.height)),
    xmlElement('anamorphic', 'FALSE'),
    xmlElement('pixelaspectratio', 'square'),
    xmlElement('fielddominance', 'none'),
    xmlElement('colordepth', '24'),
  ];
  return xmlElement('video', [
    xmlElement('format', [xmlElement('samplecharacteristics', characteristics)]),
    ...layout.video.map((track) => formatTrack(track, context)),
  ]);
}

function formatAudio(context: Context): XmlElement {
  const characteristics = [xmlElement('depth', '16'), xmlElement('samplerate', '48000')];
  return xmlElement('audio', [
    xmlElement('numOutputChannels', '2'),
    xmlElement('format', [xmlElement('samplecharacteristics', characteristics)]),
    xmlElement('outputs', ['1', '2'].map(formatOutput)),
    ...context.layout.audio.map((track) => formatTrack(track, context)),
  ]);
}

function formatOutput(index: string): XmlElement {
  return xmlElement('group', [
    xmlElement('index', index),
    xmlElement('numchannels', '1'),
    xmlElement('downmix', '0'),
    xmlElement('channel', [xmlElement('index', index)]),
  ]);
}

function formatTrack(layout: TrackLayout, context: Context): XmlElement {
  const { track, kind, explodedIndex, explodedCount } = layout;
  const isAudio = kind === 'audio';
  const exploded = {
    currentExplodedTrackIndex: String(explodedIndex),
    totalExplodedTrackCount: String(explodedCount),
    premiereTrackType: explodedCount === 2 ? 'Stereo' : 'Mono',
  };
  return xmlElement(
    'track',
    [
      ...layout.items.map((item) => formatItem(item, context)),
      xmlElement('enabled', track.enabled ? 'TRUE' : 'FALSE'),
      xmlElement('locked', 'FALSE'),
      isAudio ? xmlElement('outputchannelindex', String((explodedIndex % 2) + 1)) : undefined,
    ],
    { 'MZ.TrackName': track.name, ...(isAudio ? exploded : {}) },
  );
}

function formatItem(item: ClipItem, context: Context): XmlElement {
  const { cut, rate, media, written } = context;
  const { mediaId } = item.event;
  const medium = media.get(mediaId);
  const number = written.get(mediaId);
  if (number === undefined) written.set(mediaId, written.size + 1);
  const isFirst = number === undefined && medium !== undefined;
  const fileContext = { sequenceRate: rate, dropFrame: cut.dropFrame };
  return formatClipItem(item, {
    rate,
    medium,
    file: isFirst ? formatFile(medium, fileContext) : xmlElement('file', '', { id: mediaId }),
    masterClipId: `masterclip-${number ?? written.size}`,
    links: context.layout.linksOf(item),
  });
}

/** A marker without length has the out point -1. */
function formatMarker(marker: CutMarker, rate: FrameRate): XmlElement {
  const { startTicks, durationTicks } = marker;
  const color = formatPproColor(marker.color);
  const end = addTicks(startTicks, durationTicks);
  return xmlElement(
    'marker',
    [
      xmlElement('comment', marker.comment),
      xmlElement('name', marker.name),
      xmlElement('in', formatFrames(startTicks, rate)),
      xmlElement('out', durationTicks === 0n ? '-1' : formatFrames(end, rate)),
      color === undefined ? undefined : xmlElement('pproColor', color),
    ],
    { ...noteTime('startTicks', startTicks, rate), ...noteTime('endTicks', end, rate) },
  );
}
