import fs from 'node:fs';
import path from 'node:path';
import { openUxpPremiere } from '../../helpers/uxpPremiere';

/** Names of members in a section of the page, such as `Project.name`. */
function namesIn(section: string): string[] {
  const page = fs.readFileSync(path.resolve('docs', 'simulated-premiere-uxp.md'), 'utf8');
  const [, text = ''] = page.split(`## ${section}\n`);
  const [list = ''] = text.split('\n## ');
  return [...list.matchAll(/`(\w+\.\w+)`/g)].map(([, name = '']) => name);
}

/** What the module has, members of classes and of instances alike. */
const reflect = `const left = ['constructor', '__class__', 'length', 'prototype', 'arguments', 'caller'];
  const found = Object.entries(ppro).filter(([, made]) => typeof made === 'function').flatMap(([name, made]) => {
    const own = (it, also) => Object.getOwnPropertyNames(it).filter((key) => ![...left, ...also].includes(key));
    const inherited = name === 'Guid' ? [] : ['toString'];
    return [...own(made, ['name']), ...own(made.prototype, inherited)].map((key) => name + '.' + key);
  });
  found`;

test('the page of UXP members says what is there and what is not', async () => {
  const { uxp } = await openUxpPremiere();
  const found = (await uxp(reflect)) as string[];
  expect(namesIn('There').sort()).toEqual([...found].sort());
  const missing = namesIn('Used by others, and not there');
  expect(missing).not.toHaveLength(0);
  expect(missing.filter((name) => found.includes(name))).toEqual([]);
});
