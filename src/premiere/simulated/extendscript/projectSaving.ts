import path from 'node:path';
import { toFlag, toText } from '../es3/scriptValues';
import type { Project } from '../model/ProjectModel';
import type { Dom } from './Dom';

/** Saving and closing a project. */
export function savingMutators(dom: Dom) {
  return {
    save: {
      run: (project: Project) => {
        dom.services.saveProject(project);
        return 0;
      },
    },
    saveAs: {
      run: (project: Project, [target]: readonly unknown[]) => {
        const before = project.path;
        moveTo(project, path.resolve(toText(target)));
        try {
          dom.services.saveProject(project);
        } catch (cause) {
          moveTo(project, before);
          throw cause;
        }
        return 0;
      },
    },
    closeDocument: {
      run: (project: Project, [savesFirst, asks]: readonly unknown[]) => {
        if (toFlag(savesFirst)) dom.services.saveProject(project);
        else if (toFlag(asks) && !dom.services.isSaved(project)) {
          dom.session.dialog = { title: `Save changes to “${path.basename(project.path)}”?` };
        }
        dom.session.remove(project);
        return true;
      },
      pretend: () => true,
    },
  };
}

function moveTo(project: Project, target: string): void {
  project.path = target;
  project.root.name = path.basename(target);
}
