import path from 'node:path';
import { toFlag, toList, toText } from '../es3/scriptValues';
import { putIntoBin } from '../model/bins';
import { makeClip, mediaAt } from '../model/media';
import type { Bin, Project } from '../model/ProjectModel';
import type { Dom } from './Dom';

/** `importFiles`: true whatever happened; items stand last in the bin before the call returns. */
export function importing(dom: Dom) {
  return {
    importFiles: {
      run: (project: Project, [paths, suppressesUi, bin]: readonly unknown[]) => {
        const target = dom.binOr(bin, project.insertionBin);
        const refused = importInto(dom, project, {
          paths: toList(paths).map((given) => path.resolve(toText(given))),
          bin: target,
        });
        if (refused && !toFlag(suppressesUi)) dom.session.dialog = { title: refused };
        return true;
      },
      pretend: () => true,
    },
  };
}

interface Import {
  readonly paths: readonly string[];
  readonly bin: Bin;
}

/** Imports what can be imported; the message of the first file that could not. */
function importInto(dom: Dom, project: Project, { paths, bin }: Import): string | undefined {
  let refused: string | undefined;
  for (const [index, result] of dom.services.media.probe(paths).entries()) {
    if (!result.ok) {
      refused ??= result.message;
      continue;
    }
    const media = mediaAt(project, result.media, paths[index] ?? result.path);
    putIntoBin(makeClip(dom.session.ids, media), bin);
  }
  const { applicationEvents } = dom.services;
  applicationEvents.post('onItemsAddedToProjectSuccess');
  applicationEvents.post('onProjectChanged', project.documentId);
  return refused;
}
