import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { openSimulatedPremiere } from '../../src/premiere/simulated/openSimulatedPremiere';
import { simulatedMedia, type MediaSketch } from '../helpers/simulatedMedia';
import { cutsOfSnapshot, cutsOfWalk, parseDomWalk, type DomWalk } from './randomEdits/DomWalk';
import { Invariants } from './randomEdits/findBroken';

/** An edit by name, and the numbers it picks things with. */
type Step = readonly [kind: string, a: number, b: number, c: number, d: number];

/** A script that a random run once failed on, made as short as it goes. */
interface KeptFailure {
  readonly found: string;
  readonly version: string;
  readonly steps: readonly Step[];
}

const fixtures = path.join(__dirname, '..', 'fixtures', 'premiere');
const edits = fs.readFileSync(path.join(fixtures, 'randomEdits.jsx'), 'utf8');
const kept = JSON.parse(fs.readFileSync(path.join(fixtures, 'randomEdits.kept.json'), 'utf8')) as {
  readonly seeds: readonly number[];
  readonly failures: readonly KeptFailure[];
};

/** Steps that all runs make together. */
const wantedSteps = 10_000;
const versions = ['2022', '25', '26'] as const;

/** Names of edits, each as often as it is wanted: what there is to edit comes first. */
const kinds = [
  ...['importMedia', 'makeSequence', 'overwrite', 'overwrite', 'insert', 'trackOverwrite'],
  ...['trackInsert', 'nest', 'remove', 'removeRipple', 'move', 'move', 'setStart', 'setEnd'],
  ...['setIn', 'setOut', 'disable', 'nameUse', 'select', 'select', 'link', 'unlink', 'mute'],
  ...['lock', 'target', 'nameTrack', 'razor', 'razor', 'addTracks', 'removeEmptyTracks'],
  ...['transition', 'transition', 'effect', 'rippleDelete', 'setValue', 'vary', 'key', 'removeKey'],
  ...['marker', 'changeMarker', 'deleteMarker', 'sequenceMarks', 'playhead', 'zeroPoint'],
  ...['createBin', 'moveToBin', 'deleteBin', 'nameItem', 'label', 'subclip', 'markIn', 'markOut'],
  ...['clearMarks', 'offline', 'cloneSequence', 'subsequence', 'deleteSequence', 'activate'],
  ...['consolidate', 'undo', 'qeMove', 'lift', 'removeTrack', 'deleteAsset', 'describe', 'resize'],
];

/** What a script may be told when Premiere refuses; anything else is a fault of the simulator. */
const refusals = new Set([
  'threw: Illegal Parameter type',
  'threw: Not Enough Parameters',
  'threw: Unknown error exception',
  'threw: Bad argument',
  'threw: Cannot set property start',
  'threw: Cannot set property end',
  'threw: Cannot set property inPoint',
  'threw: Cannot set property outPoint',
]);

const number = fc.nat({ max: 9999 });
const script = fc.array(fc.tuple(fc.constantFrom(...kinds), number, number, number, number), {
  minLength: 1,
  maxLength: 150,
  size: 'max',
});

/** What a run has to begin with, so that its first edits have something to work on. */
const opening: readonly Step[] = [
  ['importMedia', 0, 0, 0, 0],
  ['importMedia', 2, 0, 0, 0],
  ['importMedia', 4, 0, 0, 0],
  ['makeSequence', 0, 1, 0, 0],
];

/** Media of ten seconds each; they lie on disk as well, so that a project opened again finds them. */
const sketches: Readonly<Record<string, MediaSketch>> = {
  'A001.mov': {},
  'A002.mov': { channels: 0 },
  'B001.mov': { frameRate: '24000/1001' },
  'mono.wav': { frameRate: null, channels: 1 },
  'poly.wav': { frameRate: null, channels: 4 },
};

/** A simulated Premiere over such media, with the edits defined. */
async function openEditable(version: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slateflow-edits-'));
  const paths = Object.keys(sketches).map((name) => path.join(folder, name));
  for (const mediaPath of paths) fs.writeFileSync(mediaPath, 'media');
  const known = Object.entries(sketches).map(([name, sketch]) => [path.join(folder, name), sketch]);
  const media = simulatedMedia(Object.fromEntries(known) as Record<string, MediaSketch>);
  const projectPath = path.join(folder, 'Show.sfproj');
  const premiere = openSimulatedPremiere({ projectPath, media, version });
  const run = async (source: string) => {
    const answer = await premiere.evalScript(source);
    if (answer === 'EvalScript error.') throw new Error(premiere.lastError());
    return answer;
  };
  await run(`var mediaPaths = ${JSON.stringify(paths)};\n${edits}`);
  return { premiere, media, projectPath, version, run };
}
type Editable = Awaited<ReturnType<typeof openEditable>>;

/** Runs edits one script at a time and looks at everything after each; what each edit answered. */
async function play(version: string, steps: readonly Step[]): Promise<string[]> {
  const opened = await openEditable(version);
  const invariants = new Invariants();
  const answers: string[] = [];
  for (const [index, step] of [...opening, ...steps].entries()) {
    const [kind, ...numbers] = step;
    const text = await opened.run(`edit('${kind}', ${numbers.join(', ')}) + '\\n' + walk()`);
    const [answer = '', ...lines] = text.split('\n');
    answers.push(`${kind} ${answer}`);
    const walk = parseDomWalk(lines.join('\n'));
    const broken = brokenAfter(opened, { walk, kind, answer }, invariants);
    if (broken.length > 0) throw new Error(`After ${step.join(' ')}:\n${broken.join('\n')}`);
    if (index % 25 === 24) await expectSameWhenReopened(opened);
  }
  await expectSameWhenReopened(opened);
  opened.premiere.close();
  return answers;
}

interface Outcome {
  readonly walk: DomWalk;
  readonly kind: string;
  readonly answer: string;
}

function brokenAfter({ premiere }: Editable, outcome: Outcome, invariants: Invariants) {
  const { walk, kind, answer } = outcome;
  const isKnown = !answer.startsWith('threw') || refusals.has(answer);
  const seen = JSON.stringify(cutsOfWalk(walk));
  const told = JSON.stringify(cutsOfSnapshot(premiere.snapshot()));
  return [
    ...(isKnown ? [] : [answer]),
    ...(seen === told ? [] : [`the walk sees ${seen}, the snapshot tells ${told}`]),
    ...invariants.findBroken(walk, kind),
  ];
}

/** Save, open, save: the project is the same one, to the last byte of its file. */
async function expectSameWhenReopened(opened: Editable) {
  const { premiere, media, projectPath, version, run } = opened;
  const before = premiere.snapshot();
  const walked = await run(`app.project.save(); walk() + walkDeeply()`);
  const saved = fs.readFileSync(projectPath, 'utf8');
  const again = openSimulatedPremiere({ projectPath, media, version });
  expect(again.snapshot()).toEqual(before);
  expect(await again.evalScript(`var mediaPaths;\n${edits}\nwalk() + walkDeeply()`)).toBe(walked);
  again.save();
  expect(fs.readFileSync(projectPath, 'utf8')).toBe(saved);
  again.close();
}

test('scripts that once broke a project leave it whole', async () => {
  for (const { version, steps } of kept.failures) await play(version, steps);
});

/**
 * One random script; one that fails is made as short as it goes. Keep its seed in
 * randomEdits.kept.json: what stands there is played first. RANDOM_EDITS_SEED begins elsewhere.
 */
async function playSeed(seed: number): Promise<string[]> {
  let answers: string[] = [];
  const property = fc.asyncProperty(script, async (steps) => {
    answers = await play(versions[seed % versions.length] ?? '25', steps);
  });
  await fc.assert(property, { seed, numRuns: 1, interruptAfterTimeLimit: 30_000 });
  return answers;
}

test('10,000 random edits leave every project whole, and equal when it is opened again', async () => {
  const done = new Set<string>();
  const seeds = [...kept.seeds];
  let count = 0;
  for (let seed = Number(process.env['RANDOM_EDITS_SEED'] ?? 1); count < wantedSteps; seed += 1) {
    const answers = await playSeed(seeds.pop() ?? seed);
    count += answers.length;
    for (const answer of answers) done.add(answer);
  }
  expect([...new Set(kinds)].filter((kind) => !done.has(`${kind} done`))).toEqual([]);
}, 300_000);
