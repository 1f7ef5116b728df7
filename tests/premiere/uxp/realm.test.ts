import { openTestPremiere } from '../../helpers/testPremiere';
import { openUxpPremiere } from '../../helpers/uxpPremiere';

const way = `constructor.constructor('return process')()`;

describe('there is no way out of the context of UXP', () => {
  const attempts: Readonly<Record<string, string>> = {
    'a wrapper': `project.${way}`,
    'a method of a wrapper': `project.lockedAccess.${way}`,
    'a class': `ppro.Project.${way}`,
    'the module': `ppro.${way}`,
    'a table of constants': `ppro.Constants.MediaType.${way}`,
    'the function require': `require.${way}`,
    'a promise of ours': `project.getRootItem().${way}`,
    'a list of ours': `(await root.getItems()).${way}`,
    'a value made by a class': `time(1).${way}`,
    'the global object': `globalThis.${way}`,
    'a function made of text': `new Function('return process')()`,
    'an async function made of text': `await (async () => {}).constructor('return process')()`,
    'an evaluated text': `eval('process')`,
    'an error of ours': `try { ppro.TickTime.createWithTicks(5) } catch (error) { error.${way} }`,
    'a rejection of ours': `await project.importFiles(5).catch((error) => error.${way})`,
    'an error of a stack': `const dig = () => { ppro.TickTime.createWithSeconds(1); dig(); }; try { dig() } catch (error) { error.${way} }`,
    'a deep callback': `let leaked; const dig = () => { try { project.lockedAccess(dig); } catch (error) { leaked ??= error; throw error; } };
      try { dig() } catch {} leaked.${way}`,
    'an error of evaluating': `try { eval('1') } catch (error) { error.${way} }`,
    'an import': `await import('node:fs')`,
    'a module of Node': `require('node:fs')`,
    'the arguments told to a proxy': `let args; project.lockedAccess(new Proxy(() => {}, { apply: (to, self, given) => { args = given; } })); args.${way}`,
    'a caller': `(function f() { return f.caller.${way}; })()`,
    'a stack trace': `let leaked; Error.prepareStackTrace = (error, frames) => { leaked = frames; return ''; };
      try { null.x } catch (error) { error.stack } leaked[0].getThis().process.pid`,
    'what a text is asked of': `let leaked; const text = { valueOf() { leaked = arguments; return 'Day'; } };
      edit(() => root.createBinAction(text, false)); leaked.${way}`,
    'what waits for a thenable': `await ({ then(resolve) { resolve(resolve.${way}); } })`,
    'a callback': `let leaked; setTimeout(function () { leaked = arguments; }, 0); await new Promise((go) => setTimeout(go, 5)); leaked.${way}`,
    'what a selection is given to': `let leaked; ppro.TrackItemSelection.createEmptySelection(function () { leaked = arguments; }); leaked.${way}`,
  };

  test.each(Object.entries(attempts))('through %s', async (_name, script) => {
    const { uxp } = await openUxpPremiere();
    await expect(uxp(script)).rejects.toThrow();
    expect(await uxp(`[typeof process, typeof globalThis.process, typeof module]`)).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
  });

  test('a value that is waited for as the result has no way either', async () => {
    const { premiere } = await openTestPremiere({ version: '26.3.0' });
    const source = `let leaked = 'nothing';
      const it = { then(resolve) { try { leaked = typeof resolve.${way}; } catch { leaked = 'refused'; } resolve(1); } };
      setTimeout(() => undefined, 20);
      await new Promise((go) => { go(it); }); leaked`;
    expect(await premiere.evaluateUxp({ source })).toEqual({ ok: true, value: 'refused' });
  });
});

describe('a script for UXP', () => {
  const evaluate = async (source: string, timeLimitMs = 5_000) => {
    const { premiere } = await openTestPremiere({ version: '26.3.0' });
    return { premiere, outcome: await premiere.evaluateUxp({ source, timeLimitMs }) };
  };

  test.each([
    ['1 + 1', 2],
    ['const list = [3, 1]?.toSorted?.() ?? [1, 3]; list', [1, 3]],
    ['return { a: await Promise.resolve(5) }', { a: 5 }],
    ['(async () => { await null; return "main"; })()', 'main'],
    ['new Promise((go) => setTimeout(go, 10, "later"))', 'later'],
    [`require('uxp').host.version`, '26.3.0'],
    ['let nothing;', null],
    [`require('premierepro').TickTime.TIME_ZERO`, '[object TickTime]'],
  ])('%s', async (source, value) => {
    expect((await evaluate(source)).outcome).toEqual({ ok: true, value });
  });

  test('says what it threw and where', async () => {
    const { outcome } = await evaluate(`const fail = () => {\n  null.x;\n};\nawait null;\nfail();`);
    expect(outcome).toMatchObject({ ok: false, line: 2, isRefused: false });
    expect(outcome).toMatchObject({ message: expect.stringMatching(/^TypeError: /) as string });
  });

  test('that cannot be read is refused with its line', async () => {
    const { outcome } = await evaluate(`const a = 1;\nconst = 2;`);
    expect(outcome).toMatchObject({ ok: false, line: 2, isRefused: true });
  });

  test.each([
    ['at once', 'while (true);'],
    ['after an await', 'await null; while (true);'],
    ['in a timer', 'setTimeout(() => { while (true); }, 0); await new Promise(() => {})'],
    [
      'in a callback of ours',
      'require("premierepro").TrackItemSelection.createEmptySelection(() => { while (true); })',
    ],
    ['in what it gives', '({ get value() { while (true); } })'],
    ['waiting', 'setInterval = setTimeout; await new Promise((go) => setTimeout(go, 60000))'],
  ])('that goes on for ever %s is stopped', async (_where, source) => {
    const { premiere, outcome } = await evaluate(source, 300);
    expect(outcome).toMatchObject({ ok: false, message: 'The script took longer than 0.3 s.' });
    expect(await premiere.evalScript('1 + 1')).toBe('2');
  });

  test('that waits for what never comes is told so', async () => {
    const { outcome } = await evaluate('await new Promise(() => {})');
    expect(outcome).toMatchObject({ message: 'The script waits for something that never comes.' });
  });

  test('writes to the log by its console', async () => {
    const { premiere } = await evaluate(`console.log('made', 2, { a: [1] })`);
    expect(premiere.log).toEqual(['made 2 {"a":[1]}']);
  });

  test('leaves nothing of itself to the next', async () => {
    const { uxp } = await openUxpPremiere();
    await uxp(`globalThis.kept = 1; Array.prototype.map = () => 'spoilt'; 1`);
    expect(await uxp(`[typeof kept, [1].map(String)]`)).toEqual(['undefined', ['1']]);
  });

  test('waits behind the dialog that it opened', async () => {
    const { premiere } = await openTestPremiere({ version: '26.3.0' });
    const source = `const project = await require('premierepro').Project.getActiveProject();
      await project.importFiles(['/nowhere.mov'], false, null, false)`;
    const outcome = premiere.evaluateUxp({ source });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(premiere.dialog()).not.toBeNull();
    premiere.dismissDialog();
    expect(await outcome).toEqual({ ok: true, value: true });
  });
});

describe('versions without UXP', () => {
  test.each(['14.0.0', '24.0.0', '25.5.0'])('%s says so', async (version) => {
    const { premiere } = await openTestPremiere({ version });
    await expect(premiere.evaluateUxp({ source: '1' })).rejects.toMatchObject({
      code: 'bad-arguments',
      message: expect.stringContaining('has no UXP') as string,
    });
    expect(await premiere.evalScript('1 + 1')).toBe('2');
  });
});
