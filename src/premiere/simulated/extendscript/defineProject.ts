import path from 'node:path';
import { parseSequencePreset } from './sequencePreset';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toList, toNumber, toText } from '../es3/scriptValues';
import { deleteBin, isInProject } from '../model/bins';
import { hasColumn } from '../model/metadata';
import { audioClipsOf, hasPicture, placeItem } from '../model/placing';
import type { PlaceableItem, Project, Sequence } from '../model/ProjectModel';
import {
  addSequence,
  deleteSequence,
  fallbackFormat,
  formatOfItem,
  growTracks,
  makeSequence,
  type SequenceFormat,
} from '../model/sequences';
import { endOfItem } from '../model/timeGrid';
import { zeroTicks } from '../../../domain/time/Ticks';
import { importing } from './importing';
import type { Dom } from './Dom';

/** Tracks of each kind that a sequence has at least. */
const leastTracks = 3;

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
      activeSequence: ({ activeSequence }) =>
        activeSequence ? dom.wrap('Sequence', activeSequence) : undefined,
      isCloudProject: () => false,
    },
    setters: {
      activeSequence: (project, value) => activate(dom, project, dom.demand('Sequence', value)),
    },
    methods: {
      getInsertionBin: ({ insertionBin }) => dom.wrap('ProjectItem', insertionBin),
      getProjectPanelMetadata: () => '',
      setProjectPanelMetadata: () => 0,
      consolidateDuplicates: () => 0,
      pauseGrowing: () => 0,
    },
    mutators: {
      ...importing(dom),
      ...saving(dom),
      ...creatingSequences(dom),
      ...managingSequences(dom),
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

function saving(dom: Dom) {
  return {
    save: {
      run: (project: Project) => {
        dom.services.saveProject(project);
        return 0;
      },
    },
    saveAs: {
      run: (project: Project, [target]: readonly unknown[]) => {
        project.path = path.resolve(toText(target));
        project.root.name = path.basename(project.path);
        dom.services.saveProject(project);
        return 0;
      },
    },
    closeDocument: {
      run: (project: Project, [saves]: readonly unknown[]) => {
        if (toFlag(saves)) dom.services.saveProject(project);
        dom.session.remove(project);
        return true;
      },
      pretend: () => true,
    },
    addPropertyToProjectMetadataSchema: {
      run: (project: Project, [name, label, type]: readonly unknown[]) => {
        const column = toText(name);
        if (hasColumn(project, column)) return undefined;
        project.columns.set(column, { label: toText(label), type: toNumber(type) });
        return true;
      },
      pretend: () => true,
    },
  };
}

function creatingSequences(dom: Dom) {
  const show = (sequence: Sequence) => dom.wrap('Sequence', sequence);
  return {
    createNewSequenceFromClips: {
      run: (project: Project, args: readonly unknown[]) => {
        const sequence = fromClips(dom, args);
        addSequence(project, sequence, dom.binOr(args[2], project.insertionBin));
        return show(sequence);
      },
      pretend: (_project: Project, args: readonly unknown[]) => show(fromClips(dom, args)),
    },
    newSequence: {
      run: (project: Project, args: readonly unknown[]) => {
        const sequence = fromPreset(dom, args);
        addSequence(project, sequence, project.insertionBin);
        return show(sequence);
      },
      pretend: (_project: Project, args: readonly unknown[]) => show(fromPreset(dom, args)),
    },
    // The New Sequence dialog: nothing goes on until somebody closes it, and nobody chose anything.
    createNewSequence: {
      run: () => {
        dom.session.dialog = { title: 'New Sequence' };
        return 0;
      },
    },
  };
}

function buildSequence(dom: Dom, name: unknown, format: SequenceFormat): Sequence {
  const sequence = makeSequence(toText(name), format, dom.session.ids);
  growTracks(sequence, leastTracks, leastTracks);
  return sequence;
}

function fromClips(dom: Dom, args: readonly unknown[]): Sequence {
  if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
  const items = toList(args[1]).map((item) => dom.placeable(item));
  const sequence = buildSequence(dom, args[0], formatOfItem(items.find(hasPicture) ?? items[0]));
  layInOrder(dom, sequence, items);
  return sequence;
}

function fromPreset(dom: Dom, [name, presetPath]: readonly unknown[]): Sequence {
  return buildSequence(dom, name, parseSequencePreset(toText(presetPath)) ?? fallbackFormat);
}

/** One clip after another on the first tracks, with as many audio tracks as the widest needs. */
function layInOrder(dom: Dom, sequence: Sequence, items: readonly PlaceableItem[]): void {
  const widest = Math.max(0, ...items.map((item) => audioClipsOf(item).length));
  growTracks(sequence, leastTracks, Math.max(leastTracks, widest));
  for (const item of items) {
    const startTicks = sequence.item ? endOfItem(sequence.item) : zeroTicks;
    const request = { item, startTicks, videoTrack: 0, audioTrack: 0, mode: 'overwrite' } as const;
    placeItem(sequence, request, dom.session.ids);
  }
}

function managingSequences(dom: Dom) {
  return {
    deleteSequence: {
      run: (project: Project, [sequence]: readonly unknown[]) =>
        deleteSequence(project, dom.demand('Sequence', sequence)),
      pretend: () => true,
    },
    openSequence: {
      run: (project: Project, [sequenceId]: readonly unknown[]) => {
        const sequence = project.sequences.find(({ id }) => id === toText(sequenceId));
        if (sequence) activate(dom, project, sequence);
        return sequence !== undefined;
      },
      pretend: () => true,
    },
    deleteAsset: {
      run: (project: Project, [item]: readonly unknown[]) => {
        const target = dom.demand('ProjectItem', item);
        if (target.kind === 'bin' && isInProject(target, project)) deleteBin(target, project);
        return 0;
      },
    },
  };
}

function activate(dom: Dom, project: Project, sequence: Sequence): void {
  if (!project.sequences.includes(sequence)) return;
  sequence.isOpen = true;
  const isOther = project.activeSequence !== sequence;
  project.activeSequence = sequence;
  if (!isOther) return;
  dom.services.applicationEvents.post('onSequenceActivated');
  dom.services.applicationEvents.post('onActiveSequenceChanged');
}
