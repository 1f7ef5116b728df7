import fs from 'node:fs';
import path from 'node:path';
import type { ProjectSnapshot } from '../../contract/ProjectSnapshot';
import { UserFacingError } from '../../contract/UserFacingError';
import { EncoderQueue } from './encoder/EncoderQueue';
import { ScriptRealm } from './es3/ScriptRealm';
import { Dom } from './extendscript/Dom';
import { installDom } from './extendscript/installDom';
import { readProject, writeProject } from './file/projectFiles';
import { toSnapshot } from './file/toSnapshot';
import { versionNumbers, type Behaviour } from './model/Behaviour';
import type { EncoderJobRecord, Project } from './model/ProjectModel';
import { Session } from './model/Session';
import { HandlerTable } from './scripting/HandlerTable';
import { installScripting, readScriptFile, type CsxsEvent } from './scripting/installScripting';
import { MoodGuard, type Mood } from './scripting/moodGuard';
import { ScriptQueue } from './scripting/ScriptQueue';
import type { SimulatedMediaPort } from './SimulatedMediaPort';

/** What to open, and how it should behave. */
export interface SimulatedPremiereOptions {
  /** Our own project file; one that does not exist is begun empty and written on saving. */
  readonly projectPath: string;
  readonly media: SimulatedMediaPort;
  /** Version whose behaviour is imitated: a marketing name or a number such as “25.6.0”. */
  readonly version?: string;
  /** Switches of the version that are turned. */
  readonly behaviour?: Partial<Behaviour>;
  /** Language of display names: en, de, es, ja. */
  readonly language?: string;
  readonly mood?: Mood;
}

/** A Premiere without Premiere: one project model, and scripts that work on it. */
export interface SimulatedPremiere {
  /** Runs a script as `CSInterface.evalScript` does: in order, everything comes back as text. */
  readonly evalScript: (source: string) => Promise<string>;
  /** Runs a script file. @throws UserFacingError `file-not-found` */
  readonly evalFile: (filePath: string) => Promise<string>;
  /** The project in front, as it is now. @throws UserFacingError `host-failed` when none is open */
  readonly snapshot: () => ProjectSnapshot;
  /** What scripts wanted to show. */
  readonly alerts: readonly string[];
  /** What scripts wrote with `$.writeln`. */
  readonly log: readonly string[];
  /** What the last script that failed threw: the panel never hears it, a developer may. */
  readonly lastError: () => string;
  /** Title of the dialog that blocks everything; null when none is open. */
  readonly dialog: () => string | null;
  /** Closes the dialog: scripts go on. */
  readonly dismissDialog: () => void;
  /** Tells a listener of CSXS events of a type; call the answer to stop. */
  readonly addEventListener: (type: string, listener: (data: string) => void) => () => void;
  /** Writes the project in front to its file. */
  readonly save: () => void;
  /** Cancels what the encoder does. Nothing is saved. */
  readonly close: () => void;
}

/**
 * Opens a simulated Premiere on a project.
 * @throws UserFacingError `project-unreadable` for a file that is no project of ours
 */
export function openSimulatedPremiere(options: SimulatedPremiereOptions): SimulatedPremiere {
  const { projectPath, media, version = '25.6.0', language = 'en', mood = 'faithful' } = options;
  const numbers: Readonly<Record<string, string>> = versionNumbers;
  const session = new Session(numbers[version] ?? version, language, options.behaviour);
  const application = new Application(session, media, mood);
  application.openProject(path.resolve(projectPath), true);
  return application;
}

class Application implements SimulatedPremiere {
  private readonly listeners = new Set<{ type: string; tell: (data: string) => void }>();
  private readonly guard: MoodGuard;
  private readonly realm: ScriptRealm;
  private readonly dom: Dom;
  private readonly encoder: EncoderQueue;
  private readonly events: HandlerTable;
  private readonly queue: ScriptQueue;
  private dialogWaiters: (() => void)[] = [];

  constructor(
    private readonly session: Session,
    media: SimulatedMediaPort,
    mood: Mood,
  ) {
    const pause = () => this.queue.pause();
    this.guard = new MoodGuard(mood);
    this.realm = new ScriptRealm(this.guard.decide);
    this.events = new HandlerTable(pause);
    this.encoder = new EncoderQueue(session.ids, media, new HandlerTable(pause));
    this.queue = new ScriptQueue(this.surroundings());
    this.dom = new Dom(this.realm, session, {
      media,
      encoder: this.encoder,
      applicationEvents: this.events,
      openProject: (projectPath, create) => this.openProject(projectPath, create),
      saveProject: (project) => writeProject(project, this.jobsOf(project)),
      holdAnswer: (work) => this.queue.hold(work),
    });
    const onCsxsEvent = (event: CsxsEvent) => this.tellListeners(event);
    installScripting({ realm: this.realm, session, onCsxsEvent });
    installDom(this.dom);
  }

  get alerts(): readonly string[] {
    return this.session.alerts;
  }

  get log(): readonly string[] {
    return this.session.log;
  }

  readonly evalScript = (source: string): Promise<string> => this.queue.run(source, '');

  readonly evalFile = async (filePath: string): Promise<string> => {
    const resolved = path.resolve(filePath);
    if (!fs.existsSync(resolved)) {
      throw new UserFacingError('file-not-found', `There is no script “${resolved}”.`);
    }
    return this.queue.run(readScriptFile(resolved), resolved);
  };

  readonly snapshot = (): ProjectSnapshot => {
    const project = this.focusedProject();
    return toSnapshot(project, this.jobsOf(project));
  };

  readonly lastError = (): string => this.realm.lastThrown;

  readonly dialog = (): string | null => this.session.dialog?.title ?? null;

  readonly dismissDialog = (): void => {
    this.session.dialog = null;
    const waiters = this.dialogWaiters;
    this.dialogWaiters = [];
    for (const go of waiters) go();
  };

  readonly addEventListener = (type: string, listener: (data: string) => void): (() => void) => {
    const entry = { type, tell: listener };
    this.listeners.add(entry);
    return () => {
      this.listeners.delete(entry);
    };
  };

  readonly save = (): void => {
    const project = this.focusedProject();
    writeProject(project, this.jobsOf(project));
  };

  readonly close = (): void => {
    this.encoder.close();
  };

  /** Brings an open project to the front, opens its file, or begins it when `create`. */
  openProject(projectPath: string, create: boolean): Project {
    const open = this.session.projects.find((project) => project.path === projectPath);
    const exists = fs.existsSync(projectPath);
    if (!open && !exists && !create) {
      throw new UserFacingError('file-not-found', `There is no project “${projectPath}”.`);
    }
    const project =
      open ??
      (exists ? readProject(projectPath, this.session) : this.session.makeProject(projectPath));
    if (open) this.session.focused = open;
    else this.session.add(project);
    return project;
  }

  private surroundings() {
    return {
      realm: this.realm,
      begin: () => {
        this.guard.begin();
        this.dom.settingsWritten.clear();
      },
      settle: () => {
        const note = (thrown: unknown) => {
          this.session.log.push(`A handler threw: ${String(thrown)}`);
        };
        this.encoder.events.deliver(note);
        this.events.deliver(note);
      },
      dialogClosed: () => this.dialogClosed(),
    };
  }

  private async dialogClosed(): Promise<void> {
    while (this.session.dialog) {
      await new Promise<void>((resolve) => {
        this.dialogWaiters.push(resolve);
      });
    }
  }

  private tellListeners({ type, data }: CsxsEvent): void {
    for (const listener of this.listeners) if (listener.type === type) listener.tell(data);
  }

  private jobsOf(project: Project): readonly EncoderJobRecord[] {
    return [...project.pastJobs, ...this.encoder.jobsOf(project)];
  }

  private focusedProject(): Project {
    const { focused } = this.session;
    if (focused) return focused;
    throw new UserFacingError('host-failed', 'No project is open in the simulated Premiere.');
  }
}
