/**
 * Lists every statement of docs/acceptance.md with the tests that carry its ID and whether they
 * passed in the last run of each suite (artifacts/results/*.json). A statement without a passing
 * test is open. Runs the main suite first when no results are there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const results = path.join('artifacts', 'results');

const readResults = () =>
  existsSync(results)
    ? readdirSync(results)
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({
          suite: path.basename(name, '.json'),
          run: JSON.parse(readFileSync(path.join(results, name), 'utf8')),
        }))
    : [];

if (readResults().length === 0) spawnSync('npm', ['test'], { stdio: 'inherit' });
const suites = readResults();

const statements = [
  ...readFileSync('docs/acceptance.md', 'utf8').matchAll(/^- ([A-Z]-\d+) (.*)$/gm),
].map(([, id, text]) => ({ id, text: text.slice(0, 70) }));

const tests = suites.flatMap(({ suite, run }) =>
  run.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({
      suite,
      name: test.fullName,
      passed: test.status === 'passed',
    })),
  ),
);

let closed = 0;
for (const { id, text } of statements) {
  const carriers = tests.filter((test) => test.name.includes(`[${id}]`));
  const proven = carriers.length > 0 && carriers.every((test) => test.passed);
  closed += proven ? 1 : 0;
  const state = proven ? 'shown ' : carriers.length > 0 ? 'FAILED' : 'open  ';
  console.log(`${state} ${id.padEnd(5)} ${text}`);
  for (const test of carriers) {
    console.log(`         ${test.passed ? 'passed' : 'failed'} (${test.suite}) ${test.name}`);
  }
}

console.log(
  `\n${closed} of ${statements.length} statements shown by a passing test; the others are open.`,
);
console.log(`Suites read: ${suites.map(({ suite }) => suite).join(', ')}.`);
process.exitCode = tests.some((test) => !test.passed) ? 1 : 0;
