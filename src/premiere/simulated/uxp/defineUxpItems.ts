import { toNumber, toText, toFlag } from '../es3/scriptValues';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { setColorLabel, typeOf } from '../extendscript/defineProjectItem';
import { binMutators } from '../extendscript/itemBins';
import { deleteItem } from '../model/deleting';
import type { Bin, ProjectItem } from '../model/ProjectModel';
import { clipActions, clipChanges, clipReaders, defineMedia } from './uxpClips';
import type { Uxp } from './Uxp';

type Args = readonly unknown[];

/** `ProjectItem`, which can be cast into `FolderItem` or `ClipProjectItem`, and these two. */
export function defineUxpItems(uxp: Uxp): void {
  const { dom } = uxp;
  defineMedia(uxp);
  defineFolder(uxp);
  uxp.define('ProjectItem', {
    ...common(uxp),
    methods: {
      getId: ({ nodeId }) => nodeId,
      getParentBin: ({ parent }) => uxp.wrapOr('FolderItem', parent),
    },
    statics: { cast: (_none, [item]) => uxp.wrap('ProjectItem', uxp.demandItem(item)) },
  });
  const { promises, actions, ...shared } = common(uxp);
  uxp.define('ClipProjectItem', {
    ...shared,
    promises: { ...promises, ...clipReaders(uxp) },
    changes: clipChanges(uxp),
    actions: { ...actions, ...clipActions(uxp) },
    statics: {
      cast: (_none, [given]) => {
        const item = uxp.demandItem(given);
        return 'children' in item ? null : uxp.wrap('ClipProjectItem', item);
      },
    },
  });
  uxp.define('ProjectItemSelection', {
    promises: { getItems: (items) => uxp.wrapAll('ProjectItem', items) },
  });
  uxp.define('ProjectUtils', {
    staticPromises: {
      getSelection: (_none, [given]) => {
        const project = uxp.demand('Project', given);
        return uxp.wrap('ProjectItemSelection', dom.session.selections.get(project) ?? []);
      },
    },
  });
}

/** What all three classes have. */
function common(uxp: Uxp) {
  const { dom } = uxp;
  return {
    isStale: (item: ProjectItem) => dom.session.isGone(item),
    projectOf: (item: ProjectItem) => dom.projectOf(item),
    getters: { name: ({ name }: ProjectItem) => name, type: typeOf },
    promises: {
      getColorLabelIndex: ({ label }: ProjectItem) => label,
      getProject: (item: ProjectItem) => uxp.wrap('Project', dom.projectOf(item)),
    },
    actions: {
      createSetNameAction: (item: ProjectItem, [name]: Args) => {
        const wanted = toText(name);
        return () => {
          if (item.kind !== 'root') item.name = wanted;
        };
      },
      createSetColorLabelAction: (item: ProjectItem, [label]: Args) => {
        const wanted = toNumber(label);
        return () => {
          setColorLabel(item, [wanted]);
        };
      },
    },
  };
}

function defineFolder(uxp: Uxp): void {
  const { promises, actions, ...shared } = common(uxp);
  uxp.define('FolderItem', {
    ...shared,
    promises: {
      ...promises,
      getItems: ({ children }) => uxp.wrapAll('ProjectItem', children),
    },
    actions: { ...actions, ...folderActions(uxp) },
    statics: {
      cast: (_none, [given]) => {
        const item = uxp.demandItem(given);
        return 'children' in item ? uxp.wrap('FolderItem', item) : null;
      },
    },
  });
}

function folderActions(uxp: Uxp) {
  const { dom } = uxp;
  const bins = binMutators(dom);
  return {
    createBinAction: (bin: Bin, [name, makesUnique]: Args) => {
      const wanted = toText(name);
      const isUnique = toFlag(makesUnique);
      return () => {
        bins.createBin.run(bin, [isUnique ? uniqueName(bin, wanted) : wanted]);
      };
    },
    createSmartBinAction: (bin: Bin, [name, query]: Args) => {
      const [wanted, asked] = [toText(name), toText(query)];
      return () => {
        bins.createSmartBin.run(bin, [wanted, asked]);
      };
    },
    createRenameBinAction: (bin: Bin, [name]: Args) => {
      const wanted = toText(name);
      return () => {
        bins.renameBin.run(bin, [wanted]);
      };
    },
    createMoveItemAction: (_bin: Bin, [given, parent]: Args) => {
      const item = uxp.demandItem(given);
      const target = uxp.demandItem(parent);
      if (!('children' in target)) throw new ScriptError(scriptErrorTexts.illegalType);
      return () => {
        bins.moveBin.run(item, [dom.wrap('ProjectItem', target)]);
      };
    },
    createRemoveItemAction: (bin: Bin, [given]: Args) => {
      const item = uxp.demandItem(given);
      if (item.parent !== bin) throw new ScriptError(scriptErrorTexts.illegalType);
      return () => {
        deleteItem(item, dom.projectOf(bin), dom.session);
      };
    },
  };
}

/** The name with the first number that is free in the bin: “Day 1”, when there is a “Day”. */
function uniqueName({ children }: Bin, name: string): string {
  const taken = new Set(children.map((child) => child.name));
  let unique = name;
  for (let number = 1; taken.has(unique); number += 1) unique = `${name} ${number}`;
  return unique;
}
