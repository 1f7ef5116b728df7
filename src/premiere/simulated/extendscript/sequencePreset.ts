import fs from 'node:fs';
import { parseTicks, ticksPerSecond } from '../../../domain/time/Ticks';
import { childOf, textOf, type XmlElement } from '../../../domain/interchange/xml/XmlElement';
import { parseXml } from '../../../domain/interchange/xml/parseXml';
import type { SequenceSettings } from '../model/ProjectModel';
import type { SequenceFormat } from '../model/sequences';

/** What a `.sqpreset` file asks for; undefined when it cannot be read as one. */
export function parseSequencePreset(presetPath: string): SequenceFormat | undefined {
  const holder = readHolder(presetPath);
  const frame = /^\d+$/.exec(textOf(holder, 'VideoFrameRate') ?? '')?.[0];
  const raster = /^\d+,\d+,(\d+),(\d+)$/.exec(textOf(holder, 'VideoFrameSize') ?? '');
  if (!frame || !raster) return undefined;
  const displayFormat = numberOf(holder, 'VideoTimeDisplay');
  return {
    frameTicks: parseTicks(frame),
    width: Number(raster[1]),
    height: Number(raster[2]),
    sampleRate: sampleRateOf(holder),
    settings: settingsOf(holder),
    tracks: tracksOf(holder),
    ...(displayFormat === undefined ? {} : { displayFormat }),
  };
}

function sampleRateOf(holder: XmlElement | undefined): number {
  const sample = numberOf(holder, 'AudioFrameRate') ?? 5_292_000;
  return Math.round(Number(ticksPerSecond) / sample);
}

function settingsOf(holder: XmlElement | undefined): Partial<SequenceSettings> {
  const platform = process.platform === 'win32' ? 'Win' : 'Mac';
  const aspect = textOf(holder, 'VideoPixelAspectRatio')?.split(',');
  return withoutGaps({
    editingMode: textOf(holder, `EditingModeGUID.${platform}`)?.toLowerCase(),
    // `1,1` here, `1000000:1000000` in the settings.
    pixelAspectRatio: aspect?.map((part) => String(Number(part) * 1_000_000)).join(':'),
    fieldType: numberOf(holder, 'VideoFieldType'),
    audioChannelType: numberOf(holder, 'AudioChannelType'),
    audioChannelCount: numberOf(holder, 'AdaptiveNumChannels'),
    audioDisplayFormat: numberOf(holder, 'AudioTimeDisplay'),
    compositeLinearColor: flagOf(holder, 'VideoAllowLinearCompositing'),
    maximumBitDepth: flagOf(holder, 'VideoUseMaxBitDepth'),
    maximumRenderQuality: flagOf(holder, 'VideoUseMaxRenderQuality'),
  });
}

function withoutGaps(
  fields: Readonly<Record<string, string | number | boolean | undefined>>,
): Partial<SequenceSettings> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A preset counts its video tracks and lists its audio tracks as JSON, one object a track. */
function tracksOf(holder: XmlElement | undefined) {
  return {
    video: numberOf(holder, 'InitialNumberOfVideoTracks') ?? 0,
    audio: textOf(holder, 'AudioTracks')?.match(/"mTrackID"/g)?.length ?? 0,
  };
}

function numberOf(holder: XmlElement | undefined, name: string): number | undefined {
  const text = textOf(holder, name)?.trim();
  return text && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function flagOf(holder: XmlElement | undefined, name: string): boolean | undefined {
  const text = textOf(holder, name)?.trim();
  return text === undefined ? undefined : text === 'true';
}

function readHolder(presetPath: string): XmlElement | undefined {
  if (fs.statSync(presetPath, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return holderOf(parseXml(fs.readFileSync(presetPath, 'utf8')).root ?? undefined);
}

/** The element that holds the sequence's settings, wherever the version has put it. */
function holderOf(element: XmlElement | undefined): XmlElement | undefined {
  if (!element || childOf(element, 'VideoFrameRate')) return element;
  for (const child of element.children) {
    const found = holderOf(child);
    if (found && childOf(found, 'VideoFrameRate')) return found;
  }
  return undefined;
}
