import type { Cut } from '../../cut/Cut';
import type { Finding } from '../../finding/Finding';
import {
  formatFrameRate,
  sameFrameRate,
  ticksPerFrame,
  type FrameRate,
} from '../../time/FrameRate';
import type { Ticks } from '../../time/Ticks';
import { isHoldable } from '../xml/formatXml';
import { toXmemlRate } from './xmemlRate';

/** What other programs will not find in the FCP7 XML of a cut as the cut has it, in words. */
export function describeLosses(cut: Cut): readonly Finding[] {
  return [
    ...describeRates(cut),
    ...describePositions(cut),
    ...textsOf(cut)
      .filter((text) => !isHoldable(text))
      .map(describeText),
  ];
}

function describeRates(cut: Cut): readonly Finding[] {
  const rates: readonly (readonly [string, FrameRate])[] = [
    [cut.name, cut.frameRate],
    ...cut.media.flatMap(({ name, video }) => (video ? [[name, video.frameRate] as const] : [])),
  ];
  return rates
    .filter(([, rate]) => !sameFrameRate(rate, toXmemlRate(rate)))
    .map(([subject, rate]) => {
      const sayable = formatFrameRate(toXmemlRate(rate));
      const message = `FCP7 XML has no rate of ${formatFrameRate(rate)}; ${sayable} stands there.`;
      return { code: 'xmeml-rate-not-held', severity: 'warning', subject, message };
    });
}

function describePositions(cut: Cut): readonly Finding[] {
  const perFrame = ticksPerFrame(toXmemlRate(cut.frameRate));
  const isBetween = (ticks: Ticks) => ticks % perFrame !== 0n;
  const events = [...cut.videoTracks, ...cut.audioTracks].flatMap((track) => track.events);
  return [
    ...events.filter(({ range }) => isBetween(range.start) || isBetween(range.end)),
    ...cut.markers.filter(
      ({ startTicks, durationTicks }) => isBetween(startTicks) || isBetween(durationTicks),
    ),
  ].map(({ name }) => ({
    code: 'xmeml-between-frames',
    severity: 'warning',
    subject: name,
    message: 'It stands between two frames of the sequence; other programs read the frame.',
  }));
}

function textsOf(cut: Cut): readonly string[] {
  const tracks = [...cut.videoTracks, ...cut.audioTracks];
  return [
    cut.name,
    ...tracks.flatMap(({ name, events }) => [name, ...events.map((event) => event.name)]),
    ...cut.media.flatMap(({ id, name, reel, path }) => [id, name, reel ?? '', surrogatesOf(path)]),
    ...cut.markers.flatMap(({ name, comment }) => [name, comment]),
  ];
}

/** A path is percent-encoded and holds everything but half a surrogate pair. */
function surrogatesOf(path: string): string {
  return (path.match(/\p{Surrogate}/gu) ?? []).join('');
}

function describeText(text: string): Finding {
  const shown = JSON.stringify(text).slice(0, 80);
  return {
    code: 'xmeml-character-replaced',
    severity: 'warning',
    subject: text,
    message: `The name ${shown} has characters that XML cannot hold; “\uFFFD” stands in their place.`,
  };
}
