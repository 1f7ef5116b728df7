import type { Ticks } from '../../../domain/time/Ticks';
import type { Getter, Method, Mutator, Setter } from '../es3/HostClass';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import type { Dom, MarkerList, SettingsDraft, TimeValue } from '../extendscript/Dom';
import type {
  Bin,
  Clip,
  Marker,
  PlaceableItem,
  Project,
  ProjectItem,
  Sequence,
  Track,
  TrackItem,
} from '../model/ProjectModel';
import type { Session } from '../model/Session';
import type { UxpRealm } from './UxpRealm';
import type { UxpAction, UxpCompound, UxpLocks } from './UxpTransaction';
import { isThere } from './uxpVersions';

/** What stands behind each class that scripts for UXP meet. */
export interface UxpTargets {
  readonly Application: Session;
  readonly Project: Project;
  readonly ProjectItem: ProjectItem;
  readonly FolderItem: Bin;
  readonly ClipProjectItem: PlaceableItem;
  readonly ProjectItemSelection: readonly ProjectItem[];
  readonly ProjectUtils: Session;
  readonly ProjectConverter: Session;
  readonly Metadata: Session;
  readonly Media: Clip;
  readonly Sequence: Sequence;
  readonly SequenceSettings: SettingsDraft;
  readonly SequenceEditor: Sequence;
  readonly VideoTrack: Track;
  readonly AudioTrack: Track;
  readonly VideoClipTrackItem: TrackItem;
  readonly AudioClipTrackItem: TrackItem;
  readonly TrackItemSelection: { items: readonly TrackItem[] };
  readonly Markers: MarkerList & { readonly project: Project };
  readonly Marker: {
    readonly marker: Marker;
    readonly list: MarkerList & { readonly project: Project };
  };
  readonly TickTime: TimeValue;
  readonly FrameRate: TimeValue;
  readonly TimeDisplay: { type: number };
  readonly RectF: { width: number; height: number };
  readonly Guid: { readonly text: string };
  readonly Action: UxpAction;
  readonly CompoundAction: UxpCompound;
  readonly EncoderManager: Session;
  readonly EventManager: Session;
}

/** A method that makes a change ready; the change itself is what it answers. */
export type MakeAction<Target> = (target: Target, args: readonly unknown[]) => () => void;

/** A class as UXP has it: what answers at once, what promises, and what makes actions. */
export interface UxpClass<Target> {
  readonly isStale?: (target: Target) => boolean;
  readonly getters?: Readonly<Record<string, Getter<Target>>>;
  readonly setters?: Readonly<Record<string, Setter<Target>>>;
  /** Values are set without touching the project. */
  readonly isValue?: boolean;
  readonly methods?: Readonly<Record<string, Method<Target>>>;
  /** Methods that read and answer by a promise. */
  readonly promises?: Readonly<Record<string, Method<Target>>>;
  /** Methods that change something at once, without lock and undo, and answer by a promise. */
  readonly changes?: Readonly<Record<string, Mutator<Target>>>;
  readonly actions?: Readonly<Record<string, MakeAction<Target>>>;
  /** Whose lock the actions need. */
  readonly projectOf?: (target: Target) => Project;
  readonly construct?: (args: readonly unknown[]) => Target;
  readonly statics?: Readonly<Record<string, Method<undefined>>>;
  readonly staticPromises?: Readonly<Record<string, Method<undefined>>>;
  readonly staticChanges?: Readonly<Record<string, Mutator<undefined>>>;
  /** Static methods that make a change of a project ready. */
  readonly staticActions?: Readonly<Record<string, (args: readonly unknown[]) => ReadyChange>>;
  readonly staticGetters?: Readonly<Record<string, Getter<undefined>>>;
}

/** A change, and the project whose lock it needs. */
interface ReadyChange {
  readonly project: Project;
  readonly apply: () => void;
}

/** What a script's run does for the module. */
interface UxpServices {
  readonly realm: UxpRealm;
  readonly locks: UxpLocks;
  /** What the application does for both faces, and tells listeners of the other. */
  readonly dom: Dom;
  /** Holds an answer back while a dialog is open. */
  readonly until: (settle: () => void) => void;
  readonly change: (run: () => unknown, pretend: () => unknown) => unknown;
  readonly listeners: Map<string, Set<unknown>>;
}

/** The `premierepro` module as scripts see it, over the one project model. */
export class Uxp {
  readonly realm: UxpRealm;
  readonly dom: Dom;
  /** What `require('premierepro')` answers, by name. */
  readonly exports: Record<string, unknown> = {};

  constructor(readonly services: UxpServices) {
    this.realm = services.realm;
    this.dom = services.dom;
  }

  /** Registers a class with the members that this version has, and puts it into the module. */
  define<Name extends keyof UxpTargets>(name: Name, uxpClass: UxpClass<UxpTargets[Name]>): void {
    const { version } = this.dom.session;
    const known = <Member>(members: Readonly<Record<string, Member>> = {}) =>
      Object.entries(members).filter(([member]) => isThere(`${name}.${member}`, version));
    const { isStale, isValue, setters, staticGetters, construct } = uxpClass;
    this.exports[name] = this.realm.define<UxpTargets[Name]>({
      name,
      ...(isStale && { isStale }),
      ...(isValue && { isValue }),
      ...(setters && { setters }),
      ...(staticGetters && { staticGetters }),
      getters: Object.fromEntries(known(uxpClass.getters)),
      methods: Object.fromEntries(known(this.methodsOf(uxpClass))),
      statics: Object.fromEntries(known(this.staticsOf(uxpClass))),
      construct: construct ?? refuseToConstruct,
    });
  }

  /** A fresh wrapper. */
  wrap<Name extends keyof UxpTargets>(name: Name, target: UxpTargets[Name]): object {
    return this.realm.wrap(name, target);
  }

  /** Wrappers of many. */
  wrapAll<Name extends keyof UxpTargets>(name: Name, targets: readonly UxpTargets[Name][]): object {
    return this.realm.array(targets.map((target) => this.realm.wrap(name, target)));
  }

  /** A wrapper, or null where there is nothing. */
  wrapOr<Name extends keyof UxpTargets>(
    name: Name,
    target: UxpTargets[Name] | null | undefined,
  ): object | null {
    return target ? this.wrap(name, target) : null;
  }

  /** What a script's argument stands for; undefined when it is something else. */
  target<Name extends keyof UxpTargets>(name: Name, value: unknown): UxpTargets[Name] | undefined {
    return this.realm.targetOf(name, value) as UxpTargets[Name] | undefined;
  }

  /** As {@link target}, but anything else is an illegal parameter. */
  demand<Name extends keyof UxpTargets>(name: Name, value: unknown): UxpTargets[Name] {
    const target = this.target(name, value);
    if (!target) throw new ScriptError(scriptErrorTexts.illegalType);
    return target;
  }

  /** A project item given as any of its three classes. @throws ScriptError for one that is gone */
  demandItem(value: unknown): ProjectItem {
    const item =
      this.target('ProjectItem', value) ??
      this.target('ClipProjectItem', value) ??
      this.demand('FolderItem', value);
    if (this.dom.session.isGone(item)) throw new ScriptError(scriptErrorTexts.stale);
    return item;
  }

  /** A clip or sequence given as an argument. */
  demandPlaceable(value: unknown): PlaceableItem {
    const item = this.demandItem(value);
    if ('children' in item) throw new ScriptError(scriptErrorTexts.illegalType);
    return item;
  }

  /** A track item given as an argument. */
  demandTrackItem(value: unknown): TrackItem {
    return this.target('VideoClipTrackItem', value) ?? this.demand('AudioClipTrackItem', value);
  }

  /** A TickTime given as an argument; seconds and texts are illegal here. */
  ticks(value: unknown): Ticks {
    return this.demand('TickTime', value).ticks;
  }

  /** A TickTime. */
  time(ticks: Ticks): object {
    return this.wrap('TickTime', { ticks });
  }

  private methodsOf<Target>(uxpClass: UxpClass<Target>): Record<string, Method<Target>> {
    const { methods, promises, changes, actions, projectOf } = uxpClass;
    const { locks } = this.services;
    const acting =
      (make: MakeAction<Target>): Method<Target> =>
      (target, args) => {
        const project = projectOf?.(target);
        if (!project) throw new ScriptError(scriptErrorTexts.unknown);
        locks.demand(project);
        return this.wrap('Action', locks.action(project, make(target, args)));
      };
    return {
      ...methods,
      ...mapMembers(promises, (read) => this.promising(read)),
      ...mapMembers(changes, (change) => this.changing(change)),
      ...mapMembers(actions, acting),
    };
  }

  private staticsOf<Target>(uxpClass: UxpClass<Target>): Record<string, Method<undefined>> {
    const { statics, staticPromises, staticChanges, staticActions } = uxpClass;
    const { locks } = this.services;
    return {
      ...statics,
      ...mapMembers(staticPromises, (read) => this.promising(read)),
      ...mapMembers(staticChanges, (change) => this.changing(change)),
      ...mapMembers(staticActions, (make) => (_none: undefined, args: readonly unknown[]) => {
        const { project, apply } = make(args);
        locks.demand(project);
        return this.wrap('Action', locks.action(project, apply));
      }),
    };
  }

  private promising<Target>(read: Method<Target>): Method<Target> {
    return (target, args) => this.realm.promise(() => read(target, args), this.services.until);
  }

  private changing<Target>({ run, pretend }: Mutator<Target>): Method<Target> {
    const { change } = this.services;
    return this.promising((target, args) =>
      change(
        () => run(target, args),
        () => (pretend ? pretend(target, args) : true),
      ),
    );
  }
}

function mapMembers<Member, Made>(
  members: Readonly<Record<string, Member>> | undefined,
  make: (member: Member) => Made,
): Record<string, Made> {
  const entries = Object.entries(members ?? {});
  return Object.fromEntries(entries.map(([name, member]) => [name, make(member)]));
}

function refuseToConstruct(): never {
  throw new ScriptError(scriptErrorTexts.illegalType);
}
