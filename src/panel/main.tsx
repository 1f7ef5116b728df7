import 'core-js/stable';
import { createRoot } from 'react-dom/client';
import type { Ports } from '../contract/Ports';
import { UserFacingError } from '../contract/UserFacingError';
import { connectEngine } from '../engine/client/connectEngine';
import type { CepBridge } from '../premiere/cep/CepBridge';
import { openCepHost } from '../premiere/cep/openCepHost';
import { connectBridge } from '../premiere/simulated/bridgeClient';
import { readShootingDay } from '../workflows/runShootingDay';
import { createArchiveStore } from './archive/store';
import { createExportStore } from './export/store';
import { createIngestStore } from './ingest/store';
import { createRoughCutStore } from './roughCut/store';
import { fillInputs } from './shell/fillInputs';
import { fillSignalGaps } from './shell/fillSignalGaps';
import { Panel } from './shell/Panel';
import type { PanelStores } from './shell/PanelStores';
import { toColorScheme } from './shell/premiereTheme';
import { readFragment, type PageParameters } from './shell/readFragment';
import { StartProblem } from './shell/StartProblem';
import { createShellStore, type ShellStore } from './shell/store';
import { JobGate } from './step/JobGate';
import { strings } from './strings';
import { createSyncStore } from './sync/store';

/** The parts of CEP's own object that the panel uses (CEP cookbook, “CSInterface”). */
interface CepWindow {
  readonly __adobe_cep__?: CepBridge & {
    getHostEnvironment(): string;
    addEventListener(type: string, listener: () => void): void;
  };
}

const cep = (window as CepWindow).__adobe_cep__;
const root = createRoot(placeOf('panel'));

start().catch((error: unknown) => {
  const isForUser = error instanceof UserFacingError;
  root.render(<StartProblem message={isForUser ? error.message : strings.start.bug} />);
  if (!isForUser) throw error;
});

async function start(): Promise<void> {
  fillSignalGaps();
  const parameters = takeParameters();
  const ports = await openPorts(parameters);
  const shell = await openShell(ports);
  const stores = createStores(ports, shell);
  const { dayPath, outFolder } = parameters;
  const day = dayPath === null ? null : await readShootingDay(dayPath, ports.engine);
  fillInputs(stores, { day, outFolder });
  root.render(<Panel stores={stores} />);
}

/** The token is read once and then stands in no address bar and no history. */
function takeParameters(): PageParameters {
  const parameters = readFragment(location.hash);
  history.replaceState(null, '', location.pathname);
  if (!parameters) throw new UserFacingError('bad-arguments', strings.start.noToken);
  return parameters;
}

async function openPorts({ token, engine, bridgePort }: PageParameters): Promise<Ports> {
  const address = engine ?? location.origin;
  const bridge = cep ?? (await openBridge(bridgePort, token));
  return { premiere: openCepHost(bridge), engine: await connectEngine({ address, token }) };
}

function openBridge(port: number | null, token: string): Promise<CepBridge> {
  if (port === null) throw new UserFacingError('bad-arguments', strings.start.noBridge);
  return connectBridge(`ws://127.0.0.1:${port}`, token);
}

async function openShell({ premiere }: Ports): Promise<ShellStore> {
  const { projectName } = await premiere.describeHost({});
  const shell = createShellStore({
    project: projectName,
    colorScheme: readTheme(),
    isThemed: cep !== undefined,
  });
  cep?.addEventListener('com.adobe.csxs.events.ThemeColorChanged', () =>
    shell.getState().setColorScheme(readTheme()),
  );
  // What a job or a handler throws that nobody foresaw ends up here.
  window.addEventListener('unhandledrejection', ({ reason }) => shell.getState().showBug(reason));
  window.addEventListener('error', ({ error }: { readonly error: unknown }) => {
    if (error instanceof Error) shell.getState().showBug(error);
  });
  return shell;
}

function readTheme() {
  return toColorScheme(cep ? JSON.parse(cep.getHostEnvironment()) : null);
}

function createStores(ports: Ports, shell: ShellStore): PanelStores {
  const setup = { ports, gate: new JobGate() };
  return {
    shell,
    ingest: createIngestStore(setup),
    sync: createSyncStore(setup),
    roughCut: createRoughCutStore(setup),
    export: createExportStore(setup),
    archive: createArchiveStore(setup),
  };
}

function placeOf(id: string): HTMLElement {
  const place = document.getElementById(id);
  if (!place) throw new Error(`The page has no element “${id}”.`);
  return place;
}
