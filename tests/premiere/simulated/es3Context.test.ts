import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let test1: TestPremiere;
beforeAll(async () => {
  test1 = await openTestPremiere();
});

const run = (script: string) => test1.run(script);

describe('what is newer than ES3', () => {
  test.each([
    'JSON',
    'Promise',
    'Map',
    'Symbol',
    'Proxy',
    'Reflect',
    'WeakMap',
    'Uint8Array',
    'globalThis',
    'console',
    'setTimeout',
    'process',
    'require',
    'Intl',
    'BigInt',
    'WebAssembly',
  ])('%s is not there', async (name) => {
    expect(await run(`typeof ${name}`)).toBe('undefined');
  });

  test.each([
    '[].indexOf',
    '[].map',
    '[].forEach',
    'Array.isArray',
    '"".trim',
    '"".padStart',
    '"".includes',
    'Object.keys',
    'Object.create',
    'Object.defineProperty',
    'Object.prototype.__defineGetter__',
    'Object.prototype.__lookupGetter__',
    '(function () {}).bind',
    'Date.now',
    'new Date().toISOString',
    'new Date().toJSON',
    'Number.isNaN',
    'Math.sign',
    'Error.captureStackTrace',
  ])('%s is not there', async (member) => {
    expect(await run(`typeof ${member}`)).toBe('undefined');
  });

  test('what ES3 has still works', async () => {
    const script = `[3, 1, 2].sort().concat([4]).slice(1).join('-') + 'a1b22'.replace(/[0-9]+/g, '#')
      + 'x,y'.split(/,/).length + /(\\d+)/.exec('ab12')[1] + 'aXbX'.match(/X/g).length
      + (1.005).toFixed(1) + escape('é') + new Function('a', 'b', 'return a + b')(1, 2)
      + eval('(function () { return 7; })()') + typeof new Date().getTime() + isNaN(parseInt('x', 10))`;
    expect(await run(script)).toBe('2-3-4a#b#2122' + '1.0%E937numbertrue');
  });

  test('an evaluated text sees globals and its errors can be caught', async () => {
    await run('var outer = 5');
    expect(await run(`eval('outer + 1')`)).toBe('6');
    expect(await run(`try { eval('var var') } catch (e) { e instanceof SyntaxError }`)).toBe(
      'true',
    );
    expect(await run(`try { eval('throw new Error("inner")') } catch (e) { e.message }`)).toBe(
      'inner',
    );
  });
});

describe('there is no way out of the context', () => {
  const attempts: Readonly<Record<string, string>> = {
    'a host function': `app.isDocumentOpen.constructor('return process')()`,
    'a host object': `app.constructor.constructor('return process')()`,
    'a collection': `app.projects.constructor.constructor('return process')()`,
    'an array of a host': `app.project.activeSequence === undefined && app.getProjectViewIDs().constructor.constructor('return process')()`,
    'the global object': `this.constructor.constructor('return process')()`,
    'a constructor': `Time.constructor('return process')()`,
    'a wrapper made by new': `new File('/').constructor.constructor('return process')()`,
    'an error of a host': `try { app.project.rootItem.moveBin(5) } catch (e) { e.constructor.constructor('return process')() }`,
    'an error of a syntax': `try { eval('(') } catch (e) { e.constructor.constructor('return process')() }`,
    'an error of a stack': `var deep = function () { app.version; deep(); }; try { deep() } catch (e) { e.constructor.constructor('return process')() }`,
    'an error of a host with a deep stack': `var dig = function () { try { dig(); } catch (e) { return app.project.rootItem.createBin(dig).constructor } }; dig().constructor('return process')()`,
    'an import': `import('fs').constructor.constructor('return process')()`,
    'an import in an evaluated text': `eval("imp" + "ort('fs')").constructor.constructor('return process')()`,
    'an import in a function': `new Function("return imp" + "ort('fs')")()`,
    'a generator': `(function* () {}).constructor('return process')().next()`,
    'an async function': `(async function () {}).constructor('return process')()`,
    'a caller': `(function f() { return f.caller.constructor('return process')(); })()`,
    'a stack trace': `Error.prepareStackTrace = function (e, t) { leaked = t; return t }; var leaked; try { null.x } catch (e) { e.stack } leaked[0].getThis().process.pid`,
    'a replaced error': `Error = { prepareStackTrace: function (e, t) { leaked = t } }; try { null.x } catch (e) { e.stack } leaked.constructor.constructor('return process')()`,
  };

  test.each(Object.entries(attempts))('through %s', async (_name, script) => {
    const { premiere } = await openTestPremiere();
    expect(await premiere.evalScript(script)).toBe('EvalScript error.');
    expect(await premiere.evalScript(`typeof process + typeof require`)).toBe('undefinedundefined');
  });

  test('the word import is a word like any other in a text', async () => {
    const name = `"import (2).mov \\\\import 'import'"`;
    expect(await run(`${name} + /import/.test('import') + ({ 'import': 1 })['import']`)).toBe(
      `import (2).mov \\import 'import'true1`,
    );
  });

  test('a handler is called without a way to its caller', async () => {
    const { run: runHere } = await openTestPremiere();
    await runHere(`var heard = 'nothing'; app.bind('onProjectChanged', function () {
      try { heard = typeof arguments.callee.caller.constructor; } catch (e) { heard = 'refused'; }
    }); bring('/cards/A001.mov'); 1`);
    expect(await runHere('heard')).toBe('refused');
  });
});

describe('what a script evaluates to comes back as text', () => {
  test.each([
    ['undefined', 'undefined'],
    ['null', 'null'],
    ['true', 'true'],
    ['1 + 1', '2'],
    ['({})', '[object Object]'],
    ['app.project', '[object Project]'],
    ['[1, [2, 3]]', '1,2,3'],
    ['var x = 4; x', '4'],
  ])('%s', async (script, text) => {
    expect(await run(script)).toBe(text);
  });

  test.each([
    'throw new Error("why")',
    'var var',
    'null.x',
    'app.noSuchCall()',
    '({ toString: 1 })',
  ])('%s is an error without a word of why', async (script) => {
    expect(await test1.premiere.evalScript(script)).toBe('EvalScript error.');
  });

  test('an unknown member reads as undefined, and what is thrown stays with the developer', async () => {
    expect(await run('String(app.name) + app.project.noSuchThing')).toBe('undefinedundefined');
    await test1.premiere.evalScript('throw new Error("why")');
    expect(test1.premiere.lastError()).toBe('Error: why');
  });

  test('a text with quotes, line separators and script in it stays a text', async () => {
    const hostile = `'); app.quit(); //"\u2028\u2029`;
    const raw = JSON.stringify(hostile);
    const escaped = raw.replace(/[\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
    expect(await run(`var given = ${escaped}; root.createBin(given).name`)).toBe(hostile);
    // As in Premiere: such a separator ends the line, and the text with it.
    expect(await test1.premiere.evalScript(`var given = ${raw}`)).toBe('EvalScript error.');
  });

  test('scripts run in the order they came', async () => {
    const { premiere } = await openTestPremiere();
    await premiere.evalScript('var order = ""');
    const answers = ['a', 'b', 'c'].map((letter) => premiere.evalScript(`order += "${letter}"`));
    expect(await Promise.all(answers)).toEqual(['a', 'ab', 'abc']);
  });
});
