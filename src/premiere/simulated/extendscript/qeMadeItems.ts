import { formatFrameRate, frameRateOfTicks } from '../../../domain/time/FrameRate';
import { putIntoBin } from '../model/bins';
import { addMedia, madeMedia, makeClip, stillTicks } from '../model/media';
import type { MediaKind, Project } from '../model/ProjectModel';
import { fallbackFormat } from '../model/sequences';
import type { Dom } from './Dom';

interface MadeItem {
  readonly kind: MediaKind;
  readonly name: string;
  readonly hasSound: boolean;
}

const made: Readonly<Record<string, MadeItem>> = {
  newAdjustmentLayer: { kind: 'adjustment', name: 'Adjustment Layer', hasSound: false },
  newBlackVideo: { kind: 'black', name: 'Black Video', hasSound: false },
  newTransparentVideo: { kind: 'transparent', name: 'Transparent Video', hasSound: false },
  newColorMatte: { kind: 'matte', name: 'Color Matte', hasSound: false },
  newBarsAndTone: { kind: 'bars', name: 'Bars and Tone', hasSound: true },
  newUniversalCountingLeader: {
    kind: 'countdown',
    name: 'Universal Counting Leader',
    hasSound: true,
  },
};

/**
 * Items that Premiere makes itself, in the raster that is given or the active sequence's. Which
 * argument is which is not established: two numbers above 15 are taken for a width and a height, a
 * text for the name.
 */
export function madeItems(dom: Dom) {
  const making = (item: MadeItem) => ({
    run: (project: Project, args: readonly unknown[]) => {
      make(dom, project, { item, args });
      return true;
    },
    pretend: () => true,
  });
  return Object.fromEntries(Object.entries(made).map(([name, item]) => [name, making(item)]));
}

interface Making {
  readonly item: MadeItem;
  readonly args: readonly unknown[];
}

function make(dom: Dom, project: Project, { item, args }: Making): void {
  const format = project.activeSequence ?? fallbackFormat;
  const [width, height] = args.filter((arg) => typeof arg === 'number' && arg > 15) as number[];
  const given = args.find((arg): arg is string => typeof arg === 'string' && arg !== '');
  const media = madeMedia({
    kind: item.kind,
    path: '',
    durationTicks: stillTicks,
    video: {
      width: width ?? format.width,
      height: height ?? format.height,
      frameRate: formatFrameRate(frameRateOfTicks(format.frameTicks)),
    },
    audio: item.hasSound ? { sampleRate: 48_000, channels: 2 } : null,
  });
  addMedia(project, media);
  putIntoBin(makeClip(dom.session.ids, media, given ?? item.name), project.insertionBin);
}
