import type { Cut, CutEvent, CutMarker } from '../../cut/Cut';
import type { Finding } from '../../finding/Finding';
import type { FrameRate } from '../../time/FrameRate';
import { subtractTicks, zeroTicks } from '../../time/Ticks';
import type { ParsedCut } from '../CutText';
import { parseXml } from '../xml/parseXml';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/XmlElement';
import { assignXmemlIds } from './assignXmemlIds';
import { foldTracks } from './foldTracks';
import { readXmemlSettings } from './readXmemlSettings';
import { indexFiles } from './readXmemlMedium';
import { readXmemlTrack, type TrackContext, type XmemlTrack } from './readXmemlTrack';
import { parsePproColor } from './xmemlMarkerColor';
import { readTime } from './xmemlNotes';
import { parseFrames } from './xmemlRate';

/**
 * Reads the first sequence of an FCP7 XML document (versions 4 and 5), wherever it stands among
 * projects and bins. What a cut does not hold is found, never silently dropped.
 */
export function parseXmeml(text: string): ParsedCut {
  const [first, ...others] = parseXmemlSequences(text);
  const left = others.map(({ cut }) =>
    found(
      'xmeml-sequence-left-out',
      cut?.name ?? '',
      'Only the first sequence of the file was read.',
    ),
  );
  const { cut = null, findings = [] } = first ?? {};
  return { cut, findings: [...left, ...findings] };
}

/** As {@link parseXmeml}, every sequence of the document; one refusal where there is none. */
export function parseXmemlSequences(text: string): readonly ParsedCut[] {
  const { root, defect } = parseXml(text);
  if (!root || defect !== '') return [refuse(`This is no whole XML document: ${defect}.`)];
  if (root.name !== 'xmeml')
    return [refuse(`This is XML, but no FCP7 XML: it begins with <${root.name}>.`)];
  const sequences = findSequences(root);
  if (sequences.length === 0) return [refuse('There is no sequence in it.')];
  const files = indexFiles(root);
  return sequences.map((sequence) => readSequence(sequence, files));
}

/** Sequences that stand in projects and bins; nested ones belong to theirs. */
function findSequences(parent: XmlElement): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.name === 'sequence') return childOf(child, 'media') ? [child] : [];
    return ['project', 'children', 'bin'].includes(child.name) ? findSequences(child) : [];
  });
}

function readSequence(sequence: XmlElement, files: ReadonlyMap<string, XmlElement>): ParsedCut {
  const { settings, countedRate, findings } = readXmemlSettings(sequence);
  const { width, height } = settings;
  const shared = { frameRate: countedRate, width, height, files };
  const video = readTracks(sequence, { ...shared, kind: 'video' });
  const audio = foldTracks(readTracks(sequence, { ...shared, kind: 'audio' }));
  const { tracks, media } = assignXmemlIds([...video, ...audio].map(({ events }) => events));
  const toTrack = (track: XmemlTrack, events: readonly CutEvent[] = []) => ({
    enabled: track.enabled,
    events: sortEvents(events),
  });
  const cut: Cut = {
    ...settings,
    videoTracks: video.map((track, index) => ({
      name: track.name ?? `V${index + 1}`,
      ...toTrack(track, tracks[index]),
    })),
    audioTracks: audio.map((track, index) => ({
      name: track.name ?? `A${index + 1}`,
      ...toTrack(track, tracks[video.length + index]),
    })),
    markers: childrenOf(sequence, 'marker').map((marker) => readMarker(marker, countedRate)),
    media,
  };
  return { cut, findings: [...findings, ...[...video, ...audio].flatMap(describeTrack)] };
}

function readTracks(sequence: XmlElement, context: TrackContext): readonly XmemlTrack[] {
  const parent = childOf(childOf(sequence, 'media'), context.kind);
  return childrenOf(parent, 'track').map((track) => readXmemlTrack(track, context));
}

function sortEvents(events: readonly CutEvent[]): readonly CutEvent[] {
  return [...events].sort((left, right) => (left.range.start < right.range.start ? -1 : 1));
}

function describeTrack({ findings, events }: XmemlTrack): readonly Finding[] {
  return [...findings, ...events.flatMap((event) => event.findings)];
}

/** An out point of -1 marks a single frame's place, without length. */
function readMarker(marker: XmlElement, rate: FrameRate): CutMarker {
  const inFrames = parseFrames(textOf(marker, 'in')) ?? 0;
  const outFrames = parseFrames(textOf(marker, 'out')) ?? -1;
  const start = readTime(marker, 'startTicks', { frames: inFrames, rate });
  const end = readTime(marker, 'endTicks', { frames: outFrames, rate });
  return {
    startTicks: start,
    durationTicks: outFrames >= inFrames ? subtractTicks(end, start) : zeroTicks,
    name: textOf(marker, 'name') ?? '',
    comment: textOf(marker, 'comment') ?? '',
    color: parsePproColor(textOf(marker, 'pproColor')),
  };
}

function refuse(message: string): ParsedCut {
  return {
    cut: null,
    findings: [{ ...found('xmeml-unreadable', 'xmeml', message), severity: 'error' }],
  };
}

function found(code: string, subject: string, message: string): Finding {
  return { code, severity: 'warning', subject, message };
}
