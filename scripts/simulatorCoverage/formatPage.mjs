/**
 * The page of members: what the simulator does for each member of the reference and on whose word,
 * class by class in the order of the reference. It is a function of the notes and the reference.
 */
export const formatPage = ({ members, notes }) => {
  const described = new Set();
  const sections = Object.entries(members).map(([className, listed]) => {
    const ids = Object.keys(listed).map((name) => `${className}.${name}`);
    for (const id of ids) described.add(id);
    return formatSection(className, ids, { listed, notes });
  });
  const others = Object.keys(notes).filter((id) => !described.has(id));
  return [
    head(notes),
    ...sections,
    ...(others.length > 0
      ? [formatSection('Beyond the reference', others, { listed: {}, notes })]
      : []),
  ].join('\n');
};

const head = (notes) => {
  const all = Object.values(notes);
  const sure = all.filter((note) => note.sure).length;
  return `# What the simulated Premiere does

Made by \`npm run simulator:coverage -- --write\` from \`docs/simulated-premiere/*.json\`: change those.

${all.length} members have a note; the behaviour of ${sure} is established by their source. The
others answer as documented, and what the real Premiere does beside that is not known.
`;
};

const formatSection = (title, ids, { listed, notes }) => {
  const rows = ids.map((id) => formatRow(id, listed, notes[id]));
  return `## ${title}

| member | access | behaviour | source | sure |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
};

const formatRow = (id, listed, note) => {
  const name = id.slice(id.lastIndexOf('.') + 1);
  const { behaviour = 'no note yet', source = '', sure } = note ?? {};
  const access = Object.hasOwn(listed, name) ? listed[name] : '';
  const cells = [`\`${id}\``, access, behaviour, source, toWord(sure)];
  return `| ${cells.map(toCell).join(' | ')} |`;
};

const toWord = (sure) => (sure === undefined ? '' : sure ? 'yes' : 'no');

const toCell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
