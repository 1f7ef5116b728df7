/** The import rules of the house (docs/house-style.md); each says why. */
const room = (name) => `^src/${name}/`;

const mayImport = (name, rooms, why) => ({
  name: `${name}-imports`,
  comment: why,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^(src|tests|scripts)/', pathNot: [name, ...rooms].map(room) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Data flows one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    mayImport('domain', [], 'Editorial knowledge stands alone: no files, clock, DOM or Premiere.'),
    {
      name: 'time-alone',
      comment: 'Time is the bottom of the house.',
      severity: 'error',
      from: { path: '^src/domain/time/' },
      to: { path: '^src/', pathNot: '^src/domain/time/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain touches no file, process or network.',
      severity: 'error',
      from: { path: room('domain') },
      to: { dependencyTypes: ['core'] },
    },
    mayImport(
      'contract',
      ['domain'],
      'Contracts may speak of the domain, and of nothing that implements them.',
    ),
    {
      name: 'host-words-alone',
      comment: 'The ExtendScript bundle reads contract/host.ts: it must stand alone.',
      severity: 'error',
      from: { path: '^src/contract/host\\.ts$' },
      to: { path: '.' },
    },
    mayImport('workflows', ['domain', 'contract'], 'A workflow is pure over two ports.'),
    {
      name: 'host-imports',
      comment: 'The host is a thin interpreter: it knows only the words.',
      severity: 'error',
      from: { path: room('host') },
      to: { path: '^src/', pathNot: ['^src/host/', '^src/contract/host\\.ts$'] },
    },
    {
      name: 'nobody-imports-host',
      comment: 'The host runs inside Premiere and is reached by calls alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: room('host') },
      to: { path: room('host') },
    },
    mayImport(
      'premiere',
      ['domain', 'contract'],
      'Our side of Premiere implements the contract and knows no engine.',
    ),
    mayImport(
      'engine',
      ['domain', 'contract'],
      'The engine implements the contract and knows no Premiere.',
    ),
    {
      name: 'panel-imports',
      comment: 'A face calls workflows; only main picks implementations.',
      severity: 'error',
      from: { path: room('panel'), pathNot: '^src/panel/main\\.tsx$' },
      to: {
        path: '^(src|tests|scripts)/',
        pathNot: ['panel', 'workflows', 'domain', 'contract'].map(room),
      },
    },
    {
      name: 'cli-imports',
      comment: 'A face calls workflows; only main picks implementations.',
      severity: 'error',
      from: { path: room('cli'), pathNot: '^src/cli/(main|mediaWorker)\\.ts$' },
      to: {
        path: '^(src|tests|scripts)/',
        pathNot: ['cli', 'workflows', 'domain', 'contract'].map(room),
      },
    },
    {
      name: 'no-tests-in-src',
      comment: 'The product never needs its tests or scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'page-without-node',
      comment: 'The panel is a web page: no Node built-in may reach it.',
      severity: 'error',
      from: { path: '^src/(panel|workflows|domain|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
