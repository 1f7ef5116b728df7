import path from 'node:path';
import { behaviourOf, type Behaviour } from './Behaviour';
import { Ids } from './Ids';
import { defaultPreferences } from './preferences';
import type { Bin, Project, ProjectItem, Sequence } from './ProjectModel';

/** A dialog that Premiere shows: nothing goes on until somebody answers it. */
interface ModalDialog {
  readonly title: string;
}

/** What was in front when a script began. */
interface Front {
  readonly project: Project | null;
  readonly active: ReadonlyMap<Project, Sequence | null>;
}

/** The source monitor: clips that are open in it, the one in front last. */
interface SourceMonitorState {
  readonly clips: OpenClip[];
}

/** A clip in the source monitor. */
export interface OpenClip {
  /** Null for a file that was opened without importing it. */
  readonly item: ProjectItem | null;
  readonly path: string;
  /** Where it stands and how fast it plays since when; 0 while it stands. */
  positionSeconds: number;
  speed: number;
  since: number;
}

/** A production: a folder of projects that is open as one. */
export interface Production {
  readonly path: string;
  /** Projects of it that are locked for others. */
  readonly locked: Set<Project>;
}

/** A running Premiere: what is open, what is in front, what it would have shown. */
export class Session {
  readonly ids = new Ids();
  readonly projects: Project[] = [];
  /** The project whose window is in front. */
  focused: Project | null = null;
  /** The dialog that blocks everything. */
  dialog: ModalDialog | null = null;
  /** What scripts wanted to show: alerts, questions, messages. */
  readonly alerts: string[] = [];
  /** What scripts wrote with `$.writeln`. */
  readonly log: string[] = [];
  readonly preferences: Map<string, string>;
  isEncoderRunning = false;
  /** What this version does and does not. */
  readonly behaviour: Behaviour;
  /** Items that were deleted, without what they held, and the roots of closed projects. */
  readonly gone = new Set<ProjectItem>();
  /** Items that were deleted while sequences use them. */
  readonly orphans = new WeakSet<ProjectItem>();
  /** What is selected in the project panel. */
  readonly selections = new WeakMap<Project, readonly ProjectItem[]>();
  readonly monitor: SourceMonitorState = { clips: [] };
  production: Production | null = null;
  /** The user that is logged in: the same all session. */
  readonly userGuid = this.ids.guid();
  enablesProxies = false;
  transcodesOnIngest = false;
  workspace = 'Editing';
  /** Folders by `ScratchDiskType`. */
  readonly scratchDisks = new Map<string, string>();
  /** Changes that scripts have made: the depth of the stack of undoing. */
  undoIndex = 0;
  /** A script asked Premiere to quit. */
  hasQuit = false;
  private readonly fronts: Front[] = [];
  private readonly late: (() => void)[] = [];

  constructor(
    /** Such as “25.6.0”. */
    readonly version: string,
    /** Language of display names: en, de, es, ja. */
    readonly language: string,
    turned: Partial<Behaviour> = {},
  ) {
    const platform = process.platform === 'win32' ? 'windows' : 'mac';
    this.behaviour = behaviourOf(version, platform, turned);
    this.preferences = defaultPreferences();
  }

  /** Opens the project and brings it to the front. */
  add(project: Project): void {
    this.projects.push(project);
    this.focused = project;
  }

  /** Closes a project; the one opened last comes to the front. */
  remove(project: Project): void {
    const index = this.projects.indexOf(project);
    if (index >= 0) this.projects.splice(index, 1);
    if (this.focused === project) this.focused = this.projects.at(-1) ?? null;
    this.gone.add(project.root);
  }

  /** Called before each script: remembers what is in front for as long as scripts still see it. */
  beginScript(): void {
    const { focusLag } = this.behaviour;
    if (focusLag === 0) return;
    const active = new Map(this.projects.map((project) => [project, project.activeSequence]));
    this.fronts.push({ project: this.focused, active });
    if (this.fronts.length > focusLag) this.fronts.shift();
  }

  /** `app.project`: the project in front, or for a while the one before. */
  get shownProject(): Project | null {
    const [before] = this.fronts;
    const isOpen = before?.project && this.projects.includes(before.project);
    return isOpen ? before.project : this.focused;
  }

  /** `activeSequence`: the sequence in front, or for a while the one before. */
  shownSequence(project: Project): Sequence | null {
    const before = this.fronts[0]?.active.get(project);
    if (before === undefined) return project.activeSequence;
    return before && !project.sequences.includes(before) ? project.activeSequence : before;
  }

  /** Whether an item was deleted, or its project closed. A deleted item that is used lives on. */
  isGone(item: ProjectItem): boolean {
    // Asked for each member that a script touches: most often nothing was deleted at all.
    if (this.gone.size === 0 || this.orphans.has(item)) return false;
    for (let at: ProjectItem | null = item; at; at = at.parent) {
      if (this.gone.has(at)) return true;
    }
    return false;
  }

  /** Lets work wait for the next pause between scripts. */
  later(work: () => void): void {
    this.late.push(work);
  }

  /** Does what waited for a pause. */
  doLateWork(): void {
    for (const work of this.late.splice(0)) work();
  }

  /** An empty project at a path; nothing is written yet. */
  makeProject(projectPath: string, rootId = this.ids.nodeId()): Project {
    const root: Bin = {
      kind: 'root',
      nodeId: rootId,
      name: path.basename(projectPath),
      label: 7,
      parent: null,
      metadata: new Map(),
      markers: [],
      children: [],
      query: null,
    };
    return {
      documentId: this.ids.guid(),
      path: projectPath,
      root,
      sequences: [],
      activeSequence: null,
      insertionBin: root,
      media: [],
      columns: new Map(),
      settings: {
        panelLayout: '',
        scratchDisks: new Map(),
        transcodesOnIngest: false,
        graphicsWhite: 203,
        growingPaused: false,
      },
      origin: null,
      pastJobs: [],
    };
  }
}
