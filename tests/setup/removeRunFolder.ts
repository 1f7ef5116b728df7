import { rmSync } from 'node:fs';

/** Removes what a run left in its temporary folder. */
export default function removeRunFolder(): void {
  const folder = process.env['TMPDIR'];
  if (folder?.includes('slateflow-tests-')) rmSync(folder, { recursive: true, force: true });
}
