import fs from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MediaFacts } from '../../src/contract/MediaEngine';
import type { PremiereHost } from '../../src/contract/PremiereHost';
import { openCepHost } from '../../src/premiere/cep/openCepHost';
import {
  openSimulatedPremiere,
  type SimulatedPremiere,
  type SimulatedPremiereOptions,
} from '../../src/premiere/simulated/openSimulatedPremiere';

/** The host bundle on a simulated Premiere. */
export interface SimulatedHost {
  readonly host: PremiereHost;
  readonly premiere: SimulatedPremiere;
  readonly projectPath: string;
  readonly close: () => void;
}

/** What to open the simulated Premiere with, beside the media it can import. */
type HostOptions = Partial<Omit<SimulatedPremiereOptions, 'media'>>;

/** Opens an empty project in which `media` can be imported, with the bundle at `bundlePath` in it. */
export async function openSimulatedHost(
  bundlePath: string,
  media: readonly MediaFacts[],
  options: HostOptions = {},
): Promise<SimulatedHost> {
  const folder = await mkdtemp(path.join(tmpdir(), 'slateflow-premiere-'));
  const projectPath = path.join(folder, 'Day 1.prproj');
  const premiere = openSimulatedPremiere({ projectPath, media: mediaPort(media), ...options });
  await premiere.evalFile(bundlePath);
  const host = openCepHost({
    evalScript: (script, callback) => void premiere.evalScript(script).then(callback),
  });
  return { host, premiere, projectPath, close: () => premiere.close() };
}

function mediaPort(media: readonly MediaFacts[]): SimulatedPremiereOptions['media'] {
  return {
    probe: (paths) =>
      paths.map((file) => {
        const facts = media.find((each) => each.path === file);
        if (facts) return { path: file, ok: true, media: facts };
        return { path: file, ok: false, code: 'media-unreadable', message: `No ${file}.` };
      }),
    render: (request, onProgress) => {
      onProgress(0.5);
      fs.writeFileSync(request.outputPath, 'rendered');
      return Promise.resolve();
    },
    renderNow: (request) => {
      fs.writeFileSync(request.outputPath, 'rendered');
    },
  };
}
