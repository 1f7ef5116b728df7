import path from 'node:path';
import { effectsFor, findNamed, transitionsFor } from '../effects/effectCatalog';
import { nameIn } from '../effects/displayNames';
import { toNumber, toText } from '../es3/scriptValues';
import { makeBin, putIntoBin } from '../model/bins';
import type { Project } from '../model/ProjectModel';
import { addSequence, fallbackFormat, growTracks, makeSequence } from '../model/sequences';
import type { Dom } from './Dom';
import { importing } from './importing';
import { containerGetters, containerMethods } from './defineQeProjectItems';
import { madeItems } from './qeMadeItems';
import { parseSequencePreset } from './sequencePreset';

type MediaType = 'Video' | 'Audio';
type Args = readonly unknown[];

/** Tracks of each kind in a sequence whose preset says nothing of them. */
const leastTracks = 3;

const idle = ['isAudioConforming', 'isAudioPeakGenerating', 'isIndexing'];
const zero = [
  'numActiveProgressItems',
  'numAudioPeakGeneratedFiles',
  'numConformedFiles',
  'numIndexedFiles',
];

/** What this Premiere cannot do through QE. */
const refused = [
  'close',
  'saveAs',
  'import',
  'importAEComps',
  'importAllAEComps',
  'importPSD',
  'importProject',
  'init',
  'newCaption',
  'newSmartBin',
  'undoStack',
];

/** `qe.project`. */
export function defineQeProject(dom: Dom): void {
  const bins = containerMethods(dom);
  dom.define('QEProject', {
    getters: {
      ...Object.fromEntries(idle.map((name) => [name, () => false])),
      ...Object.fromEntries(zero.map((name) => [name, () => 0])),
      ...containerGetters((project: Project) => project.root),
      name: (project) => path.basename(project.path),
      path: (project) => project.path,
      numSequences: ({ sequences }) => sequences.length,
      currentRendererName: () => 'Mercury Playback Engine Software Only',
      importFailures: () => dom.realm.array([]),
      displayColorProfilesList: () => dom.realm.array([]),
    },
    methods: {
      getActiveSequence: ({ activeSequence }) =>
        activeSequence ? dom.wrap('QESequence', activeSequence) : undefined,
      getSequenceAt: ({ sequences }, [index]) => {
        const sequence = sequences[toNumber(index)];
        return sequence ? dom.wrap('QESequence', sequence) : undefined;
      },
      getItemAt: ({ root }, args) => bins.getItemAt(root, args),
      getBinAt: ({ root }, args) => bins.getBinAt(root, args),
      getSequenceItemAt: ({ root }, args) => bins.getSequenceItemAt(root, args),
      findItemByID: ({ root }, [id]) => bins.findItem(root, toText(id)),
      ...Object.fromEntries(refused.map((name) => [name, () => false])),
      ...finders(dom),
      ...upkeep(dom),
    },
    mutators: { ...making(dom), ...madeItems(dom), ...importing(dom) },
  });
}

/** Effects and transitions by the names the interface shows, and lists of those names. */
function finders(dom: Dom) {
  const { language, behaviour } = dom.session;
  const names = (entries: readonly { readonly name: string }[]) => () =>
    dom.realm.array(
      behaviour.listsEffects ? entries.map(({ name }) => nameIn(language, name)) : [],
    );
  const effect =
    (mediaType: MediaType) =>
    (_project: Project, [name]: Args) => {
      const found = findNamed(effectsFor(mediaType), toText(name), language);
      return found ? dom.wrap('QEVideoEffect', found) : undefined;
    };
  const transition =
    (mediaType: MediaType) =>
    (_project: Project, [name]: Args) => {
      const found = findNamed(transitionsFor(mediaType), toText(name), language);
      return found ? dom.wrap('QETransition', found) : undefined;
    };
  return {
    getVideoEffectByName: effect('Video'),
    getAudioEffectByName: effect('Audio'),
    getVideoTransitionByName: transition('Video'),
    getAudioTransitionByName: transition('Audio'),
    getVideoEffectList: names(effectsFor('Video')),
    getAudioEffectList: names(effectsFor('Audio')),
    getVideoTransitionList: names(transitionsFor('Video')),
    getAudioTransitionList: names(transitionsFor('Audio')),
  };
}

function upkeep(dom: Dom) {
  return {
    deletePreviewFiles: () => true,
    flushCache: () => true,
    resetNumFilesCounter: () => true,
    getRemainingMetadataCacheIndexCount: () => 0,
    sizeOnDisk: () => 0,
    getRendererNames: () => dom.realm.array(['Mercury Playback Engine Software Only']),
    setRenderer: () => true,
    undoStackIndex: () => dom.session.undoIndex,
    // Steps are counted and not kept: nothing is taken back.
    undo: () => false,
    redo: () => false,
    save: (project: Project) => {
      dom.services.saveProject(project);
      return true;
    },
  };
}

function making(dom: Dom) {
  return {
    newBin: {
      run: ({ root }: Project, [name]: Args) => {
        const bin = makeBin(dom.session.ids, toText(name));
        putIntoBin(bin, root);
        return dom.wrap('QEProjectItemContainer', bin);
      },
      pretend: () => true,
    },
    newSequence: {
      run: (project: Project, [name, presetPath]: Args) => {
        const preset = presetPath === undefined ? undefined : toText(presetPath);
        const format = preset === undefined ? undefined : parseSequencePreset(preset);
        const sequence = makeSequence(toText(name), format ?? fallbackFormat, dom.session.ids);
        growTracks(sequence, leastTracks, leastTracks);
        addSequence(project, sequence, project.root);
        return true;
      },
      pretend: () => true,
    },
  };
}
