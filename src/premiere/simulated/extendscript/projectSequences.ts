import { zeroTicks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toList, toText } from '../es3/scriptValues';
import { deleteItem } from '../model/deleting';
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
import type { Dom } from './Dom';
import { parseSequencePreset } from './sequencePreset';

/** Tracks of each kind that a sequence has at least. */
const leastTracks = 3;

/** Making, opening and deleting sequences. */
export function sequenceMutators(dom: Dom) {
  const show = (sequence: Sequence) => dom.wrap('Sequence', sequence);
  return {
    createNewSequenceFromClips: {
      run: (project: Project, args: readonly unknown[]) => {
        const sequence = fromClips(dom, args);
        if (!sequence) return 0;
        addSequence(project, sequence, dom.binOr(args[2], project.insertionBin));
        tellActivated(dom);
        return show(sequence);
      },
      pretend: (_project: Project, args: readonly unknown[]) => {
        const sequence = fromClips(dom, args);
        return sequence ? show(sequence) : 0;
      },
    },
    // The New Sequence dialog: nothing goes on until somebody closes it, and nobody chose anything.
    createNewSequence: {
      run: () => {
        dom.session.dialog = { title: 'New Sequence' };
        return 0;
      },
    },
    deleteSequence: {
      run: (project: Project, [sequence]: readonly unknown[]) =>
        remove(dom, project, dom.demand('Sequence', sequence)),
      pretend: () => true,
    },
    openSequence: {
      run: (project: Project, [sequenceId]: readonly unknown[]) => {
        const wanted = toText(sequenceId);
        const sequence = project.sequences.find(({ id }) => id === wanted);
        if (sequence) activate(dom, project, sequence);
        return sequence !== undefined;
      },
      pretend: () => true,
    },
    ...(dom.session.behaviour.hasNewSequence ? { newSequence: newSequence(dom) } : {}),
  };
}

/** `newSequence(name, presetPath)`: a preset that cannot be read gives the default. */
export function newSequence(dom: Dom) {
  return {
    run: (project: Project, args: readonly unknown[]) => {
      const sequence = fromPreset(dom, args);
      addSequence(project, sequence, project.insertionBin);
      tellActivated(dom);
      return dom.wrap('Sequence', sequence);
    },
    pretend: (_project: Project, args: readonly unknown[]) =>
      dom.wrap('Sequence', fromPreset(dom, args)),
  };
}

/** Brings a sequence of a project to the front and tells who listens. */
export function activate(dom: Dom, project: Project, sequence: Sequence): void {
  if (!project.sequences.includes(sequence)) return;
  sequence.isOpen = true;
  if (project.activeSequence === sequence) return;
  project.activeSequence = sequence;
  tellActivated(dom);
}

function tellActivated(dom: Dom): void {
  dom.services.applicationEvents.post('onSequenceActivated');
  dom.services.applicationEvents.post('onActiveSequenceChanged');
}

function remove(dom: Dom, project: Project, sequence: Sequence): boolean {
  if (!project.sequences.includes(sequence)) return false;
  const wasActive = project.activeSequence === sequence;
  if (sequence.item) deleteItem(sequence.item, project, dom.session);
  else deleteSequence(project, sequence);
  if (wasActive) dom.services.applicationEvents.post('onActiveSequenceChanged');
  return true;
}

function buildSequence(dom: Dom, name: unknown, format: SequenceFormat): Sequence {
  const sequence = makeSequence(toText(name), format, dom.session.ids);
  growTracks(sequence, leastTracks, leastTracks);
  return sequence;
}

/** Settings follow the first clip with a picture; without clips there is no sequence. */
function fromClips(dom: Dom, args: readonly unknown[]): Sequence | undefined {
  if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
  const items = toList(args[1]).map((item) => dom.placeable(item));
  const [first] = items;
  if (!first) return undefined;
  const sequence = buildSequence(
    dom,
    args[0] ?? first.name,
    formatOfItem(items.find(hasPicture) ?? first),
  );
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
