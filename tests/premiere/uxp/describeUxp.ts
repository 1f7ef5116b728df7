import { openUxpPremiere } from '../../helpers/uxpPremiere';

/** What ExtendScript is asked afterwards, and answers. */
type Seen = readonly [script: string, answer: string];

/** A member, a script for UXP, its value, and what is seen of it by ExtendScript. */
export type UxpRow = readonly [member: string, script: string, value: unknown, seen?: Seen];

/** A test for each row, each in a Premiere of its own after `setup` in ExtendScript. */
export function describeUxp(setup: string, rows: readonly UxpRow[]): void {
  test.each(rows.map((row) => [row[0], row] as const))('%s', async (_member, row) => {
    const [, script, value, seen] = row;
    const { uxp, run } = await openUxpPremiere();
    await run(`${setup}; 1`);
    expect(await uxp(script)).toEqual(value);
    if (seen) expect(await run(seen[0])).toBe(seen[1]);
  });
}
