import fs from 'node:fs';
import path from 'node:path';
import { formatXmeml, formatXmemlProject } from '../../../domain/interchange/xmeml/formatXmeml';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toText } from '../es3/scriptValues';
import { formatPart } from '../file/collectProject';
import { CutMediaIds, sequenceToCut } from '../interchange/sequenceToCut';
import type { Project, Sequence } from '../model/ProjectModel';
import type { Dom } from './Dom';

/** What the interchange exports answer (premiere-hosts E4); what a failure answers is not established. */
const answers = { done: 0, failed: 1 } as const;

/** Exports of a sequence into files of other programs. */
export function sequenceExports(dom: Dom) {
  return {
    exportAsFinalCutProXML: {
      run: (sequence: Sequence, [target, suppressesUi]: readonly unknown[]) => {
        const { text } = formatXmeml(sequenceToCut(sequence, new CutMediaIds()));
        return writeExport(dom, { target, text, isQuiet: toFlag(suppressesUi) });
      },
    },
    exportAsProject: {
      run: (sequence: Sequence, [target]: readonly unknown[]) => {
        const project = dom.projectOf(sequence.item);
        const moved = { ...project, path: path.resolve(toText(target)) };
        const text = formatPart(moved, [sequence]);
        return writeExport(dom, { target, text, isQuiet: false }) === answers.done;
      },
      pretend: () => true,
    },
  };
}

/** Exports of a project into files of other programs. */
export function projectExports(dom: Dom) {
  return {
    exportFinalCutProXML: {
      run: (project: Project, [target, suppressesUi]: readonly unknown[]) => {
        const ids = new CutMediaIds();
        const cuts = project.sequences.map((sequence) => sequenceToCut(sequence, ids));
        const { text } = formatXmemlProject(path.parse(project.path).name, cuts);
        return writeExport(dom, { target, text, isQuiet: toFlag(suppressesUi) });
      },
    },
    exportAAF: withoutWriter(dom, 'AAF'),
    exportOMF: withoutWriter(dom, 'OMF'),
    exportTimeline: {
      run: (_project: Project, [name]: readonly unknown[]) => {
        dom.session.alerts.push(`No export controller “${toText(name)}” is installed.`);
        return answers.failed;
      },
    },
  };
}

/** A format that the simulated Premiere cannot write: it says so, and nothing is written. */
function withoutWriter(dom: Dom, format: 'AAF' | 'OMF') {
  return {
    run: (_project: Project, args: readonly unknown[]) => {
      if (args.length < 10) throw new ScriptError(scriptErrorTexts.notEnough);
      dom.demand('Sequence', args[0]);
      const words = `The simulated Premiere writes no ${format}: “${toText(args[1])}” was not made.`;
      dom.session.alerts.push(words);
      return answers.failed;
    },
  };
}

interface TextExport {
  readonly target: unknown;
  readonly text: string;
  /** Whether a failure is told to the caller alone. */
  readonly isQuiet: boolean;
}

/** Writes an export: 0, or 1 with the reason among the alerts. */
export function writeExport(dom: Dom, { target, text, isQuiet }: TextExport): 0 | 1 {
  const filePath = path.resolve(toText(target));
  try {
    fs.writeFileSync(filePath, text);
    return answers.done;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    if (!isQuiet) dom.session.alerts.push(`“${filePath}” could not be written.`);
    return answers.failed;
  }
}
