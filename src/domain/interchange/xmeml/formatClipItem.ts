import type { CutMedia } from '../../cut/Cut';
import type { FrameRate } from '../../time/FrameRate';
import { formatTicks, subtractTicks, type Ticks } from '../../time/Ticks';
import { xmlElement, type XmlElement } from '../xml/XmlElement';
import type { ClipItem } from './layOutClipItems';
import { noteTime } from './xmemlNotes';
import { formatFrames, formatNearestFrames, formatXmemlRate } from './xmemlRate';

/** What a clipitem is written from beside its event. */
interface ClipItemContext {
  readonly rate: FrameRate;
  readonly medium: CutMedia | undefined;
  /** The `file` element: in full at the medium's first use, a reference afterwards. */
  readonly file: XmlElement | undefined;
  readonly masterClipId: string;
  readonly links: readonly ClipItem[];
}

/** A `clipitem` in the order of Premiere's own elements, counted in the sequence's rate. */
export function formatClipItem(item: ClipItem, context: ClipItemContext): XmlElement {
  const { event, kind } = item;
  const { rate, medium } = context;
  const channelType = event.channels.length === 2 ? 'stereo' : 'mono';
  const attributes = {
    id: item.id,
    ...(kind === 'audio' ? { premiereChannelType: channelType } : {}),
    ...noteTime('startTicks', event.range.start, rate),
    ...noteTime('endTicks', event.range.end, rate),
  };
  const children = [
    xmlElement('masterclipid', context.masterClipId),
    xmlElement('name', event.name),
    xmlElement('enabled', event.enabled ? 'TRUE' : 'FALSE'),
    xmlElement('duration', formatFrames(medium?.durationTicks ?? event.sourceOut, rate)),
    formatXmemlRate(rate),
    ...formatTimes(item, rate),
    ...(kind === 'video' ? formatPictureFields() : []),
    context.file,
    formatSourceTrack(item),
    ...context.links.map(formatLink),
    formatLoggingInfo(),
  ];
  return xmlElement('clipitem', children, attributes);
}

/** `out` follows from `in` and the length, so that both are whole frames and agree. */
function formatTimes({ event }: ClipItem, rate: FrameRate): readonly XmlElement[] {
  const { range, sourceIn, sourceOut } = event;
  const nearest = (ticks: Ticks) => formatNearestFrames(ticks, rate);
  const [start, end] = [nearest(range.start), nearest(range.end)];
  const inFrames = nearest(sourceIn);
  const sourceLength = subtractTicks(sourceOut, sourceIn);
  const isSameLength = sourceLength === subtractTicks(range.end, range.start);
  const outFrames = isSameLength
    ? String(Number(inFrames) + Number(end) - Number(start))
    : nearest(sourceOut);
  return [
    xmlElement('start', start),
    xmlElement('end', end),
    xmlElement('in', inFrames),
    xmlElement('out', outFrames),
    xmlElement('pproTicksIn', formatTicks(sourceIn)),
    xmlElement('pproTicksOut', formatTicks(sourceOut)),
  ];
}

function formatPictureFields(): readonly XmlElement[] {
  return [
    xmlElement('alphatype', 'none'),
    xmlElement('pixelaspectratio', 'square'),
    xmlElement('anamorphic', 'FALSE'),
  ];
}

function formatSourceTrack({ kind, channel }: ClipItem): XmlElement | undefined {
  if (kind === 'video' || channel === null) return undefined;
  return xmlElement('sourcetrack', [
    xmlElement('mediatype', 'audio'),
    xmlElement('trackindex', String(channel + 1)),
  ]);
}

function formatLink(item: ClipItem): XmlElement {
  return xmlElement('link', [
    xmlElement('linkclipref', item.id),
    xmlElement('mediatype', item.kind),
    xmlElement('trackindex', String(item.trackIndex)),
    xmlElement('clipindex', String(item.clipIndex)),
    item.kind === 'audio' ? xmlElement('groupindex', '1') : undefined,
  ]);
}

/** Premiere writes these empty where nothing was logged. */
function formatLoggingInfo(): XmlElement {
  const names = ['description', 'scene', 'shottake', 'lognote', 'good'];
  return xmlElement(
    'logginginfo',
    names.map((name) => xmlElement(name, '')),
  );
}
