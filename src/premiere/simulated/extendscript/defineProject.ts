import path from 'node:path';
import type { Project } from '../model/ProjectModel';
import { importing } from './importing';
import { projectExports } from './interchangeExports';
import { assetMutators } from './projectAssets';
import { savingMutators } from './projectSaving';
import { activate, sequenceMutators } from './projectSequences';
import { settingMutators, settingReaders } from './projectSettings';
import type { Dom } from './Dom';

/** `Project` and the list of its sequences. */
export function defineProject(dom: Dom): void {
  defineSequenceCollection(dom);
  dom.define('Project', {
    isStale: (project) => !dom.session.projects.includes(project),
    getters: {
      name: (project) => path.basename(project.path),
      path: (project) => project.path,
      documentID: ({ documentId }) => documentId,
      rootItem: ({ root }) => dom.wrap('ProjectItem', root),
      sequences: (project) => dom.wrap('SequenceCollection', project),
      activeSequence: (project) => {
        const shown = dom.session.shownSequence(project);
        return shown ? dom.wrap('Sequence', shown) : dom.session.behaviour.noSequence;
      },
      isCloudProject: () => false,
      cloudProjectLocalID: () => '',
      cloudProjectlocalID: () => '',
    },
    setters: {
      activeSequence: (project, value) => {
        activate(dom, project, dom.demand('Sequence', value));
      },
    },
    methods: {
      getInsertionBin: ({ insertionBin }: Project) => dom.wrap('ProjectItem', insertionBin),
      ...settingReaders(dom),
    },
    mutators: {
      ...importing(dom),
      ...projectExports(dom),
      ...savingMutators(dom),
      ...sequenceMutators(dom),
      ...assetMutators(dom),
      ...settingMutators(),
    },
  });
}

function defineSequenceCollection(dom: Dom): void {
  dom.define('SequenceCollection', {
    collection: {
      counter: 'numSequences',
      count: ({ sequences }) => sequences.length,
      at: ({ sequences }, index) => {
        const sequence = sequences[index];
        return sequence ? dom.wrap('Sequence', sequence) : undefined;
      },
    },
  });
}
