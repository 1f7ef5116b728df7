import type { HostCalls } from './host';

/** The calls of `HostCalls`, asynchronous: our side of whatever Premiere is there. */
export type PremiereHost = {
  readonly [Name in keyof HostCalls]: (
    request: Parameters<HostCalls[Name]>[0],
  ) => Promise<ReturnType<HostCalls[Name]>>;
};
