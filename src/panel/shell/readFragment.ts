/** What the page is opened with, after the `#` of its address. */
export interface PageParameters {
  readonly token: string;
  /** Port of the simulated Premiere; null inside a real one. */
  readonly bridgePort: number | null;
  /** Where the engine listens, when not where the page came from. */
  readonly engine: string | null;
  /** Path of a `day.json` whose values fill the inputs. */
  readonly dayPath: string | null;
  readonly outFolder: string | null;
}

/** Reads `#token=…&bridge=PORT&day=PATH&out=PATH`. Null when it brings no token. */
export function readFragment(fragment: string): PageParameters | null {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const token = parameters.get('token');
  if (!token) return null;
  const port = Number(parameters.get('bridge'));
  return {
    token,
    bridgePort: Number.isInteger(port) && port > 0 && port < 65_536 ? port : null,
    engine: parameters.get('engine'),
    dayPath: parameters.get('day'),
    outFolder: parameters.get('out'),
  };
}
