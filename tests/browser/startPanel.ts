import type { ChildProcess } from 'node:child_process';
import type { slateflowIn } from '../helpers/slateflow';

/** A running `slateflow start`. */
export interface RunningPanel {
  readonly address: string;
  /** Ends it as Ctrl-C does, and waits until it has gone. */
  stop(): Promise<void>;
}

/** Starts engine, simulated Premiere and panel, and reads the address they print. */
export async function startPanel(
  slateflow: ReturnType<typeof slateflowIn>,
  ...args: readonly string[]
): Promise<RunningPanel> {
  const child = slateflow.start('start', ...args, '--json');
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    address: await readAddress(child),
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

function readAddress(child: ChildProcess): Promise<string> {
  let out = '';
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (!out.trimEnd().endsWith('}')) return;
      resolve((JSON.parse(out) as { address: string }).address);
    });
    child.once('close', () => reject(new Error(`slateflow start ended early:\n${err}`)));
  });
}
