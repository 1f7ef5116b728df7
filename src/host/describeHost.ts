import type { HostDescription } from '../contract/host';
import { loadXmp } from './projectMetadata';
import { textOf } from './hostValues';

/** What is running, what is open, and what this Premiere was found to be able to do. */
export function describeHost(): HostDescription {
  const project = app.project as Project | null | undefined;
  const isOpen = project !== null && project !== undefined;
  return {
    version: textOf(app.version),
    projectPath: isOpen ? textOf(project.path) : '',
    projectName: isOpen ? textOf(project.name) : '',
    capabilities: {
      createsSequences: isOpen && typeof project.createNewSequenceFromClips === 'function',
      addsTracks: hasQualityEngineering(),
      disablesTrackItems: disablesTrackItems(),
      queuesExports: hasEncoder(),
      writesXmp: loadXmp(),
      attachesProxies: isOpen && typeof project.rootItem.attachProxy === 'function',
      mapsAudio: isOpen && typeof project.rootItem.setAudioChannelMapping === 'function',
    },
  };
}

function hasQualityEngineering(): boolean {
  app.enableQE();
  return typeof qe !== 'undefined';
}

/** Missing on macOS from 14.3.1 to 15.x. */
function hasEncoder(): boolean {
  const encoder = app.encoder as Encoder | null | undefined;
  return encoder !== null && encoder !== undefined;
}

/** `TrackItem.disabled` cannot be asked for without a track item; this call came with it (15.4). */
function disablesTrackItems(): boolean {
  return typeof app.getCurrentProjectViewSelection === 'function';
}
