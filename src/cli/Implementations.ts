import type { MediaEngine } from '../contract/MediaEngine';
import type { PremiereHost } from '../contract/PremiereHost';
import type { ProjectSnapshot } from '../contract/ProjectSnapshot';

/** A running engine; `stop` ends its process. */
export interface OpenEngine {
  readonly engine: MediaEngine;
  /** Loopback address and the token that every connection must bring. */
  readonly address: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** A Premiere with one project open. */
export interface OpenPremiere {
  readonly premiere: PremiereHost;
  snapshot(): ProjectSnapshot;
}

/** A panel that can be opened in a browser at `address`, which carries its token. */
export interface OpenPanel {
  readonly address: string;
  stop(): Promise<void>;
}

/** What the panel is started with. */
export interface PanelOptions {
  readonly projectPath: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Values for the panel's inputs; null leaves them empty. */
  readonly dayPath: string | null;
  readonly outFolder: string | null;
}

/** What `main` chose for the commands to work with. */
export interface Implementations {
  openEngine(): Promise<OpenEngine>;
  /** Opens the project, or makes it when the file is not there. */
  openPremiere(projectPath: string, open: OpenEngine): Promise<OpenPremiere>;
  startPanel(options: PanelOptions): Promise<OpenPanel>;
}
