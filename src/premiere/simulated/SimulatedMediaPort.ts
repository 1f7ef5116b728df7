import type { ProbeResult, RenderRequest } from '../../contract/MediaEngine';

/** What the simulated Premiere asks of whoever reads and renders media for it. */
export interface SimulatedMediaPort {
  /**
   * Facts of media files, in the order given. Synchronous, because the script that imports them
   * waits, as it does in Premiere.
   */
  readonly probe: (paths: readonly string[]) => readonly ProbeResult[];
  /** Renders a sequence; `onProgress` is told a fraction from 0 to 1. Rejects when it cannot. */
  readonly render: (
    request: RenderRequest,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Renders while the script that exports waits, as it does in Premiere. Throws when it cannot. */
  readonly renderNow: (request: RenderRequest) => void;
}
