import { mkdirSync } from 'node:fs';

// Where each suite leaves its results (`--outputFile`): jest makes no folder itself.
mkdirSync('artifacts/results', { recursive: true });

/** ESM-only packages that jest's CommonJS runtime needs translated. */
const esmPackages = [
  'execa',
  'node-fetch',
  'data-uri-to-buffer',
  'fetch-blob',
  'formdata-polyfill',
  'is-stream',
  'get-stream',
  'npm-run-path',
  'path-key',
  'strip-final-newline',
  'human-signals',
  'unicorn-magic',
  'csv-parse',
  'figures',
  'is-unicode-supported',
  'pretty-ms',
  'parse-ms',
  'yoctocolors',
  'is-plain-obj',
  '@sindresorhus',
  '@sec-ant',
  'signal-exit',
  'fast-check',
  'pure-rand',
  '@trpc',
  'synckit',
  '@pkgr',
];

const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(m?[tj]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    '\\.module\\.css$': '<rootDir>/tests/helpers/cssModule.ts',
    // Exported to importers alone; jest asks as one that requires.
    '^unicorn-magic$': '<rootDir>/node_modules/unicorn-magic/node.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/sample', '<rootDir>/artifacts'],
};

export default {
  globalSetup: '<rootDir>/tests/setup/makeRunFolder.ts',
  globalTeardown: '<rootDir>/tests/setup/removeRunFolder.ts',
  testTimeout: 60_000,
  // Two cores: more workers only fight over ffmpeg.
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'main',
      testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/tests/field/', '/tests/browser/', '/tests/adobe/'],
    },
    { ...shared, displayName: 'field', testMatch: ['<rootDir>/tests/field/**/*.test.ts'] },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
    { ...shared, displayName: 'adobe', testMatch: ['<rootDir>/tests/adobe/**/*.test.ts'] },
  ],
};
