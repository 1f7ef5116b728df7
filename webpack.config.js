const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

const root = __dirname;
const typescript = {
  test: /\.tsx?$/,
  loader: 'ts-loader',
  // Types are judged by `npm run check:types`; here they are only taken off.
  options: { transpileOnly: true, compilerOptions: { noEmit: false } },
};
const resolve = { extensions: ['.ts', '.tsx', '.mjs', '.js'] };

/** Packages that carry binaries find them beside their own files, so they stay packages. */
const binaryPackages = [
  /^libsql/,
  /^@ffmpeg-installer\//,
  /^@ffprobe-installer\//,
  /^dejavu-fonts-ttf/,
  /^synckit$/,
  // What ws uses where it is installed, and asks for at run time.
  /^bufferutil$/,
  /^utf-8-validate$/,
];

const node = (name, entry) => ({
  name,
  mode: 'production',
  target: 'node20',
  devtool: 'source-map',
  entry,
  output: {
    path: path.join(root, 'dist', name),
    filename: '[name].js',
    library: { type: 'commonjs2' },
  },
  optimization: { minimize: false },
  externals: [
    ({ request }, callback) =>
      callback(
        null,
        binaryPackages.some((pattern) => pattern.test(request)) ? `commonjs ${request}` : undefined,
      ),
  ],
  module: { rules: [typescript] },
  resolve,
  node: { __dirname: false, __filename: false },
  stats: 'errors-warnings',
});

const panel = {
  name: 'panel',
  mode: 'production',
  target: ['web', 'es2020'],
  entry: './src/panel/main.tsx',
  output: { path: path.join(root, 'dist', 'panel'), filename: 'panel.js', iife: true },
  module: {
    rules: [
      typescript,
      {
        test: /\.css$/,
        use: [
          MiniCssExtractPlugin.loader,
          {
            loader: 'css-loader',
            options: {
              modules: { auto: true, namedExport: false, exportLocalsConvention: 'as-is' },
            },
          },
          // React Spectrum ships nested CSS; CEP 11 is Chromium 88.
          {
            loader: 'postcss-loader',
            options: {
              postcssOptions: { plugins: [['postcss-preset-env', { browsers: 'chrome 88' }]] },
            },
          },
        ],
      },
    ],
  },
  resolve,
  plugins: [
    new MiniCssExtractPlugin({ filename: 'panel.css' }),
    new HtmlWebpackPlugin({ template: './src/panel/index.html', filename: 'index.html' }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
};

module.exports = [
  node('engine', { main: './src/engine/main.ts' }),
  node('bench', { main: './scripts/bench.ts' }),
  node('cli', { main: './src/cli/main.ts', mediaWorker: './src/cli/mediaWorker.ts' }),
  panel,
];
