import { ticksPerSecond, toTicks, zeroTicks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber } from '../es3/scriptValues';
import type { Track } from '../model/ProjectModel';
import { addTransition } from '../model/transitions';
import type { Dom, QeStretch } from './Dom';
import { appliedEffectsOf, applyEffect, removeEffect } from './effects';
import { lengthOfText } from './qeTimes';

type Args = readonly unknown[];

/** How long a transition is when nobody says: the preference's second. */
const usualLength = toTicks(ticksPerSecond);

/** Effects and transitions onto an item; an effect or transition must be one that QE handed out. */
export function applying(dom: Dom) {
  const effect = (mediaType: Track['mediaType']) => ({
    run: ({ item, track }: QeStretch, [given]: Args) => {
      const found = dom.demand('QEVideoEffect', given);
      if (!item || track.mediaType !== mediaType) return false;
      return applyEffect(item, found);
    },
    pretend: () => true,
  });
  return {
    addVideoEffect: effect('Video'),
    addAudioEffect: effect('Audio'),
    addTransition: {
      run: (stretch: QeStretch, args: Args) => putTransition(dom, stretch, args),
      pretend: () => true,
    },
    // Five flags say of what kind; all that was applied goes when one of them is set.
    removeEffects: {
      run: ({ item }: QeStretch, flags: Args) => {
        if (flags.length < 5) throw new ScriptError(scriptErrorTexts.notEnough);
        if (!item || !flags.some(toFlag)) return false;
        for (const component of appliedEffectsOf(item)) removeEffect(component);
        return true;
      },
      pretend: () => true,
    },
  };
}

/** `addTransition(transition, atStart, length, offset, alignment, singleSided, alignToVideo)`. */
function putTransition(dom: Dom, { item, track, sequence }: QeStretch, args: Args): boolean {
  const [given, atStart, length, offset, alignment, isSingleSided] = args;
  const { matchName, mediaType } = dom.demand('QETransition', given);
  if (!item || mediaType !== track.mediaType) return false;
  const durationTicks = length === undefined ? usualLength : lengthOfText(sequence, length);
  if (durationTicks <= 0n) return false;
  const request = {
    matchName,
    item,
    isAtStart: toFlag(atStart),
    durationTicks,
    alignment: alignment === undefined ? 0.5 : toNumber(alignment),
    offsetTicks: offset === undefined ? zeroTicks : lengthOfText(sequence, offset),
    isSingleSided: toFlag(isSingleSided),
  };
  return addTransition(request, dom.session.ids) !== undefined;
}
