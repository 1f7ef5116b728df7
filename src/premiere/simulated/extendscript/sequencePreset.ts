import fs from 'node:fs';
import { parseTicks, ticksPerSecond } from '../../../domain/time/Ticks';
import { childOf, textOf, type XmlElement } from '../../../domain/interchange/xml/XmlElement';
import { parseXml } from '../../../domain/interchange/xml/parseXml';
import type { SequenceFormat } from '../model/sequences';

/** Frames, raster and sound of a `.sqpreset` file; undefined when it cannot be read as one. */
export function parseSequencePreset(presetPath: string): SequenceFormat | undefined {
  const holder = readHolder(presetPath);
  const frame = /^\d+$/.exec(textOf(holder, 'VideoFrameRate') ?? '')?.[0];
  const raster = /^\d+,\d+,(\d+),(\d+)$/.exec(textOf(holder, 'VideoFrameSize') ?? '');
  if (!frame || !raster) return undefined;
  const sample = Number(textOf(holder, 'AudioFrameRate') ?? '5292000');
  return {
    frameTicks: parseTicks(frame),
    width: Number(raster[1]),
    height: Number(raster[2]),
    sampleRate: Math.round(Number(ticksPerSecond) / sample),
  };
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
