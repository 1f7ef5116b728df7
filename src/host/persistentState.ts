import type { EncoderJob } from '../contract/host';

/** The one name we take in the engine that all panels share. */
export const hostNamespace = 'com.slateflow.host';

/** What outlives a panel's reload: encoder events reach handlers that were bound long ago. */
export interface PersistentState {
  isEncoderBound: boolean;
  readonly encoderJobs: EncoderJob[];
}

/** What stands under our name in the shared global object. */
export interface HostNamespace {
  readonly version: string;
  readonly state: PersistentState;
  /** Answers a call by name with a JSON reply; never throws. */
  readonly call: (name: string, requestJson: string) => string;
}

/** The state under our name, made by the bundle's first evaluation. */
export function persistentState(): PersistentState {
  const host = installedHost();
  return host === undefined ? newState() : host.state;
}

/** What an earlier evaluation of the bundle left under our name. */
export function installedHost(): HostNamespace | undefined {
  return ($.global as Record<string, HostNamespace | undefined>)[hostNamespace];
}

/** State of a host that has done nothing yet. */
export function newState(): PersistentState {
  return { isEncoderBound: false, encoderJobs: [] };
}
