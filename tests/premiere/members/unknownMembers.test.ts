import fs from 'node:fs';
import path from 'node:path';
import { openForMembers } from './describeMembers';

const coverage = path.resolve('scripts', 'simulatorCoverage');
const { notFound } = JSON.parse(fs.readFileSync(path.join(coverage, 'census.json'), 'utf8')) as {
  readonly notFound: readonly (readonly [member: string, repositories: number, uses: number])[];
};
const makers = fs.readFileSync(path.join(coverage, 'reflect.jsx'), 'utf8');

test('calls that public code makes and no source knows are undefined', async () => {
  const { run } = await openForMembers(`var mediaPath = '/cards/A001.mov';\n${makers}`);
  const answered: string[] = [];
  for (const [member] of notFound) {
    const dot = member.lastIndexOf('.');
    const [className, name] = [member.slice(0, dot), member.slice(dot + 1).replace('()', '')];
    const type = await run(
      `var object = objectOf(${JSON.stringify(className)}); object ? typeof object[${JSON.stringify(name)}] : 'no object'`,
    );
    if (type !== 'undefined') answered.push(`${member} is ${type}`);
  }
  expect(answered).toEqual([]);
});
