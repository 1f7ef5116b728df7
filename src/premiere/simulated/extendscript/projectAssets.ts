import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import { consolidate } from '../model/consolidating';
import { deleteItem } from '../model/deleting';
import { hasColumn } from '../model/metadata';
import type { Project } from '../model/ProjectModel';
import { addSynthetic, makeSynthetic } from './syntheticMedia';
import type { Dom } from './Dom';

/** What changes the items of a project all at once, and what Premiere makes itself. */
export function assetMutators(dom: Dom) {
  return {
    consolidateDuplicates: {
      run: (project: Project) => {
        for (const item of consolidate(project)) dom.session.gone.add(item);
        return 0;
      },
    },
    deleteAsset: {
      run: (project: Project, [item]: readonly unknown[]) => {
        const target = item === undefined ? undefined : dom.demand('ProjectItem', item);
        if (target?.kind === 'bin') deleteItem(target, project, dom.session);
        return 0;
      },
    },
    placeAsset: { run: () => false, pretend: () => false },
    newBarsAndTone: {
      run: (project: Project, args: readonly unknown[]) =>
        dom.wrap('ProjectItem', addSynthetic(dom, project, barsOf(args))),
      pretend: (_project: Project, args: readonly unknown[]) =>
        dom.wrap('ProjectItem', makeSynthetic(dom, barsOf(args))),
    },
    addPropertyToProjectMetadataSchema: {
      run: (project: Project, args: readonly unknown[]) => {
        if (args.length < 3) throw new ScriptError(scriptErrorTexts.notEnough);
        const [name, label, type] = [toText(args[0]), toText(args[1]), toNumber(args[2])];
        if (hasColumn(project, name) || !metadataTypes.includes(type)) return undefined;
        project.columns.set(name, { label, type });
        return true;
      },
      pretend: () => true,
    },
  };
}

/** Integer, real, text, boolean. */
const metadataTypes: readonly number[] = [0, 1, 2, 3];

function barsOf(args: readonly unknown[]) {
  if (args.length < 7) throw new ScriptError(scriptErrorTexts.notEnough);
  const [width, height, frameTicks, numerator, denominator, sampleRate] = args
    .slice(0, 6)
    .map((value) => toNumber(typeof value === 'string' ? Number(value) : value));
  if (!width || !height || !frameTicks || !numerator || !denominator || !sampleRate) {
    throw new ScriptError(scriptErrorTexts.illegalType);
  }
  return {
    kind: 'bars',
    name: toText(args[6]),
    width,
    height,
    frameTicks: BigInt(Math.round(frameTicks)),
    pixelAspectRatio: numerator / denominator,
    sampleRate,
  } as const;
}
