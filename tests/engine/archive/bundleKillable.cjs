// Builds an entry as the engine is built: node bundleKillable.cjs ENTRY OUTPUT-FOLDER
const path = require('node:path');
const webpack = require('webpack');
const root = path.join(__dirname, '../../..');
const [engine] = require(path.join(root, 'webpack.config.js'));

webpack(
  {
    ...engine,
    context: root,
    devtool: false,
    entry: { killable: process.argv[2] },
    output: { ...engine.output, path: process.argv[3], clean: false },
  },
  (error, stats) => {
    if (!error && !stats.hasErrors()) return;
    console.error(error ?? stats.toString('errors-only'));
    process.exitCode = 1;
  },
);
