// Judges the *built* host bundle, since what was written is not what runs: ES3 syntax and
// built-ins (aggressive: by the name of a method alone), operators that ExtendScript ranks
// otherwise, nested ternaries, reserved words as keys, a slash inside a regular expression's class.
//
//   node scripts/checkHost.mjs [FILE]
//
// Exit status 1 with one line a fault. Adobe's own parser (npm run test:adobe) and a run without
// ES5 built-ins (tests/host) are the other two gates.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import esx from 'eslint-plugin-es-x';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.resolve(process.argv[2] ?? path.join(root, 'dist', 'host', 'slateflow.jsx'));
const source = readFileSync(file, 'utf8');

/** Where ExtendScript reads a program differently, or not at all, though it is ES3. */
const dialect = {
  'no-mixed-operators': 'error',
  'no-nested-ternary': 'error',
  'quote-props': ['error', 'as-needed', { keywords: true, unnecessary: false }],
  'no-undef': 'error',
  'no-eval': 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector: 'Literal[regex.pattern=/\\[[^\\]]*\\u002f/]',
      message: 'ExtendScript ends a regular expression at a slash inside a class.',
    },
    {
      selector:
        'CallExpression[callee.property.name="bind"]:not([callee.object.property.name="encoder"])',
      message: 'ES3 has no Function.prototype.bind; only the encoder’s own is meant.',
    },
  ],
};

/** Names of the host: the bundle may use these globals, and install its own under `$.global`. */
const globals = Object.fromEntries(
  ['$', 'app', 'qe', 'File', 'Time', 'ExternalObject', 'XMPMeta'].map((name) => [name, 'readonly']),
);

const eslint = new ESLint({
  overrideConfigFile: true,
  ignore: false,
  overrideConfig: [
    {
      files: ['**/*.js'],
      languageOptions: { ecmaVersion: 3, sourceType: 'script', globals },
      linterOptions: { noInlineConfig: true },
      settings: { 'es-x': { aggressive: true } },
      plugins: { 'es-x': esx },
      rules: {
        ...esx.configs['flat/restrict-to-es3'].rules,
        // Replaced by the rule above that knows the encoder.
        'es-x/no-function-prototype-bind': 'off',
        ...dialect,
      },
    },
  ],
});

const faults = [];
const outside = /[^\t\n\u0020-\u007e]/.exec(source);
if (outside)
  faults.push(`character ${outside.index}: not ASCII, a .jsx is read in a system code page`);
const results = await eslint.lintText(source, { filePath: 'slateflow.js' });
for (const { line, column, message, ruleId } of results.flatMap((result) => result.messages)) {
  faults.push(`${line}:${column}  ${message}  ${ruleId ?? 'syntax'}`);
}

const shown = path.relative(process.cwd(), file);
if (faults.length > 0) {
  console.error(`${shown} is no ES3 that ExtendScript would run:\n  ${faults.join('\n  ')}`);
  process.exitCode = 1;
} else {
  console.log(`${shown}: plain ES3`);
}
