import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { XMLParser } from 'fast-xml-parser';
import { openForMembers } from '../members/describeMembers';

const refused = 'EvalScript error.';

// Mistake 17, actions of UXP, has a file of its own: 17-uxp-actions.test.ts.

interface Manifest {
  readonly runtime: number;
  readonly host: string;
  readonly text: string;
}

function readManifest(text: string): Manifest {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const { ExtensionManifest: root } = parser.parse(text) as {
    ExtensionManifest: {
      ExecutionEnvironment: {
        HostList: { Host: { Version: string } };
        RequiredRuntimeList: { RequiredRuntime: { Version: string } };
      };
    };
  };
  const { HostList, RequiredRuntimeList } = root.ExecutionEnvironment;
  return {
    runtime: Number(RequiredRuntimeList.RequiredRuntime.Version),
    host: HostList.Host.Version,
    text,
  };
}

/** CEP that comes with each version of Premiere (premiere-hosts A1). */
const runtimes: readonly (readonly [version: number, csxs: number])[] = [
  [14.0, 9],
  [14.4, 10],
  [15.4, 11],
  [25.0, 12],
];

/** Why Premiere would hide a panel, without a word to anybody (premiere-hosts A2, F18). */
function manifestTraps({ runtime, host, text }: Manifest): string[] {
  const [, lowest = '', highest = ''] = /^[[(]?([\d.]+)(?:,([\d.]+)[\])])?$/.exec(host) ?? [];
  const offered = runtimes.filter(([version]) => version <= Number(lowest)).at(-1)?.[1] ?? 0;
  return [
    ...(runtime > offered ? [`runtime ${runtime} is more than ${lowest} has`] : []),
    ...(highest === '' ? ['a bare minimum was filtered out on 26.x'] : []),
    ...(highest !== '' && Number(highest) < 27 ? [`the range ends at ${highest}`] : []),
    ...(/<Size>/.test(text) ? [] : ['there is no Size']),
    ...(/<(MainPath|ScriptPath)>(?!\.\/)/.test(text) ? ['a path does not begin with ./'] : []),
  ];
}

describe('mistake 18: traps of the manifest', () => {
  const manifest = fs.readFileSync(path.resolve('CSXS', 'manifest.xml'), 'utf8');

  test('ours falls into none', () => {
    expect(manifestTraps(readManifest(manifest))).toEqual([]);
  });

  test.each([
    [
      'a runtime that the lowest host lacks',
      /Name="CSXS" Version="[^"]*"/,
      'Name="CSXS" Version="12.0"',
    ],
    [
      'a range that ends too soon',
      /Name="PPRO" Version="[^"]*"/,
      'Name="PPRO" Version="[15.4,25.9]"',
    ],
    ['a bare minimum', /Name="PPRO" Version="[^"]*"/, 'Name="PPRO" Version="15.4"'],
    ['no size', /<Size>/, '<Measure>'],
    ['a path from nowhere', /<MainPath>\.\//, '<MainPath>'],
  ])('%s is one', (_what, found, instead) => {
    const spoilt = manifest
      .replace(found, instead)
      .replace('</Size>', found.source === '<Size>' ? '</Measure>' : '</Size>');
    expect(manifestTraps(readManifest(spoilt))).toHaveLength(1);
  });
});

/** Whether Chromium 88 reads a script: the page of CEP 11 (premiere-hosts A1). */
function readsInChromium88(script: string): boolean {
  const waiting: unknown[] = [parse(script, { ecmaVersion: 2022, sourceType: 'script' })];
  while (waiting.length > 0) {
    const node = waiting.pop() as Readonly<Record<string, unknown>>;
    if (isLaterSyntax(node)) return false;
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
        if (typeof child === 'object' && child !== null) waiting.push(child);
    }
  }
  return true;
}

/** Of ES2022, static blocks and `#x in` came after Chromium 88; class fields came before it. */
function isLaterSyntax(node: { readonly type?: unknown; readonly left?: unknown }): boolean {
  const left = node.left as { readonly type?: unknown } | null | undefined;
  return node.type === 'StaticBlock' || left?.type === 'PrivateIdentifier';
}

describe('mistake 19: modern features in the panel', () => {
  test('the built panel reads in the oldest page it meets', () => {
    const panel = fs.readFileSync(path.resolve('dist', 'panel', 'panel.js'), 'utf8');
    expect(readsInChromium88(panel)).toBe(true);
    expect(readsInChromium88(`class Store { static { this.all = []; } }`)).toBe(false);
  });

  test('the built style knows nothing newer either', () => {
    const style = fs.readFileSync(path.resolve('dist', 'panel', 'panel.css'), 'utf8');
    expect(style).not.toMatch(/@layer|@container|:has\(/);
  });
});

/** Widely copied calls that do not exist (premiere-hosts F20), with what does. */
const fictions: readonly (readonly [wrong: string, right: string])[] = [
  [`cut.exportAsAAF(folder + '/cut.aaf')`, `typeof project.exportAAF`],
  [`cut.videoTracks[0].clips[0].setDisabled(true)`, `cut.videoTracks[0].clips[0].disabled = true`],
  [`cut.videoTracks[0].clips[0].setSpeed(2)`, `cut.videoTracks[0].clips[0].getSpeed()`],
  [`project.getSequenceByID(cut.sequenceID)`, `project.openSequence(cut.sequenceID)`],
  [`root.children[0].createProxy(presetPath, folder)`, `root.children[0].canProxy()`],
  [`app.encoder.getFormatList()`, `app.encoder.getExporters()`],
  [
    `qe.project.getActiveSequence().getVideoTrackAt(0).addTransition()`,
    `qe.project.getVideoTransitionByName('Cross Dissolve')`,
  ],
  [`app.project.undo()`, `qe.project.undo()`],
];

describe('mistake 20: other people’s code as truth', () => {
  const setup = `app.enableQE(); var cut = made('Cut', bring('/cards/A001.mov'))`;

  test.each(fictions)('%s throws', async (wrong, right) => {
    const { premiere, run } = await openForMembers(setup);
    expect(await premiere.evalScript(wrong)).toBe(refused);
    expect(await run(right)).not.toBe(refused);
  });

  test.each([
    `app.encoder.ENCODE_MATCH_SEQUENCE`,
    `project.isProxyEnabled`,
    `app.projectManager.destinationPath`,
  ])('%s is undefined', async (wrong) => {
    const { run } = await openForMembers(setup);
    expect(await run(`typeof (${wrong})`)).toBe('undefined');
  });

  test('assigning the frame size changes nothing; the settings do', async () => {
    const { premiere, run } = await openForMembers(setup);
    await premiere.evalScript(`cut.frameSizeHorizontal = 1280`);
    expect(await run(`cut.frameSizeHorizontal`)).toBe('1920');
    await run(`var told = cut.getSettings(); told.videoFrameWidth = 1280; cut.setSettings(told)`);
    expect(await run(`cut.frameSizeHorizontal`)).toBe('1280');
  });
});
