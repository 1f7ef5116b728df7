import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { formatLayout } from '../model/metadata';
import type { Project } from '../model/ProjectModel';
import type { Dom } from './Dom';

/** Luminances of graphics white that a project takes, in nits. */
const graphicsWhites: readonly number[] = [100, 203, 300];

/** Settings of a project, as scripts read them. */
export function settingReaders(dom: Dom) {
  return {
    getProjectPanelMetadata: ({ settings }: Project) => settings.panelLayout || formatLayout(),
    getGraphicsWhiteLuminance: ({ settings }: Project) => settings.graphicsWhite,
    getSupportedGraphicsWhiteLuminances: () => dom.realm.array(graphicsWhites),
    getSharedLocation: () => '',
    isSharedLocationCopyEnabled: () => false,
  };
}

const yes = () => true;

/** The same as scripts write them. */
export function settingMutators() {
  return {
    setProjectPanelMetadata: {
      run: ({ settings }: Project, [layout]: readonly unknown[]) => {
        settings.panelLayout = toText(layout);
        return true;
      },
      pretend: yes,
    },
    setGraphicsWhiteLuminance: {
      run: ({ settings }: Project, [value]: readonly unknown[]) => {
        const wanted = toNumber(value);
        if (!graphicsWhites.includes(wanted)) return false;
        settings.graphicsWhite = wanted;
        return true;
      },
      pretend: yes,
    },
    setScratchDiskPath: {
      run: ({ settings }: Project, [folder, type]: readonly unknown[]) => {
        settings.scratchDisks.set(toText(type), toText(folder));
        return true;
      },
      pretend: yes,
    },
    setEnableTranscodeOnIngest: {
      run: ({ settings }: Project, [state]: readonly unknown[]) => {
        settings.transcodesOnIngest = toFlag(state);
        return true;
      },
      pretend: yes,
    },
    pauseGrowing: {
      run: ({ settings }: Project, [paused]: readonly unknown[]) => {
        settings.growingPaused = toFlag(paused);
        return 0;
      },
    },
  };
}
