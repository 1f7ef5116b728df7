import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const sourceFolder = path.join(root, 'src', 'host');

/** A change of the host's source: in one file, `from` becomes `to`. */
export interface SourceEdit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Builds the host bundle, with a change of its source where one is given; the bundle's path. */
export async function buildHostBundle(
  edit?: SourceEdit,
  flags: readonly string[] = [],
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'slateflow-host-'));
  const out = path.join(folder, 'slateflow.jsx');
  const source = edit ? await editedSource(folder, edit) : sourceFolder;
  const script = path.join(root, 'scripts', 'buildHost.mjs');
  const args = [script, '--source', source, '--out', out, ...flags];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return out;
}

/** The text of a freshly built host bundle. */
export async function readHostBundle(edit?: SourceEdit): Promise<string> {
  return readFile(await buildHostBundle(edit), 'utf8');
}

async function editedSource(folder: string, edit: SourceEdit): Promise<string> {
  const source = path.join(folder, 'src', 'host');
  await cp(sourceFolder, source, { recursive: true });
  const file = path.join(source, edit.file);
  const text = await readFile(file, 'utf8');
  if (!text.includes(edit.from)) throw new Error(`${edit.file} does not hold “${edit.from}”.`);
  await writeFile(file, text.replace(edit.from, edit.to));
  return source;
}
