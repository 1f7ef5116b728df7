import fs from 'node:fs';
import path from 'node:path';
import { toFlag, toList, toText } from '../es3/scriptValues';
import { putIntoBin } from '../model/bins';
import {
  addMedia,
  knownMedia,
  makeClip,
  madeMedia,
  mediaAt,
  stillTicks,
  toMedia,
} from '../model/media';
import type { Bin, Clip, Media, Project, ProjectItem } from '../model/ProjectModel';
import type { Dom } from './Dom';
import { importProject, importSequencesOf, type ImportedFile } from './importingProjects';
import { importXmeml } from './importingXmeml';
import { readStills } from './numberedStills';

/** Files by what Premiere makes of them; everything else is media. */
const kinds = {
  captions: /\.srt$/i,
  xmeml: /\.xml$/i,
  project: /\.(prproj|sfproj)$/i,
  afterEffects: /\.aepx?$/i,
  still: /\.(png|jpe?g|tiff?|tga|bmp|psd|exr|dpx|gif|heic)$/i,
} as const;

/** `importFiles` and the other calls that bring something into a project. */
export function importing(dom: Dom) {
  return {
    importFiles: {
      run: (project: Project, [paths, suppressesUi, bin, asStills]: readonly unknown[]) => {
        const order: Import = {
          paths: toList(paths).map((given) => path.resolve(toText(given))),
          bin: dom.binOr(bin, project.insertionBin),
          asStills: toFlag(asStills),
          isQuiet: toFlag(suppressesUi),
        };
        // The answer is true whatever happens, and some versions are done only later (E5).
        if (dom.session.behaviour.importsLate)
          dom.session.later(() => importInto(dom, project, order));
        else importInto(dom, project, order);
        return true;
      },
      pretend: () => true,
    },
    importSequences: {
      run: (project: Project, [file, ids]: readonly unknown[]) => {
        const wanted = ids === undefined || ids === null ? null : toList(ids).map(toText);
        const target = { file: path.resolve(toText(file)), bin: project.insertionBin };
        const added = importSequencesOf(dom, project, { ...target, ids: wanted });
        tellOf(dom, project, added);
        return added.length > 0;
      },
      pretend: () => true,
    },
    // There is no After Effects here to ask for compositions.
    importAEComps: { run: () => false, pretend: () => false },
    importAllAEComps: { run: () => false, pretend: () => false },
  };
}

/** Imports files into a project's insertion bin, without dialogs. */
export function importPaths(dom: Dom, project: Project, paths: readonly string[]): void {
  const resolved = paths.map((given) => path.resolve(given));
  importInto(dom, project, {
    paths: resolved,
    bin: project.insertionBin,
    asStills: false,
    isQuiet: true,
  });
}

/** What is imported, and how. */
interface Import {
  readonly paths: readonly string[];
  readonly bin: Bin;
  readonly asStills: boolean;
  readonly isQuiet: boolean;
}

/** Imports what can be imported; the first file that cannot opens a dialog, unless it is quiet. */
function importInto(dom: Dom, project: Project, order: Import): void {
  const added: ProjectItem[] = [];
  const refused: string[] = [];
  const media = order.paths.filter((file) => {
    const items = importSpecial(dom, project, { file, bin: order.bin });
    if (items === undefined) return true;
    added.push(...items);
    return false;
  });
  for (const { item, message } of importMedia(dom, project, { ...order, paths: media })) {
    if (item) {
      putIntoBin(item, order.bin);
      added.push(item);
    } else refused.push(message);
  }
  tellOf(dom, project, added);
  const [title] = refused;
  if (title !== undefined && !order.isQuiet) dom.session.dialog = { title };
}

/** Imports a file that is no media, in its own way; undefined for what is media. */
function importSpecial(
  dom: Dom,
  project: Project,
  into: ImportedFile,
): readonly ProjectItem[] | undefined {
  const { file, bin } = into;
  if (kinds.afterEffects.test(file)) return [];
  if (!fs.existsSync(file)) return undefined;
  if (kinds.captions.test(file)) {
    const item = makeClip(dom.session.ids, captionsAt(project, file));
    putIntoBin(item, bin);
    return [item];
  }
  if (kinds.xmeml.test(file)) return importXmeml(dom, project, into);
  return kinds.project.test(file) ? importProject(dom, project, into) : undefined;
}

interface Imported {
  readonly item: Clip | null;
  readonly message: string;
}

function importMedia(dom: Dom, project: Project, { paths, asStills }: Import): Imported[] {
  const runs = asStills ? readStills(paths) : paths.map((file) => ({ file, frames: 1 }));
  const results = dom.services.media.probe(runs.map(({ file }) => file));
  return runs.map(({ file, frames }, index) => {
    const result = results[index];
    if (!result?.ok) return { item: null, message: result?.message ?? '' };
    const facts =
      frames > 1
        ? { ...result.media, durationTicks: lengthOf(result.media, frames) }
        : stillOr(result.media, file);
    return { item: makeClip(dom.session.ids, mediaAt(project, facts, file)), message: '' };
  });
}

type Facts = Media['facts'];

/** A still lasts as long as the preference says, whatever its file says. */
function stillOr(facts: Facts, file: string): Facts {
  return kinds.still.test(file) ? { ...facts, durationTicks: stillTicks.toString() } : facts;
}

/** So many frames at the rate of the stills. */
function lengthOf(facts: Facts, frames: number): string {
  const frameTicks = toMedia(facts, '').video?.frameTicks ?? stillTicks;
  return (frameTicks * BigInt(frames)).toString();
}

/** Captions last until the last of them ends. */
function captionsAt(project: Project, file: string): Media {
  const known = knownMedia(project, file);
  if (known) return known;
  const ends = [...fs.readFileSync(file, 'utf8').matchAll(/-->\s*(\d+):(\d+):(\d+)[,.](\d+)/g)];
  const [, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = (ends.at(-1) ?? []).map(Number);
  const lasts = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  const media = madeMedia({
    kind: 'captions',
    path: file,
    durationTicks: BigInt(lasts) * 254_016_000n,
    video: null,
    audio: null,
  });
  addMedia(project, media);
  return media;
}

/** Tells who listens what has arrived. */
function tellOf(dom: Dom, project: Project, added: readonly ProjectItem[]): void {
  const { applicationEvents } = dom.services;
  const one = 'onItemAddedToProjectSuccess';
  if (applicationEvents.handlerOf(one)) {
    for (const item of added) {
      applicationEvents.post(one, dom.wrap('Project', project), dom.wrap('ProjectItem', item));
    }
  }
  if (added.length > 0) applicationEvents.post('onItemsAddedToProjectSuccess');
}
