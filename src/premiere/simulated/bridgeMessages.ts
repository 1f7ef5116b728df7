import { z } from 'zod';

/** The WebSocket subprotocol both sides speak. */
export const bridgeProtocol = 'slateflow.bridge.v1';

/** The token travels as a second subprotocol: it then stands in no address and no log. */
export function toTokenProtocol(token: string): string {
  return `slateflow.token.${token}`;
}

/** A script to run; `id` names it in the answer. */
export const bridgeRequestSchema = z.object({ id: z.number().int(), script: z.string() });

/** What a script evaluated to, as text. */
export const bridgeAnswerSchema = z.object({ id: z.number().int(), result: z.string() });
