import fs from 'node:fs';
import path from 'node:path';
import { refusedSources } from '../../helpers/refusedSources';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let opened: TestPremiere;
beforeAll(async () => {
  opened = await openTestPremiere();
});
const run = (script: string) => opened.run(script);

/** Refused at the same place, in other words. */
const otherWords = ['a ** b;', 'x = /[/]/;', 'x = /a/u;', 'try {} catch {}'];

describe('a source that Adobe’s parser refuses does not run', () => {
  test.each(refusedSources)('%s', async (source, words) => {
    expect(await opened.premiere.evalScript(`untouched = 1; ${source}`)).toBe('EvalScript error.');
    const said = opened.premiere.lastError();
    if (!otherWords.includes(source)) expect(said).toBe(`SyntaxError: ${words}`);
    expect(await run('typeof untouched')).toBe('undefined');
  });
});

describe('a source that Adobe’s parser accepts runs as its compiler reads it', () => {
  test.each([
    [
      'a reserved word after a dot',
      'var o = {}; o.class = 1; o.int = 2; o.default = 3; o.class + o.int + o.default',
      '6',
    ],
    ['a reserved word as a quoted key', "({'class': 4})['class']", '4'],
    [
      'words that are reserved only later',
      'var let = 1, of = 2, async = 3, yield = 4; let + of + async + yield',
      '10',
    ],
    ['get and set as keys', '({get: 1, set: 2}).set', '2'],
    ['a comma that trails in an object', '({a: 1,}).a', '1'],
    ['a comma that trails in an array, which makes no element', '[1, 2,].length', '2'],
    ['a constant, also when it is said again', 'const k = 1; k', '1'],
    ['the same constant a second time', 'if (true) const k = 2; k', '2'],
    ['&& and || from left to right', 'true || false && false', 'false'],
    ['&& and || with parentheses', 'true || (false && false)', 'true'],
    ['|, ^ and & from left to right', '[1 | 2 & 4, 5 ^ 1 & 4].join()', '0,4'],
    ['conditionals without parentheses', 'true ? 1 : false ? 2 : 3', '2'],
    ['conditionals with parentheses', 'true ? 1 : (false ? 2 : 3)', '1'],
    ['a conditional assigned in a middle', 'var m; true ? m = false ? 1 : 2 : 3; m', '2'],
    ['strict mode, which is none', '"use strict"; undeclaredName = 5; undeclaredName', '5'],
    ['for each', 'var sum = 0; for each (var v in {a: 1, b: 2}) sum += v; sum', '3'],
    ['a regular expression with a repeated flag', '/A/gig.test("a")', 'true'],
    ['a slash that is escaped in a class', '/[\\/]/.test("/")', 'true'],
    ['octal numbers', '017', '15'],
  ])('%s', async (_name, source, value) => {
    expect(await run(source)).toBe(value);
  });

  test('texts that are evaluated go the same way', async () => {
    expect(await run(`eval('true || false && false')`)).toBe('false');
    expect(await run(`new Function('a', 'return a || true && false')(true)`)).toBe('false');
    expect(await run(`try { eval('let x = 1') } catch (e) { e.name + e.message }`)).toBe(
      'SyntaxErrorExpected: ;',
    );
  });

  test('eval sees the scope it stands in, by another name the global one', async () => {
    expect(
      await run(
        `function inner(text) { var here = 41; return eval('(' + text + ')'); } inner('here + 1')`,
      ),
    ).toBe('42');
    expect(
      await run(`var here = 'global', other = eval;
      (function () { var here = 'local'; return other('here') + this.eval('here'); })()`),
    ).toBe('globalglobal');
  });

  test('a pattern newer than ES3 is refused when it is made, not when it is read', async () => {
    expect(await run(`try { /(?<=a)b/.test('ab') } catch (e) { String(e) }`)).toBe(
      'SyntaxError: Syntax error',
    );
    expect(await run(`try { new RegExp('(?<n>a)') } catch (e) { e.message }`)).toBe('Syntax error');
    expect(await run(`try { RegExp('a', 'y') } catch (e) { e.message }`)).toBe('Syntax error');
    expect(await run(`/b(c)/.test('abc'); RegExp.$1 + (/x/ instanceof RegExp)`)).toBe('ctrue');
  });

  test('dates in ISO notation are not understood', async () => {
    expect(
      await run(`[Date.parse('2020-01-02'), new Date('2020-01-02T03:04:05Z').getTime()].join()`),
    ).toBe('NaN,NaN');
    expect(await run(`new Date(2020, 0, 2).getDate() + (new Date() instanceof Date)`)).toBe('3');
  });
});

describe('errors are told in ExtendScript’s words', () => {
  test.each([
    ['null.x', 'TypeError', 'null is not an object', 21],
    ['var none; none.x()', 'TypeError', 'undefined is not an object', 21],
    ['app.noSuchCall()', 'TypeError', 'app.noSuchCall is not a function', 24],
    ['noSuchName', 'ReferenceError', 'noSuchName is undefined', 2],
    ['new app.version()', 'TypeError', 'app.version does not have a constructor', 22],
    ['(function deep() { deep(); })()', 'RangeError', 'Stack overrun', 27],
  ])('%s', async (source, name, message, number) => {
    const script = `try { ${source} } catch (e) { [e.name, e.message, e.number, e.toString()].join('|') }`;
    expect(await run(script)).toBe([name, message, number, `${name}: ${message}`].join('|'));
  });

  test('what is thrown knows its line and file, and shows them to a loop', async () => {
    const file = path.join(opened.folder, 'thrower.jsx');
    fs.writeFileSync(file, 'function thrower() {\n  var nothing;\n  return nothing.x;\n}');
    await opened.premiere.evalFile(file);
    const told = await run(
      `try { thrower() } catch (e) { var names = []; for (var k in e) names.push(k); e.line + '|' + e.fileName + '|' + names.sort() }`,
    );
    expect(told).toBe(`3|${file}|fileName,line,message,name,number,source`);
    expect(await run('$.error.message')).toBe('undefined is not an object');
  });

  test('an error of a script keeps its own words', async () => {
    expect(
      await run(
        `try {\n throw new Error('mine') } catch (e) { e.message + e.line + e.description }`,
      ),
    ).toBe('mine2mine');
  });
});

describe('directives', () => {
  const write = (name: string, text: string) => {
    const file = path.join(opened.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };

  test('included files stand where they are named, found beside their file or along the path', async () => {
    write('lib/one.jsx', '#include "two.jsx"\nvar one = two + 1;');
    write('lib/two.jsx', 'var two = 2;');
    write('else/three.jsx', 'var three = 3;');
    const file = write(
      'main.jsx',
      '#target premierepro\n#targetengine "main"\n//@include "lib/one.jsx"\n#includepath "nowhere;else"\n#include "three.jsx"\n/*\n#include "none.jsx"\n*/\n[one, two, three].join()',
    );
    expect(await opened.premiere.evalFile(file)).toBe('3,2,3');
  });

  test('a place is told where it stands in its own file', async () => {
    const lib = write('lib/where.jsx', '\nfunction where() { return $.fileName + "|" + $.line; }');
    const file = write(
      'places.jsx',
      '#include "lib/where.jsx"\n\nwhere() + "|" + $.fileName + "|" + $.line',
    );
    expect(await opened.premiere.evalFile(file)).toBe(`${lib}|2|${file}|3`);
  });

  test('a file that is not there, or has a mistake, is named with its line', async () => {
    const missing = await opened.premiere.evaluateFile(
      write('missing.jsx', 'var a;\n#include "none.jsx"'),
    );
    expect(missing).toMatchObject({ ok: false, line: 2, isRefused: true });
    expect(missing).toHaveProperty(
      'message',
      'SyntaxError: File or folder does not exist: none.jsx',
    );
    const wrong = write('lib/wrong.jsx', 'var a;\nvar b = ;');
    const outcome = await opened.premiere.evaluateFile(
      write('includes.jsx', '\n\n\n#include "lib/wrong.jsx"'),
    );
    expect(outcome).toMatchObject({ ok: false, fileName: wrong, line: 2, isRefused: true });
  });
});

describe('what ExtendScript has beside ES3', () => {
  test('sources of values', async () => {
    expect(await run(`uneval({a: [1, 'x"', null, undefined], 'b-c': /x/g})`)).toBe(
      '({a:[1, "x\\"", null, (void 0)], "b-c":/x/g})',
    );
    expect(await run(`[1, 'é'].toSource() + ({}).toSource()`)).toBe('[1, "\\xE9"]({})');
    expect(await run(`var read = eval(({a: {b: [1, 2]}}).toSource()); read.a.b[1]`)).toBe('2');
  });

  test('a function’s source is as it was written', async () => {
    const source = `function shown(a) { try { return eval('a') || [eval] } catch (e) { for each (var x in a) x; return e; } }`;
    expect(await run(`${source} shown.toString()`)).toBe(
      source.replace(`eval('a')`, `eval((('a')))`).replace('in a)', 'in (( a)))'),
    );
    expect(await run(`eval('(' + shown.toString() + ')')(5)`)).toBe('5');
  });

  test('watched properties', async () => {
    expect(
      await run(`var seen = '', o = {a: 1}; o.watch('a', function (name, before, after) { seen += name + before + after; return after * 10; });
        o.a = 2; o.unwatch('a'); o.a = 3; seen + o.a`),
    ).toBe('a123');
  });

  test('reflection of host objects and of a script’s own', async () => {
    const script = `var names = [], i, methods = app.project.reflect.methods;
      for (i = 0; i < methods.length; i++) names.push(methods[i].name);
      [app.project.reflect.name, names.join().indexOf('importFiles') >= 0, app.reflect.find('version').name,
        [].reflect.name, app.reflect.find('noSuch')].join()`;
    expect(await run(script)).toBe('Project,true,version,Array,');
  });

  test('localize, isXMLName, and nothing of these in a loop', async () => {
    expect(
      await run(`localize('%1 of %2', 3, 4) + localize({en: 'yes', de: 'ja'}) + isXMLName('1a')`),
    ).toBe('3 of 4yesfalse');
    expect(await run(`var n = 0, k; for (k in {}) n++; for (k in []) n++; n`)).toBe('0');
  });

  test('XML reads a text', async () => {
    const script = `var xml = new XML('<?xml version="1.0"?><a id="7"><b>one</b><b>two &amp; more</b><c/></a>');
      [xml.name(), xml.attribute('id'), xml['@id'], xml.b.length(), xml.b[1], xml.child('b')[0].text(), xml.children().length(),
        xml.c.toXMLString(), xml.none === undefined].join('|')`;
    expect(await run(script)).toBe('a|7|7|2|two & more|one|3|<c/>|true');
    expect(await run(`try { new XML('<a><b></a>') } catch (e) { e.message }`)).toBe(
      'Mismatched tag',
    );
  });
});

test('a polyfill of JSON of the usual kind works', async () => {
  const script = `if (typeof JSON !== 'object') { JSON = {}; }
    (function () {
      function quote(text) { return '"' + text.replace(/[\\\\\\"\\x00-\\x1f]/g, function (c) { return '\\\\u' + ('0000' + c.charCodeAt(0).toString(16)).slice(-4); }) + '"'; }
      function str(value) {
        var k, parts = [];
        if (value === null || value === undefined) return 'null';
        if (typeof value === 'string') return quote(value);
        if (typeof value !== 'object') return String(value);
        if (Object.prototype.toString.apply(value) === '[object Array]') { for (k = 0; k < value.length; k++) parts.push(str(value[k])); return '[' + parts.join(',') + ']'; }
        for (k in value) if (Object.hasOwnProperty.call(value, k)) parts.push(quote(k) + ':' + str(value[k]));
        return '{' + parts.join(',') + '}';
      }
      if (typeof JSON.stringify !== 'function') { JSON.stringify = str; }
      if (typeof JSON.parse !== 'function') {
        JSON.parse = function (text) {
          if (/^[\\],:{}\\s]*$/.test(text.replace(/\\\\(?:["\\\\\\/bfnrt]|u[0-9a-fA-F]{4})/g, '@')
            .replace(/"[^"\\\\\\n\\r]*"|true|false|null|-?\\d+(?:\\.\\d*)?(?:[eE][+\\-]?\\d+)?/g, ']')
            .replace(/(?:^|:|,)(?:\\s*\\[)+/g, ''))) { return eval('(' + text + ')'); }
          throw new SyntaxError('JSON.parse');
        };
      }
    }());
    JSON.stringify(JSON.parse('{"a": [1, "x\\\\n", null, {"class": true}]}'))`;
  const { run: runHere } = await openTestPremiere();
  expect(await runHere(script)).toBe('{"a":[1,"x\\u000a",null,{"class":true}]}');
});

test('a large bundle serves small calls by the thousand', async () => {
  const { premiere } = await openTestPremiere();
  const bundle = `$._P_ = {}; ${Array.from(
    { length: 600 },
    (_each, index) =>
      `$._P_.call${index} = function (a, b) { if (a || (b && a)) { return { x: 1, y: [a, b] }; } try { return a.b.c; } catch (e) { return e.message; } };\n`,
  ).join('')}`;
  await premiere.evalScript(bundle);
  const answers: string[] = [];
  for (let index = 1; index <= 3000; index += 1) {
    answers.push(await premiere.evalScript(`$._P_.call${index % 600}(${index}, "${index}").y[1]`));
  }
  expect(answers).toEqual(answers.map((_answer, index) => String(index + 1)));
});
