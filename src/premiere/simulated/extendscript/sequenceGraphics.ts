import fs from 'node:fs';
import path from 'node:path';
import { formatFrameRate, frameRateOfTicks } from '../../../domain/time/FrameRate';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import { makeBin, putIntoBin } from '../model/bins';
import { addMedia, madeMedia, makeClip, stillTicks } from '../model/media';
import { placeItem } from '../model/placing';
import type { Bin, Clip, Project, Sequence, TrackItem } from '../model/ProjectModel';
import type { Dom } from './Dom';
import { placingTime } from './timeArguments';
import { editTracks } from './timelineEvents';

/** The bin that graphics templates are put into. */
const templateBin = 'Motion Graphics Template Media';

/** Methods that place a graphics template; what they return is the track item with its picture. */
export function graphicMutators(dom: Dom) {
  return {
    importMGT: {
      run: (sequence: Sequence, args: readonly unknown[]) => {
        if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
        const file = path.resolve(toText(args[0]));
        if (!fs.existsSync(file)) return undefined;
        return place(dom, sequence, { file, args: args.slice(1) });
      },
      pretend: () => undefined,
    },
    importMGTFromLibrary: {
      run: (sequence: Sequence, args: readonly unknown[]) => {
        if (args.length < 3) throw new ScriptError(scriptErrorTexts.notEnough);
        const file = `${toText(args[0])}/${toText(args[1])}`;
        return place(dom, sequence, { file, args: args.slice(2) });
      },
      pretend: () => undefined,
    },
  };
}

interface TemplatePlacement {
  readonly file: string;
  /** Time, video track, audio track. */
  readonly args: readonly unknown[];
}

function place(dom: Dom, sequence: Sequence, { file, args }: TemplatePlacement) {
  const track = (value: unknown) => (value === undefined ? 0 : toNumber(value));
  const request = {
    item: templateItem(dom, sequence, file),
    startTicks: placingTime(dom, args[0], sequence),
    videoTrack: track(args[1]),
    audioTrack: track(args[2]),
    mode: 'overwrite',
  } as const;
  const placed = editTracks(dom, sequence, () => placeItem(sequence, request, dom.session.ids));
  for (const use of placed) use.graphic = file;
  return shown(dom, placed);
}

function shown(dom: Dom, [use]: readonly TrackItem[]): object | undefined {
  return use ? dom.wrap('TrackItem', use) : undefined;
}

/** The project item of a template, made on its first use in the raster of the sequence. */
function templateItem(dom: Dom, sequence: Sequence, file: string): Clip {
  const { ids } = dom.session;
  const project = dom.projectOf(sequence.item);
  const bin = binOfTemplates(dom, project);
  const name = path.basename(file, path.extname(file));
  const known = bin.children.find((item) => item.kind === 'clip' && item.name === name);
  if (known?.kind === 'clip') return known;
  const { width, height, frameTicks } = sequence;
  const frameRate = formatFrameRate(frameRateOfTicks(frameTicks));
  const media = madeMedia({
    kind: 'graphic',
    path: '',
    durationTicks: stillTicks,
    video: { width, height, frameRate },
    audio: null,
  });
  addMedia(project, media);
  const clip = makeClip(ids, media, name);
  putIntoBin(clip, bin);
  return clip;
}

function binOfTemplates(dom: Dom, { root }: Project): Bin {
  const known = root.children.find((item) => item.kind === 'bin' && item.name === templateBin);
  if (known?.kind === 'bin') return known;
  const bin = makeBin(dom.session.ids, templateBin);
  putIntoBin(bin, root);
  return bin;
}
