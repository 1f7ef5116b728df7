import fs from 'node:fs';
import path from 'node:path';
import type { ProjectSnapshot } from '../../contract/ProjectSnapshot';
import { UserFacingError } from '../../contract/UserFacingError';
import { EncoderQueue } from './encoder/EncoderQueue';
import { ScriptRealm } from './es3/ScriptRealm';
import { Dom } from './extendscript/Dom';
import { installDom } from './extendscript/installDom';
import type { ProjectLock } from './file/ProjectLock';
import { isSaved, readProject, writeProject } from './file/projectFiles';
import { toSnapshot } from './file/toSnapshot';
import { versionNumbers, type Behaviour } from './model/Behaviour';
import type { EncoderJobRecord, Project } from './model/ProjectModel';
import type { OriginReport } from './model/ProjectOrigin';
import { Session } from './model/Session';
import { FocusThief } from './scripting/FocusThief';
import { HandlerTable } from './scripting/HandlerTable';
import type { MutationGuard } from './es3/HostRealm';
import type { DialogAnswers } from './scripting/DialogAnswers';
import { localeOf } from './scripting/dollar';
import { installScripting } from './scripting/installScripting';
import type { CsxsEvent } from './scripting/libraries';
import { MoodGuard, type Mood, type MoodSettings } from './scripting/moodGuard';
import {
  ScriptFiles,
  type ScriptHost,
  type ScriptOutcome,
  type UxpScript,
} from './scripting/ScriptFiles';
import { ScriptQueue } from './scripting/ScriptQueue';
import type { SimulatedMediaPort } from './SimulatedMediaPort';
import { UxpHost } from './uxp/UxpHost';

/** What to open, and how it should behave. */
export interface SimulatedPremiereOptions {
  /**
   * A project file, ours or Adobe Premiere's; one that does not exist is begun empty and written on
   * saving. Premiere's own is never written: it is saved under another name in our format.
   */
  readonly projectPath: string;
  readonly media: SimulatedMediaPort;
  /** The lock of a project that is to be written; given back on closing. */
  readonly lock?: ProjectLock;
  /** Version whose behaviour is imitated: a marketing name or a number such as “25.6.0”. */
  readonly version?: string;
  /** Switches of the version that are turned. */
  readonly behaviour?: Partial<Behaviour>;
  /** Language of display names: en, de, es, ja. */
  readonly language?: string;
  readonly mood?: Mood;
  /** What scripts are answered when they ask; what is not given is declined. */
  readonly answers?: DialogAnswers;
  /** How the mood shows itself, where not as usual. */
  readonly moodSettings?: Partial<MoodSettings>;
}

/** A Premiere without Premiere: one project model, and scripts that work on it. */
export interface SimulatedPremiere {
  /** Runs a script as `CSInterface.evalScript` does: in order, everything comes back as text. */
  readonly evalScript: (source: string) => Promise<string>;
  /** Runs a script file. @throws UserFacingError `file-not-found` */
  readonly evalFile: (filePath: string) => Promise<string>;
  /**
   * Runs a script file for whoever wrote it.
   * @throws UserFacingError `file-not-found`, `bad-arguments` for UXP where there is none
   */
  readonly evaluateFile: (filePath: string, host?: ScriptHost) => Promise<ScriptOutcome>;
  /** Runs a script for UXP. @throws UserFacingError `bad-arguments` before 25.6 */
  readonly evaluateUxp: (script: UxpScript) => Promise<ScriptOutcome>;
  /**
   * The project in front, or an open one by its path, as it is now.
   * @throws UserFacingError `host-failed` when it is not open
   */
  readonly snapshot: (projectPath?: string) => ProjectSnapshot;
  /** What is not shown of the project in front, where that was Premiere's own; else null. */
  readonly notUnderstood: () => OriginReport | null;
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
  /** Whether the encoder works on anything. */
  readonly isEncoding: () => boolean;
  /** Writes the project in front to its file. */
  readonly save: () => void;
  /** Cancels what the encoder does, and gives the project's lock back. Nothing is saved. */
  readonly close: () => void;
}

/**
 * Opens a simulated Premiere on a project.
 * @throws UserFacingError `project-unreadable` for a file that is no project
 */
export function openSimulatedPremiere(options: SimulatedPremiereOptions): SimulatedPremiere {
  const { projectPath, version = '25.6.0', language = 'en' } = options;
  const numbers: Readonly<Record<string, string>> = versionNumbers;
  const session = new Session(numbers[version] ?? version, language, options.behaviour);
  const application = new Application(session, options);
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
  private readonly lock: ProjectLock | undefined;
  private readonly uxp: UxpHost;
  private readonly scripts: ScriptFiles;
  private dialogWaiters: (() => void)[] = [];

  constructor(
    private readonly session: Session,
    { media, lock, mood = 'faithful', moodSettings = {}, answers = {} }: SimulatedPremiereOptions,
  ) {
    this.lock = lock;
    const pause = () => this.queue.pause();
    const thief = new FocusThief(session);
    this.guard = new MoodGuard(mood, moodSettings, {
      openDialog: (title) => {
        session.dialog = { title };
      },
      stealFocus: () => thief.steal(),
    });
    this.realm = new ScriptRealm(this.oneStep, localeOf(session.language));
    this.events = new HandlerTable(pause);
    this.encoder = new EncoderQueue(session, media, new HandlerTable(this.onEncoderEvent));
    this.queue = new ScriptQueue(this.surroundings());
    this.dom = new Dom(this.realm, session, {
      media,
      encoder: this.encoder,
      applicationEvents: this.events,
      openProject: (projectPath, create) => this.openProject(projectPath, create),
      saveProject: (project) => this.saveForScript(project),
      isSaved: (project) => isSaved(project, this.jobsOf(project)),
    });
    const onCsxsEvent = (event: CsxsEvent) => this.tellListeners(event);
    installScripting({ realm: this.realm, session, onCsxsEvent, later: this.events, answers });
    installDom(this.dom);
    this.uxp = new UxpHost({
      dom: this.dom,
      decide: this.guard.decide,
      dialogClosed: () => this.dialogClosed(),
    });
    this.scripts = new ScriptFiles({ realm: this.realm, queue: this.queue, uxp: this.uxp });
  }

  get alerts(): readonly string[] {
    return this.session.alerts;
  }

  get log(): readonly string[] {
    return this.session.log;
  }

  readonly evalScript = (source: string): Promise<string> => this.queue.run(source, '');

  readonly evalFile = (filePath: string): Promise<string> => this.scripts.evalFile(filePath);

  readonly evaluateUxp = (script: UxpScript): Promise<ScriptOutcome> =>
    this.scripts.evaluateUxp(script);

  readonly evaluateFile = (
    filePath: string,
    host: ScriptHost = 'extendscript',
  ): Promise<ScriptOutcome> => this.scripts.evaluateFile(filePath, host);

  readonly snapshot = (projectPath?: string): ProjectSnapshot => {
    const project = this.openedProject(projectPath);
    return toSnapshot(project, this.jobsOf(project));
  };

  readonly notUnderstood = (): OriginReport | null => this.openedProject().origin?.report ?? null;

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

  readonly isEncoding = (): boolean =>
    this.session.projects.some((project) =>
      this.encoder.jobsOf(project).some(({ status }) => status === 'running'),
    );

  readonly save = (): void => {
    const project = this.openedProject();
    writeProject(project, this.jobsOf(project));
  };

  readonly close = (): void => {
    this.encoder.close();
    this.lock?.release();
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

  /** Premiere says in a dialog why it could not save; here the message is kept. */
  private saveForScript(project: Project): void {
    try {
      writeProject(project, this.jobsOf(project));
    } catch (cause) {
      if (cause instanceof UserFacingError) this.session.alerts.push(cause.message);
      throw cause;
    }
  }

  /** Each call of ExtendScript that changes something is one step of undoing. */
  private readonly oneStep: MutationGuard = (run, pretend) =>
    this.guard.decide(() => {
      this.session.undoIndex += 1;
      return run();
    }, pretend);

  private readonly onEncoderEvent = (name: string, args: readonly unknown[]): void => {
    this.queue.pause();
    this.uxp.hear(name, args);
  };

  private surroundings() {
    return {
      realm: this.realm,
      pace: () => this.guard.pace(),
      begin: () => {
        this.guard.begin();
        this.session.beginScript();
        this.dom.settingsWritten.clear();
      },
      settle: () => {
        this.session.doLateWork();
        if (this.guard.takeChanged()) this.events.post('onProjectChanged', this.changedId());
        const note = (thrown: unknown) => {
          this.session.log.push(`A handler threw: ${String(thrown)}`);
        };
        this.encoder.events.deliver(note);
        this.events.deliver(note);
      },
      dialogClosed: () => this.dialogClosed(),
    };
  }

  /** Id of the project that a script has changed: the one in front, as far as anybody can tell. */
  private changedId(): string {
    return this.session.focused?.documentId ?? '';
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

  private openedProject(projectPath?: string): Project {
    const { projects, focused } = this.session;
    const project =
      projectPath === undefined ? focused : projects.find((open) => open.path === projectPath);
    if (project) return project;
    throw new UserFacingError('host-failed', 'The project is not open in the simulated Premiere.');
  }
}
