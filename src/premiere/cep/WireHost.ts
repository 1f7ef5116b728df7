import type { WireCalls } from '../../contract/host';

/** The calls as they cross, asynchronous: each is one script. */
export type WireHost = {
  readonly [Name in keyof WireCalls]: (
    request: Parameters<WireCalls[Name]>[0],
  ) => Promise<ReturnType<WireCalls[Name]>>;
};
