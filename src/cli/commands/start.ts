import type { PanelOptions } from '../Implementations';
import { toWriting, type CommandContext, type ExitStatus } from './Command';

/** `slateflow start`: engine, simulated Premiere and panel until it is interrupted. */
export async function start(context: CommandContext, options: PanelOptions): Promise<ExitStatus> {
  const { implementations, terminal, signal } = context;
  const panel = await implementations.startPanel(options, toWriting(context));
  terminal.result({ address: panel.address }, [
    `The panel is at  ${panel.address}`,
    'Open that address in a browser; it carries the token of this session. Ctrl-C ends it.',
  ]);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await panel.stop();
  return 0;
}
