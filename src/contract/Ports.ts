import type { MediaEngine } from './MediaEngine';
import type { PremiereHost } from './PremiereHost';

/** The Premiere and the engine that `main` chose. */
export interface Ports {
  readonly premiere: PremiereHost;
  readonly engine: MediaEngine;
}
