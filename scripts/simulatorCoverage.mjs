/**
 * Says how far the simulated Premiere goes: each member that public code uses, by rank, with
 * whether it exists, whether the tests of its documented effect pass, and whether that effect is
 * established. Ends with 1 when one of the most used members is missing or unproven, or when a
 * member of the reference is neither there nor excused by a note.
 *
 * `--write` writes docs/simulated-premiere.md instead, `--check` ends with 1 when it is out of date.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  census,
  members,
  namesToReflect,
  readNotes,
  reflectScript,
} from './simulatorCoverage/facts.mjs';
import { formatPage } from './simulatorCoverage/formatPage.mjs';
import { findUnexplained, judgeCensus, mostUsed } from './simulatorCoverage/judgeMembers.mjs';

const pagePath = path.join('docs', 'simulated-premiere.md');

const runNode = (...args) => {
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  return run;
};

const slateflow = (...args) => {
  const run = runNode(path.join('bin', 'slateflow.js'), ...args);
  if (run.status === 0) return run.stdout;
  throw new Error(`slateflow ${args.join(' ')} ended with ${run.status}:\n${run.stderr}`);
};

/** A picture of the sample day, for the reflecting script to import. */
const sampleClip = () => {
  const folder = path.join('sample', 'day');
  if (!existsSync(path.join(folder, 'day.json'))) slateflow('sample', folder);
  const files = readdirSync(folder, { recursive: true });
  const clip = files.toSorted().find((file) => /\.(mov|mp4|mxf)$/i.test(file));
  if (!clip) throw new Error(`There is no picture in ${folder}.`);
  return path.resolve(folder, clip);
};

/** Names that the objects of the simulator have, by class. */
const reflectSimulator = () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'slateflow-coverage-'));
  try {
    const given = { names: namesToReflect(), mediaPath: sampleClip() };
    const lines = Object.entries(given).map(
      ([name, value]) => `var ${name} = ${JSON.stringify(value)};`,
    );
    const script = path.join(folder, 'reflect.jsx');
    writeFileSync(script, [...lines, reflectScript].join('\n'));
    const project = path.join(folder, 'Reflected.sfproj');
    return JSON.parse(slateflow('eval', script, '--project', project, '--json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The member tests of this tree with their titles. */
const runMemberTests = () => {
  const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
  const run = runNode(jest, '--selectProjects', 'main', '--json', '--', 'tests/premiere/members');
  if (run.stdout === '') throw new Error(`The member tests could not be run:\n${run.stderr}`);
  return JSON.parse(run.stdout).testResults.flatMap((file) =>
    file.assertionResults.map(({ title, status }) => ({ title, passed: status === 'passed' })),
  );
};

const yes = (value, word) => (value ? word : '-').padEnd(word.length);

const printMember = ({ rank, member, repositories, exists, isTested, isPassed, note }) => {
  const proof = isPassed ? 'passed' : isTested ? 'FAILED' : '-     ';
  const certainty = note === undefined ? '' : note.sure ? 'sure' : 'not sure';
  const columns = [
    String(rank).padStart(4),
    member.padEnd(52),
    String(repositories).padStart(3),
    yes(exists, 'exists'),
    yes(isTested, 'tested'),
    proof,
    certainty,
  ];
  console.log(columns.join('  ').trimEnd());
  if (!exists && note) console.log(`        ${note.behaviour}`);
};

const count = (list, holds) => list.filter(holds).length;

const report = () => {
  const notes = readNotes();
  const found = reflectSimulator();
  const judged = judgeCensus({ census, found, tests: runMemberTests(), notes });
  judged.forEach(printMember);
  const first = judged.slice(0, mostUsed);
  const rest = judged.slice(mostUsed);
  const isProven = ({ exists, isPassed }) => exists && isPassed;
  const unproven = first.filter((one) => !isProven(one));
  const unexplained = findUnexplained({ members, found, notes });
  console.log(
    `\nFirst ${mostUsed}: ${count(first, ({ exists }) => exists)} exist, ${count(first, isProven)} tested and passed.` +
      `\nThe other ${rest.length}: ${count(rest, ({ exists }) => exists)} exist, ` +
      `${count(rest, ({ exists, note }) => !exists && note)} listed with the reason, ` +
      `${count(rest, ({ exists, note }) => !exists && !note)} neither.`,
  );
  for (const { member } of unproven) console.log(`not proven: ${member}`);
  console.log(`${unexplained.length} members of the reference are neither there nor excused.`);
  for (const id of unexplained) console.log(`missing: ${id}`);
  return unproven.length === 0 && unexplained.length === 0;
};

const checkPage = (page) => {
  const isCurrent = existsSync(pagePath) && readFileSync(pagePath, 'utf8') === page;
  if (!isCurrent)
    console.error(`${pagePath} is out of date: npm run simulator:coverage -- --write`);
  return isCurrent;
};

const main = ([task]) => {
  const page = formatPage({ members, notes: readNotes() });
  if (task === '--check') return checkPage(page);
  if (task !== '--write') return report();
  writeFileSync(pagePath, page);
  return true;
};

process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
