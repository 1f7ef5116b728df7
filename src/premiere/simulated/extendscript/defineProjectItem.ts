import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import {
  binOf,
  deleteBin,
  isWithin,
  itemsBelow,
  makeBin,
  putIntoBin,
  treePathOf,
} from '../model/bins';
import { makeClip } from '../model/media';
import type { Bin, Clip, ProjectItem } from '../model/ProjectModel';
import { floorToUnit, unitOfItem } from '../model/timeGrid';
import { toTicks } from '../../../domain/time/Ticks';
import { isClip, type Dom } from './Dom';
import { metadataMutators, metadataReaders } from './itemMetadata';
import {
  defineAudioMapping,
  mappingOf,
  markMutators,
  mediaMutators,
  mediaReaders,
} from './itemMedia';

/** `ProjectItem.type` by kind; a sequence is a clip. */
const types = { clip: 1, sequence: 1, bin: 2, root: 3 } as const;

/** `ProjectItem` and its children. */
export function defineProjectItem(dom: Dom): void {
  defineAudioMapping(dom);
  defineChildren(dom);
  dom.define('ProjectItem', {
    getters: {
      name: ({ name }) => name,
      nodeId: ({ nodeId }) => nodeId,
      type: ({ kind }) => types[kind],
      treePath: (item) => treePathOf(item, dom.projectOf(item)),
      children: (item) =>
        'children' in item ? dom.wrap('ProjectItemCollection', item) : undefined,
      getAudioChannelMapping: (item) => mappingOf(dom, item),
    },
    setters: {
      name: (item, value) => {
        item.name = toText(value);
      },
    },
    methods: {
      ...mediaReaders(dom),
      ...metadataReaders(dom),
      getColorLabel: ({ label }) => label,
      getMarkers: (item) =>
        dom.wrap('MarkerCollection', {
          markers: item.markers,
          unit: 'children' in item ? toTicks(1n) : unitOfItem(item),
        }),
      findItemsMatchingMediaPath: (item, [match]) => findByPath(dom, item, toText(match)),
    },
    mutators: {
      ...markMutators(dom),
      ...mediaMutators(dom),
      ...metadataMutators(dom),
      ...binMutators(dom),
      ...itemMutators(dom),
    },
  });
}

function defineChildren(dom: Dom): void {
  dom.define('ProjectItemCollection', {
    collection: {
      counter: 'numItems',
      count: ({ children }) => children.length,
      at: ({ children }, index) => {
        const item = children[index];
        return item ? dom.wrap('ProjectItem', item) : undefined;
      },
    },
  });
}

function binMutators(dom: Dom) {
  return {
    createBin: {
      run: (item: ProjectItem, [name]: readonly unknown[]) => {
        if (!('children' in item)) return 0;
        const bin = makeBin(dom.session.ids, toText(name));
        putIntoBin(bin, item);
        return dom.wrap('ProjectItem', bin);
      },
      pretend: (_item: ProjectItem, [name]: readonly unknown[]) =>
        dom.wrap('ProjectItem', makeBin(dom.session.ids, toText(name))),
    },
    deleteBin: {
      run: (item: ProjectItem) => {
        if (item.kind === 'bin') deleteBin(item, dom.projectOf(item));
        return 0;
      },
    },
    renameBin: {
      run: (item: ProjectItem, [name]: readonly unknown[]) => {
        item.name = toText(name);
        return 0;
      },
    },
    moveBin: {
      run: (item: ProjectItem, [target]: readonly unknown[]) => {
        const bin = dom.binOr(target, dom.projectOf(item).root);
        if (item.kind !== 'root' && !isWithin(bin, item)) putIntoBin(item, bin);
        return 0;
      },
    },
    select: {
      run: (item: ProjectItem) => {
        const project = dom.projectOf(item);
        project.insertionBin = 'children' in item ? item : binOf(item, project);
        return 0;
      },
    },
  };
}

function itemMutators(dom: Dom) {
  return {
    setColorLabel: {
      run: (item: ProjectItem, [label]: readonly unknown[]) => {
        const index = toNumber(label);
        if (Number.isInteger(index) && index >= 0 && index <= 15) item.label = index;
        return 0;
      },
    },
    createSubClip: {
      run: (item: ProjectItem, args: readonly unknown[]) => {
        if (!isClip(item)) return 0;
        const subclip = makeSubclip(dom, item, args);
        if (!subclip) return 0;
        putIntoBin(subclip, binOf(item, dom.projectOf(item)));
        return dom.wrap('ProjectItem', subclip);
      },
      pretend: (item: ProjectItem, args: readonly unknown[]) => {
        const subclip = isClip(item) ? makeSubclip(dom, item, args) : undefined;
        return subclip ? dom.wrap('ProjectItem', subclip) : 0;
      },
    },
    setScaleToFrameSize: { run: () => 0 },
  };
}

/** Times are media times, not timecode; a range that is none gives nothing. */
function makeSubclip(dom: Dom, item: Clip, args: readonly unknown[]): Clip | undefined {
  if (args.length < 4) throw new ScriptError(scriptErrorTexts.notEnough);
  const unit = unitOfItem(item);
  const start = floorToUnit(dom.ticksOf(args[1], unit), unit);
  const end = floorToUnit(dom.ticksOf(args[2], unit), unit);
  if (end <= start || start < item.range.start || end > item.range.end) return undefined;
  const takesAudio = args[5] === undefined || toFlag(args[5]);
  return {
    ...makeClip(dom.session.ids, item.media),
    name: toText(args[0]),
    label: item.label,
    range: { start, end },
    startOverride: item.startOverride,
    audioClips: takesAudio ? item.audioClips : [],
  };
}

function findByPath(dom: Dom, item: ProjectItem, match: string): object | 0 {
  const bin: Bin = 'children' in item ? item : binOf(item, dom.projectOf(item));
  const found = itemsBelow(bin).filter(
    (below) => isClip(below) && below.media.path.includes(match),
  );
  return found.length === 0 ? 0 : dom.wrapAll('ProjectItem', found);
}
