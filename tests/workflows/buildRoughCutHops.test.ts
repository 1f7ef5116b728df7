import { readFileSync } from 'node:fs';
import path from 'node:path';

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
