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
  /** Ends it, and gives back the lock of a project that was opened for writing. */
  close(): void;
}

/**
 * A project that is to be written is locked for others, and waited for while others have it. Who has
 * it is told once.
 */
export interface Writing {
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
}

/** What became of a script: its value as plain data, or what it threw and where. */
export type ScriptOutcome =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly message: string;
      /** Empty when nobody can tell. */
      readonly fileName: string;
      /** Counted from 1; 0 when nobody can tell. */
      readonly line: number;
      /** Whether the script was refused before any of it ran. */
      readonly isRefused: boolean;
    };

/** A Premiere with one project open and nothing of ours in it, for other people's scripts. */
export interface OpenScripts {
  /**
   * Runs a script and waits for what it set going in the encoder.
   * @throws UserFacingError `file-not-found`, `bad-arguments` for UXP where Premiere has none
   */
  evaluateFile(scriptPath: string, host: 'extendscript' | 'uxp'): Promise<ScriptOutcome>;
  /** What of a project of Adobe Premiere is not shown, a line each. */
  readonly unread: readonly string[];
  /** What Premiere and scripts wanted to show. */
  shown(): readonly string[];
  /** What scripts wrote with `$.writeln`. */
  readonly log: readonly string[];
  /** Writes the project to its file. */
  save(): void;
  close(): void;
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

/** The project that scripts run in, and the version of Premiere that is imitated; null for the usual. */
export interface ScriptProject {
  readonly projectPath: string;
  readonly premiereVersion: string | null;
}

/** What `main` chose for the commands to work with. */
export interface Implementations {
  openEngine(): Promise<OpenEngine>;
  /**
   * Opens the project, or makes it when the file is not there; `writing` is null for a reader.
   * @throws UserFacingError `project-locked`
   */
  openPremiere(
    projectPath: string,
    open: OpenEngine,
    writing: Writing | null,
  ): Promise<OpenPremiere>;
  /**
   * Opens the project, or begins it empty when the file is not there; `writing` is null for a reader.
   * @throws UserFacingError `project-locked`
   */
  openScripts(
    project: ScriptProject,
    open: OpenEngine,
    writing: Writing | null,
  ): Promise<OpenScripts>;
  /** @throws UserFacingError `project-locked` */
  startPanel(options: PanelOptions, writing: Writing): Promise<OpenPanel>;
}
