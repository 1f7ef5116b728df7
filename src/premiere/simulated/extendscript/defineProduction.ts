import fs from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../../../contract/UserFacingError';
import { toFlag, toText } from '../es3/scriptValues';
import type { Project } from '../model/ProjectModel';
import type { Production, Session } from '../model/Session';
import type { Dom } from './Dom';

/** Projects in the folder of a production. */
const projectName = /\.(prproj|sfproj)$/i;

/** `app.production`: a folder of projects that is open as one. */
export function defineProduction(dom: Dom): void {
  const { session } = dom;
  dom.define('PrProduction', {
    isStale: (production) => session.production !== production,
    getters: {
      name: ({ path: folder }) => path.basename(folder),
      path: ({ path: folder }) => folder,
      projects: (production) => dom.wrap('ProjectCollection', openOnes(session, production)),
    },
    methods: {
      getLocked: ({ locked }, [project]) => locked.has(dom.demand('Project', project)),
    },
    mutators: productionMutators(dom),
  });
}

function productionMutators(dom: Dom) {
  const { session } = dom;
  const yes = () => true;
  return {
    close: {
      run: (production: Production) => {
        for (const project of openOnes(session, production)) session.remove(project);
        session.production = null;
        return true;
      },
      pretend: yes,
    },
    setLocked: {
      run: ({ locked }: Production, [given, state]: readonly unknown[]) => {
        const project = dom.demand('Project', given);
        if (toFlag(state)) locked.add(project);
        else locked.delete(project);
        return true;
      },
      pretend: yes,
    },
    addProject: {
      run: (_production: Production, [source, target]: readonly unknown[]) =>
        copyFile(path.resolve(toText(source)), path.resolve(toText(target))),
      pretend: yes,
    },
    moveToTrash: {
      run: (production: Production, [file, , saves]: readonly unknown[]) => {
        const target = path.resolve(toText(file));
        const project = session.projects.find((open) => open.path === target);
        if (project) closeFirst(dom, project, toFlag(saves));
        return moveToTrash(production, target);
      },
      pretend: yes,
    },
  };
}

function openOnes({ projects }: Session, { path: folder }: Production): Project[] {
  return projects.filter((project) => project.path.startsWith(`${folder}${path.sep}`));
}

/** `app.openPrProduction`: opens a folder with its projects; null when there is no such folder. */
export function openProduction(dom: Dom) {
  return {
    run: (session: Session, [folder]: readonly unknown[]) => {
      const target = path.resolve(toText(folder));
      if (fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true) return null;
      for (const name of fs.readdirSync(target).filter((one) => projectName.test(one))) {
        openQuietly(dom, path.join(target, name));
      }
      session.production = { path: target, locked: new Set() };
      return dom.wrap('PrProduction', session.production);
    },
    pretend: () => null,
  };
}

function openQuietly(dom: Dom, file: string): void {
  try {
    dom.services.openProject(file, false);
  } catch (cause) {
    if (!(cause instanceof UserFacingError)) throw cause;
    dom.session.alerts.push(cause.message);
  }
}

function closeFirst(dom: Dom, project: Project, saves: boolean): void {
  if (saves) dom.services.saveProject(project);
  dom.session.remove(project);
}

function copyFile(source: string, target: string): boolean {
  if (!fs.existsSync(source) || fs.existsSync(target)) return false;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.copyFileSync(source, target);
  return true;
}

/** Nothing is deleted: the file goes into a folder of the production. */
function moveToTrash({ path: folder }: Production, file: string): boolean {
  if (!file.startsWith(`${folder}${path.sep}`) || !fs.existsSync(file)) return false;
  const trash = path.join(folder, 'Trash');
  fs.mkdirSync(trash, { recursive: true });
  fs.renameSync(file, path.join(trash, path.basename(file)));
  return true;
}
