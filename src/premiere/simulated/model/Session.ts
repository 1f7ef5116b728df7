import path from 'node:path';
import { behaviourOf, type Behaviour } from './Behaviour';
import { Ids } from './Ids';
import type { Bin, Project } from './ProjectModel';

/** A dialog that Premiere shows: nothing goes on until somebody answers it. */
interface ModalDialog {
  readonly title: string;
}

/** A running Premiere: what is open, what is in front, what it would have shown. */
export class Session {
  readonly ids = new Ids();
  readonly projects: Project[] = [];
  /** The project whose window is in front: `app.project`. */
  focused: Project | null = null;
  /** The dialog that blocks everything. */
  dialog: ModalDialog | null = null;
  /** What scripts wanted to show: alerts, questions, messages. */
  readonly alerts: string[] = [];
  /** What scripts wrote with `$.writeln`. */
  readonly log: string[] = [];
  readonly preferences = new Map<string, string>();
  isEncoderRunning = false;
  /** What this version does and does not. */
  readonly behaviour: Behaviour;

  constructor(
    /** Such as “25.6.0”. */
    readonly version: string,
    /** Language of display names: en, de, es, ja. */
    readonly language: string,
    turned: Partial<Behaviour> = {},
  ) {
    const platform = process.platform === 'win32' ? 'windows' : 'mac';
    this.behaviour = behaviourOf(version, platform, turned);
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
      pastJobs: [],
    };
  }
}
