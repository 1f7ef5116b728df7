import { runAsWorker } from 'synckit';
import WebSocket from 'ws';
import type { ProbeResult } from '../contract/MediaEngine';
import { connectEngine } from '../engine/client/connectEngine';

/**
 * Asks the engine on behalf of the simulated Premiere, whose scripts are synchronous: the main
 * thread waits for this one.
 */
runAsWorker(
  async (
    address: string,
    token: string,
    paths: readonly string[],
  ): Promise<readonly ProbeResult[]> => {
    const engine = await connectEngine({ address, token, WebSocket });
    const signal = new AbortController().signal;
    const job = { signal, report: () => undefined, checkpoint: () => undefined };
    try {
      return await engine.probe({ paths }, job);
    } finally {
      engine.close();
    }
  },
);
