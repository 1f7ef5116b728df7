import { splitMember } from './facts.mjs';

/** How many of the most used members must exist and be proven. */
export const mostUsed = 200;

/** What is said of a member that code uses and no source lists. */
const unknown = {
  behaviour: 'no source knows it: it stays undefined',
  source: 'census',
  sure: true,
};

/** What is known of each member of the census, by rank. */
export const judgeCensus = ({ census, found, tests, notes }) =>
  census.members.map(([member, repositories], index) => {
    const carriers = tests.filter(({ title }) => title.startsWith(`${member}: `));
    return {
      rank: index + 1,
      member,
      repositories,
      exists: exists(member, found),
      isTested: carriers.length > 0,
      isPassed: carriers.length > 0 && carriers.every(({ passed }) => passed),
      note: noteOf(member, notes) ?? (census.unlisted.includes(member) ? unknown : undefined),
    };
  });

/** The members of the reference that are neither there nor excused by a note. */
export const findUnexplained = ({ members, found, notes }) =>
  Object.entries(members).flatMap(([className, listed]) =>
    Object.keys(listed)
      .map((name) => `${className}.${name}`)
      .filter((id) => !exists(id, found) && !notes[id]?.behaviour),
  );

/** The census calls the QE application by its global, the notes by its class. */
const noteOf = (member, notes) => notes[member] ?? notes[member.replace(/^qe\./, 'QEApplication.')];

const exists = (member, found) => {
  const { className, name } = splitMember(member);
  return found[className]?.includes(name) ?? false;
};
