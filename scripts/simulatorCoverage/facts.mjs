import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Members of each class by the reference: method, readonly or readwrite. */
export const members = readJson(path.join(here, 'members.json'));

/** What public code uses: `members` as [member, repositories, uses] by rank, and `notFound`. */
export const census = readJson(path.join(here, 'census.json'));

/** The script that tells which names the objects of the simulator have. */
export const reflectScript = readFileSync(path.join(here, 'reflect.jsx'), 'utf8');

const notesFolder = path.join('docs', 'simulated-premiere');

/** What is written of each member: behaviour, source, and whether the behaviour is established. */
export const readNotes = () => {
  if (!existsSync(notesFolder)) return {};
  const files = readdirSync(notesFolder).filter((name) => name.endsWith('.json'));
  const parts = files.toSorted().map((name) => readJson(path.join(notesFolder, name)));
  return Object.assign({}, ...parts);
};

/** The class and name of a member as the census writes it; names of the global object have no class. */
export const splitMember = (member) => {
  const dot = member.lastIndexOf('.');
  if (dot < 0) return { className: '', name: member };
  return { className: member.slice(0, dot), name: member.slice(dot + 1).replace(/\(\)$/, '') };
};

/** Every name of the reference and the census, by class, for {@link reflectScript}. */
export const namesToReflect = () => {
  const names = {};
  const add = (className, name) => {
    names[className] ??= [];
    if (!names[className].includes(name)) names[className].push(name);
  };
  for (const [className, listed] of Object.entries(members)) {
    for (const name of Object.keys(listed)) add(className, name);
  }
  for (const [member] of census.members) {
    const { className, name } = splitMember(member);
    add(className, name);
  }
  return names;
};
