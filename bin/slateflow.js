#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');

const program = path.join(__dirname, '..', 'dist', 'cli', 'main.js');
if (existsSync(program)) {
  require(program).main(process.argv);
} else {
  process.stderr.write(
    'Slateflow has not been built here yet. Run “npm ci” in its folder first.\n',
  );
  process.exitCode = 2;
}
