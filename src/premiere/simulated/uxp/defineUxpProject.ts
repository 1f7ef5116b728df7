import fs from 'node:fs';
import path from 'node:path';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toList, toText } from '../es3/scriptValues';
import { importing } from '../extendscript/importing';
import { savingMutators } from '../extendscript/projectSaving';
import { activate, newSequence, sequenceMutators } from '../extendscript/projectSequences';
import { looksLikeProject } from '../file/projectFiles';
import type { Bin, Project, Sequence } from '../model/ProjectModel';
import { closeSequence } from '../model/sequences';
import { describeThrown } from './describeThrown';
import type { Uxp } from './Uxp';
import type { UxpCompound } from './UxpTransaction';

type Args = readonly unknown[];

/** `Project`, its lock and its transactions. */
export function defineUxpProject(uxp: Uxp): void {
  const { dom } = uxp;
  const show = (project: Project | null | undefined) => uxp.wrapOr('Project', project);
  defineActions(uxp);
  uxp.define('Project', {
    isStale: (project) => !dom.session.projects.includes(project),
    getters: {
      guid: ({ documentId }) => uxp.wrap('Guid', { text: documentId }),
      name: (project) => path.basename(project.path),
      path: (project) => project.path,
    },
    methods: {
      lockedAccess: (project, [callback]) => lockedAccess(uxp, project, callback),
      executeTransaction: (project, [callback]) => executeTransaction(uxp, project, callback),
      getSequence: (project, [guid]) => uxp.wrapOr('Sequence', sequenceById(uxp, project, guid)),
    },
    promises: {
      getRootItem: ({ root }) => uxp.wrap('FolderItem', root),
      getInsertionBin: ({ insertionBin }) => uxp.wrap('ProjectItem', insertionBin),
      getActiveSequence: (project) => uxp.wrapOr('Sequence', dom.session.shownSequence(project)),
      getSequences: ({ sequences }) => uxp.wrapAll('Sequence', sequences),
    },
    changes: { ...projectChanges(uxp), ...makingChanges(uxp), ...sequenceChanges(uxp) },
    statics: {
      getProject: (_none, [guid]) => show(projectById(uxp, guid)),
      isProject: (_none, [file]) => looksLikeProject(path.resolve(toText(file))),
    },
    staticPromises: {
      getActiveProject: () => show(dom.session.shownProject),
      open: (_none, [file]) => show(dom.services.openProject(path.resolve(toText(file)), false)),
      createProject: (_none, [file]) => show(createProject(uxp, path.resolve(toText(file)))),
    },
  });
}

function defineActions(uxp: Uxp): void {
  uxp.define('Action', {});
  uxp.define('CompoundAction', {
    getters: { empty: ({ actions }) => actions.length === 0 },
    methods: {
      addAction: (compound, [action]) =>
        uxp.services.locks.add(compound, uxp.demand('Action', action)),
    },
  });
}

/** Nobody waits for what comes back: an async callback has lost the lock at its first await. */
function lockedAccess(uxp: Uxp, project: Project, callback: unknown): void {
  uxp.services.locks.hold(project, () => {
    uxp.realm.hush(uxp.realm.call(callback, []), noteIgnored(uxp, 'lockedAccess'));
  });
}

/**
 * Runs the callback, then makes all of its changes as one step of undoing; none when the callback
 * threw. The callback sees the project as it was before, whatever it has added.
 */
function executeTransaction(uxp: Uxp, project: Project, callback: unknown): boolean {
  if (typeof callback !== 'function') throw new ScriptError(scriptErrorTexts.illegalType);
  const compound: UxpCompound = { project, actions: [], isOpen: true };
  try {
    const returned = uxp.realm.call(callback, [uxp.wrap('CompoundAction', compound)]);
    uxp.realm.hush(returned, noteIgnored(uxp, 'executeTransaction'));
  } catch (thrown) {
    uxp.dom.session.log.push(`executeTransaction gave up: ${describeThrown(thrown).message}`);
    return false;
  } finally {
    compound.isOpen = false;
  }
  if (compound.actions.length === 0) return true;
  return toFlag(
    uxp.services.change(
      () => {
        uxp.dom.session.undoIndex += 1;
        for (const action of compound.actions) {
          action.isDone = true;
          action.apply();
        }
        return true;
      },
      () => true,
    ),
  );
}

function noteIgnored(uxp: Uxp, name: string) {
  return (thrown: unknown) => {
    const words = describeThrown(thrown).message;
    uxp.dom.session.log.push(`A promise that ${name} ignored was rejected: ${words}`);
  };
}

function sequenceById(uxp: Uxp, { sequences }: Project, guid: unknown): Sequence | undefined {
  const { text } = uxp.demand('Guid', guid);
  return sequences.find(({ id }) => id === text);
}

function projectById(uxp: Uxp, guid: unknown): Project | undefined {
  const { text } = uxp.demand('Guid', guid);
  return uxp.dom.session.projects.find(({ documentId }) => documentId === text);
}

function createProject(uxp: Uxp, file: string): Project | null {
  if (!fs.existsSync(path.dirname(file))) return null;
  const { services } = uxp.dom;
  const project = services.openProject(file, true);
  if (!fs.existsSync(file)) services.saveProject(project);
  return project;
}

/** Importing, saving and closing: neither lock nor undo. */
function projectChanges(uxp: Uxp) {
  const { dom } = uxp;
  const saving = savingMutators(dom);
  const imports = importing(dom);
  return {
    save: { run: (project: Project) => saving.save.run(project) === 0 },
    saveAs: { run: (project: Project, args: Args) => saving.saveAs.run(project, args) === 0 },
    close: { run: (project: Project) => saving.closeDocument.run(project, []) },
    importFiles: {
      run: (project: Project, [paths, suppressesUi, bin, asStills]: Args) => {
        const into = dom.wrap('ProjectItem', binOf(uxp, project, bin));
        return imports.importFiles.run(project, [paths, suppressesUi, into, asStills]);
      },
    },
    importSequences: {
      run: (project: Project, [file, guids]: Args) => {
        const wanted =
          guids === undefined
            ? undefined
            : toList(guids).map((guid) => uxp.demand('Guid', guid).text);
        return imports.importSequences.run(project, [file, wanted]);
      },
    },
    pauseGrowing: {
      run: (project: Project, [pauses]: Args) => {
        project.settings.growingPaused = toFlag(pauses);
        return true;
      },
    },
  };
}

/** A bin that was not thought of is refused; null means the root (premiere-hosts C2). */
function binOf(uxp: Uxp, project: Project, value: unknown): Bin {
  if (value === null) return project.root;
  const item = uxp.demandItem(value);
  if ('children' in item) return item;
  throw new ScriptError(scriptErrorTexts.illegalType);
}

/** Sequences that are made; null where none is. */
function makingChanges(uxp: Uxp) {
  const { dom } = uxp;
  const makers = sequenceMutators(dom);
  const made = (answer: unknown) => uxp.wrapOr('Sequence', dom.target('Sequence', answer));
  const fromPreset = {
    run: (project: Project, [name, preset = '']: Args) =>
      made(newSequence(dom).run(project, [name, preset])),
    pretend: () => null,
  };
  return {
    createSequence: fromPreset,
    createSequenceWithPresetPath: fromPreset,
    createSequenceFromMedia: {
      run: (project: Project, [name, items, bin]: Args) => {
        const clips = toList(items).map((item) =>
          dom.wrap('ProjectItem', uxp.demandPlaceable(item)),
        );
        const into = dom.wrap('ProjectItem', binOf(uxp, project, bin ?? null));
        return made(makers.createNewSequenceFromClips.run(project, [name, clips, into]));
      },
      pretend: () => null,
    },
  };
}

/** Sequences that are opened, closed and deleted. */
function sequenceChanges(uxp: Uxp) {
  const { dom } = uxp;
  const of = (work: (project: Project, sequence: Sequence) => boolean) => ({
    run: (project: Project, [given]: Args) => {
      const sequence = uxp.demand('Sequence', given);
      return project.sequences.includes(sequence) && work(project, sequence);
    },
  });
  const toFront = of((project, sequence) => {
    activate(dom, project, sequence);
    return true;
  });
  return {
    deleteSequence: of((project, sequence) =>
      sequenceMutators(dom).deleteSequence.run(project, [dom.wrap('Sequence', sequence)]),
    ),
    setActiveSequence: toFront,
    openSequence: toFront,
    closeSequence: of((project, sequence) => {
      closeSequence(project, sequence);
      return true;
    }),
  };
}
