import fs from 'node:fs';
import path from 'node:path';
import { formatEpr } from '../../../src/domain/interchange/epr';
import type { SimulatedPremiereOptions } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';
import { screenerFormat } from '../../helpers/screenerFormat';

/** A script that is run again until it answers “true”: what it looks at comes with time. */
interface Until {
  readonly until: string;
}

/** Waits for a script to answer “true”. */
export const until = (script: string): Until => ({ until: script });

/** Scripts run one after another, as a panel would send them. */
type Scripts = string | readonly (string | Until)[];

/** A member as the census names it, its documented effect, scripts, and what the last one answers. */
export type MemberRow = readonly [
  member: string,
  effect: string,
  scripts: Scripts,
  answer: string | RegExp,
];

/** Names for what the scripts of these tests use all the time. */
const prologue = (folder: string) => `
  var folder = ${JSON.stringify(folder)};
  var presetPath = folder + '/preset.epr';
  function thrown(work) {
    try { work(); } catch (error) { return String(error.message); }
    return 'nothing was thrown';
  }
  function written(name, text) {
    var file = new File(folder + '/' + name);
    file.encoding = 'UTF-8';
    file.open('w');
    file.write(text);
    file.close();
    return file;
  }
`;

/** A preset with settings of its own, as an editor would have saved it. */
const preset = formatEpr('Screener', screenerFormat);

/** A simulated Premiere with what member tests name. */
export async function openForMembers(
  setup: string,
  options: Partial<SimulatedPremiereOptions> = {},
): Promise<TestPremiere> {
  const opened = await openTestPremiere(options);
  fs.writeFileSync(path.join(opened.folder, 'preset.epr'), preset);
  await opened.run(prologue(opened.folder));
  await opened.run(setup);
  return opened;
}

/**
 * A test for each row, each in a Premiere of its own after `setup`. Titles begin with the member:
 * `npm run simulator:coverage` finds them by it.
 */
export function describeMembers(setup: string, rows: readonly MemberRow[]): void {
  test.each(rows)('%s: %s', async (_member, _effect, scripts, answer) => {
    const { run } = await openForMembers(setup);
    let last = '';
    for (const script of typeof scripts === 'string' ? [scripts] : scripts) {
      last = typeof script === 'string' ? await run(script) : await answerTrue(run, script);
    }
    if (typeof answer === 'string') expect(last).toBe(answer);
    else expect(last).toMatch(answer);
  });
}

async function answerTrue(run: TestPremiere['run'], { until: script }: Until): Promise<string> {
  for (let left = 100; left > 0; left -= 1) {
    if ((await run(script)) === 'true') return 'true';
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`This never became true: ${script}`);
}
