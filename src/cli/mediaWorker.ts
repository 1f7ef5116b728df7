import { runAsWorker } from 'synckit';
import WebSocket from 'ws';
import type { ProbeResult, RenderRequest } from '../contract/MediaEngine';
import { connectEngine } from '../engine/client/connectEngine';

/** What the simulated Premiere asks while its script waits. */
export type MediaQuestion =
  | { readonly kind: 'probe'; readonly paths: readonly string[] }
  | { readonly kind: 'render'; readonly request: RenderRequest };

/**
 * Asks the engine on behalf of the simulated Premiere, whose scripts are synchronous: the main
 * thread waits for this one. A render answers with nothing.
 */
runAsWorker(
  async (
    address: string,
    token: string,
    question: MediaQuestion,
  ): Promise<readonly ProbeResult[]> => {
    const engine = await connectEngine({ address, token, WebSocket });
    const signal = new AbortController().signal;
    const job = { signal, report: () => undefined, checkpoint: () => undefined };
    try {
      if (question.kind === 'probe') return await engine.probe({ paths: question.paths }, job);
      await engine.render(question.request, job);
      return [];
    } finally {
      engine.close();
    }
  },
);
