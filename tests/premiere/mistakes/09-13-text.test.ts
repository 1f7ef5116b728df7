import { toHostScript } from '../../../src/premiere/cep/toHostScript';
import { openTestPremiere } from '../../helpers/testPremiere';

const refused = 'EvalScript error.';

describe('mistake 9: script text that a minifier printed', () => {
  test('ternaries without their parentheses are another value, or no script', async () => {
    const { premiere, run } = await openTestPremiere();
    expect(await premiere.evalScript(`true ? 'first' : false ? 'second' : 'third'`)).not.toBe(
      'first',
    );
    expect(await run(`true ? 'first' : (false ? 'second' : 'third')`)).toBe('first');
  });

  test('and binds no closer than or', async () => {
    const { run } = await openTestPremiere();
    expect(await run(`true || false && false`)).toBe('false');
    expect(await run(`true || (false && false)`)).toBe('true');
  });

  test.each([
    ['let', `let a = 1; a`, `var a = 1; a`],
    ['an arrow', `(() => 1)()`, `(function () { return 1; })()`],
    ['a template', '`a`', `'a'`],
    ['a reserved word for a name', `({ class: 1 }).class`, `({ 'class': 1 })['class']`],
    ['a return outside a function', `return 1`, `1`],
  ])('%s stops the whole script', async (_what, wrong, right) => {
    const { premiere } = await openTestPremiere();
    expect(await premiere.evalScript(wrong)).toBe(refused);
    expect(await premiere.evalScript(right)).not.toBe(refused);
  });
});

describe('mistake 10: built-ins that only a browser has', () => {
  test.each([
    [`JSON.stringify({})`, `'{' + '}'`],
    [
      `[1, 2].indexOf(2)`,
      `(function (list) { for (var i = 0; i < list.length; i++) if (list[i] === 2) return i; })([1, 2])`,
    ],
    [`' a '.trim()`, `' a '.replace(/^\\s+|\\s+$/g, '')`],
    [
      `Object.keys({ a: 1 })`,
      `(function (given) { var names = []; for (var name in given) names.push(name); return names; })({ a: 1 })`,
    ],
    [`[1].map(function (one) { return one; })`, `[1].slice(0)`],
    [`Array.isArray([])`, `[] instanceof Array`],
    [`Date.now()`, `new Date().getTime()`],
    [`new Date(0).toISOString()`, `new Date(0).toUTCString()`],
    [`(function () {}).bind(null)`, `(function () {}).call(null)`],
  ])('%s fails', async (wrong, right) => {
    const { premiere } = await openTestPremiere();
    expect(await premiere.evalScript(wrong)).toBe(refused);
    expect(await premiere.evalScript(right)).not.toBe(refused);
  });

  test('one panel’s polyfill hides it from another, until Premiere is started anew', async () => {
    const first = await openTestPremiere();
    await first.run(
      `String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); }`,
    );
    expect(await first.run(`' a '.trim()`)).toBe('a');
    const { premiere } = await openTestPremiere();
    expect(await premiere.evalScript(`' a '.trim()`)).toBe(refused);
  });
});

describe('mistake 11: names that other panels have as well', () => {
  const ours = `function getSeparator() { return '/'; } function joined(a, b) { return a + getSeparator() + b; }`;
  const theirs = `function getSeparator() { return ':'; }`;

  test('the panel that came later decides what the earlier one does', async () => {
    const { run } = await openTestPremiere();
    await run(ours);
    await run(theirs);
    expect(await run(`joined('a', 'b')`)).toBe('a:b');
  });

  test('one name of our own keeps the rest', async () => {
    const { run } = await openTestPremiere();
    await run(
      `$.global['com.example.ours'] = (function () { ${ours} return { joined: joined }; })()`,
    );
    await run(theirs);
    expect(await run(`$.global['com.example.ours'].joined('a', 'b')`)).toBe('a/b');
  });
});

describe('mistake 12: joining names into script text', () => {
  const names = [
    `Director's cut`,
    `12" reel`,
    'back\\slash',
    'two\nlines',
    'para\u2029graph',
    'clap \u{1F3AC}',
  ];

  test('a quote, a line or a separator in a name breaks the script or the name', async () => {
    const made: string[] = [];
    for (const name of names) {
      const { premiere } = await openTestPremiere();
      await premiere.evalScript(`root.createBin('${name}')`);
      if (premiere.snapshot().bins[0]?.path === `/${name}`) made.push(name);
    }
    expect(made).not.toContain(names[0]);
    expect(made).not.toContain(names[2]);
    expect(made).not.toContain(names[3]);
    expect(made).not.toContain(names[4]);
  });

  test('quoted as JSON they all arrive', async () => {
    for (const name of names) {
      const { premiere, run } = await openTestPremiere();
      const quoted = JSON.stringify(name).replace(/[\u2028\u2029]/g, (mark) =>
        mark === '\u2028' ? '\\u2028' : '\\u2029',
      );
      await run(`root.createBin(${quoted})`);
      expect(premiere.snapshot().bins[0]?.path).toBe(`/${name}`);
    }
  });

  test('our own bridge quotes them so', () => {
    const script = toHostScript('readProject', { binId: names.join('') });
    expect(script).not.toMatch(/[\u2028\u2029\n]/);
  });
});

describe('mistake 13: English display names', () => {
  const found = (
    name: string,
  ) => `var parts = cut.videoTracks[0].clips[0].components, wanted = null, i;
    for (i = 0; i < parts.numItems; i++) if (parts[i].${name}) wanted = parts[i]; wanted ? 'found' : 'not found'`;

  test.each([
    ['en', 'found'],
    ['es', 'not found'],
    ['ja', 'not found'],
    ['de', 'not found'],
  ])('“Motion” in %s is %s, the match name is found in any', async (language, answer) => {
    const { run } = await openTestPremiere({ language });
    await run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
    expect(await run(found(`displayName === 'Motion'`))).toBe(answer);
    expect(await run(found(`matchName === 'AE.ADBE Motion'`))).toBe('found');
  });
});
