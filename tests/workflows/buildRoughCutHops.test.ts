import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { HostCalls } from '../../src/contract/host';
import type { PremiereHost } from '../../src/contract/PremiereHost';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { BuildButton } from '../../src/panel/roughCut/BuildButton';
import { createRoughCutStore } from '../../src/panel/roughCut/store';
import type { ActButton } from '../../src/panel/step/ActButton';
import { JobGate } from '../../src/panel/step/JobGate';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine, type DayOnDisk } from '../helpers/openPortsDay';
import { copyOfStage, prepareStages } from '../helpers/openPortsStages';

const mockHops: string[] = [];
let mockShown: Parameters<typeof ActButton>[0] | undefined;

jest.mock('../../src/panel/step/ActButton', () => ({
  ActButton: (props: Parameters<typeof ActButton>[0]) => {
    mockShown = props;
    return null;
  },
}));

jest.mock('../../src/workflows/buildRoughCut', () => {
  const path = '../../src/workflows/buildRoughCut';
  const actual = jest.requireActual<Record<string, (...given: unknown[]) => unknown>>(path);
  return {
    ...actual,
    buildRoughCut: (...given: unknown[]) => {
      mockHops.push('workflows/buildRoughCut');
      return actual['buildRoughCut']?.(...given);
    },
  };
});

const source = (file: string): string =>
  readFileSync(path.join(__dirname, '..', '..', 'src', file), 'utf8');

/** Where a source imports from, in its order. */
const importsOf = (file: string): string[] =>
  [...source(file).matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? '');

describe('Build rough cut goes straight from the button to the host', () => {
  test('the button knows its store alone and calls its build', () => {
    const imports = importsOf('panel/roughCut/BuildButton.tsx');
    expect(imports).toContain('./store');
    expect(imports.filter((from) => /workflows|premiere|engine|domain/.test(from))).toEqual([]);
    expect(source('panel/roughCut/BuildButton.tsx')).toContain('state.build');
  });

  test('the store calls the workflow and no implementation', () => {
    const imports = importsOf('panel/roughCut/store.ts');
    expect(imports).toContain('../../workflows/buildRoughCut');
    expect(imports.filter((from) => /\/(premiere|engine|host)\//.test(from))).toEqual([]);
    expect(imports.filter((from) => from.endsWith('/store'))).toEqual([]);
  });

  test('the workflow asks the port, whose one client hands the call to the host by its name', () => {
    expect(importsOf('workflows/buildRoughCut.ts')).toContain('./buildSequences');
    expect(source('workflows/buildSequences.ts')).toContain('premiere.assembleSequence(');
    expect(source('premiere/cep/replySchemas.ts')).toContain('assembleSequence:');
    expect(importsOf('premiere/cep/openCepHost.ts')).toContain('./replySchemas');
    expect(importsOf('host/main.ts')).toContain('./assembleSequence');
  });
});

describe('Build rough cut, clicked', () => {
  let engine: RunningEngine;
  let day: DayOnDisk;
  let open: OpenPorts;

  beforeAll(async () => {
    engine = await startBuiltEngine();
    day = await sampleDayOnDisk(engine.engine);
    const { synced } = await prepareStages(engine.engine, day);
    open = await openPorts({ engine: engine.engine, projectPath: await copyOfStage(synced) });
    // What reaches the host inside Premiere is written down there.
    await open.run(`(function (host) {
      var answer = host.call;
      host.call = function (name, request) {
        $.writeln('host/' + name);
        return answer(name, request);
      };
    })($.global['com.slateflow.host'])`);
  }, 240_000);

  afterAll(async () => {
    open.close();
    await engine.stop();
  });

  test('passes button, store, workflow, client and host in this order, and no other', async () => {
    const ports = { ...open.ports, premiere: writingDown(open.ports.premiere) };
    const store = createRoughCutStore({ ports, gate: new JobGate() });
    const { build } = store.getState();
    const hopping = () => {
      mockHops.push('roughCut/store.build');
      return build();
    };
    // Rendered on no page, a component is shown the initial state.
    const getInitialState = () => ({ ...store.getInitialState(), build: hopping });
    const heard = { ...store, getInitialState };
    store.getState().setInputs({ script: day.script, log: day.log, sequence: 'Rough cut' });
    await store.getState().preview();
    mockHops.length = 0;

    renderToStaticMarkup(createElement(BuildButton, { store: heard }));
    mockHops.push('BuildButton');
    await mockShown?.onAct();

    expect(store.getState().report?.counts).toMatchObject({ failed: 0 });
    expect(mockHops).toEqual([
      'BuildButton',
      'roughCut/store.build',
      'workflows/buildRoughCut',
      ...['readProject', 'addBins', 'assembleSequence', 'readProject', 'updateItems']
        .concat('readProject', 'saveProject')
        .flatMap((name) => [`premiere/cep ${name}`, `host/${name}`]),
    ]);
  });

  function writingDown(host: PremiereHost): PremiereHost {
    const names = Object.keys(host) as (keyof HostCalls)[];
    const calls = names.map((name) => {
      const call = host[name] as (request: unknown) => Promise<unknown>;
      const run = async (request: unknown) => {
        mockHops.push(`premiere/cep ${name}`);
        const heard = open.premiere.log.length;
        const answer = await call(request);
        mockHops.push(...open.premiere.log.slice(heard));
        return answer;
      };
      return [name, run] as const;
    });
    return Object.fromEntries(calls) as unknown as PremiereHost;
  }
});
