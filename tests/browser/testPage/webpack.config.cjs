const path = require('node:path');

/** The panel's own build, with the page of invented plans in place of its entry. */
const root = path.resolve(__dirname, '../../..');
const panel = require(path.join(root, 'webpack.config.js')).find(({ name }) => name === 'panel');

module.exports = {
  ...panel,
  context: root,
  mode: 'production',
  entry: './tests/browser/testPage/page.tsx',
  output: { ...panel.output, path: path.join(root, 'artifacts', 'testPage') },
};
