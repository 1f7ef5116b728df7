import fs from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../../../contract/UserFacingError';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toText } from '../es3/scriptValues';
import { looksLikeProject } from '../file/projectFiles';
import type { Session } from '../model/Session';
import type { Dom } from './Dom';
import { importXmeml } from './importingXmeml';

/** What can be asked of projects without opening them. */
export function openingReaders() {
  return {
    isDocumentOpen: ({ projects }: Session) => projects.length > 0,
    isDocument: (_session: Session, [file]: readonly unknown[]) =>
      looksLikeProject(path.resolve(toText(file))),
  };
}

/** Opening and making projects: true, or false with the reason among the alerts. */
export function openingMutators(dom: Dom) {
  const yes = () => true;
  return {
    openDocument: {
      run: (_session: Session, [file]: readonly unknown[]) => {
        const target = path.resolve(toText(file));
        return told(dom, () => dom.services.openProject(target, false));
      },
      pretend: yes,
    },
    newProject: {
      run: (_session: Session, [file]: readonly unknown[]) => {
        const target = path.resolve(toText(file));
        return fs.existsSync(path.dirname(target)) && told(dom, () => make(dom, target));
      },
      pretend: yes,
    },
    openFCPXML: {
      run: (_session: Session, args: readonly unknown[]) => {
        if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
        const [file, target] = [path.resolve(toText(args[0])), path.resolve(toText(args[1]))];
        return fs.existsSync(file) && told(dom, () => openXmeml(dom, file, target));
      },
      pretend: yes,
    },
  };
}

function make(dom: Dom, target: string) {
  const project = dom.services.openProject(target, true);
  if (!fs.existsSync(target)) dom.services.saveProject(project);
  return project;
}

function openXmeml(dom: Dom, file: string, target: string): void {
  const project = make(dom, target);
  if (importXmeml(dom, project, { file, bin: project.root }).length > 0) return;
  throw new UserFacingError('bad-input', `“${file}” is no FCP7 XML with a sequence in it.`);
}

/** Premiere says in a dialog why it could not; here the message is kept and the script hears false. */
function told(dom: Dom, open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (cause) {
    if (!(cause instanceof UserFacingError)) throw cause;
    dom.session.alerts.push(cause.message);
    return false;
  }
}
