import { parseTicks, secondsToTicks, type Ticks } from '../../../domain/time/Ticks';
import type { HostClass } from '../es3/HostClass';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber } from '../es3/scriptValues';
import type { ScriptRealm } from '../es3/ScriptRealm';
import type {
  Bin,
  Clip,
  Interpretation,
  Marker,
  PlaceableItem,
  Project,
  ProjectItem,
  Sequence,
  SequenceSettings,
  SequenceItem,
  Track,
  TrackItem,
  Transition,
} from '../model/ProjectModel';
import type { Production, Session } from '../model/Session';
import { secondsToUnitBelow } from '../model/timeGrid';
import type { SimulatedMediaPort } from '../SimulatedMediaPort';
import type { HandlerTable } from '../scripting/HandlerTable';
import type { EncoderQueue } from '../encoder/EncoderQueue';
import type { SystemExporter } from '../encoder/systemPresets';
import type { ExportPreset } from '../../../domain/spec/ExportPreset';
import type { EffectDefinition, TransitionDefinition } from '../effects/EffectDefinition';
import type { EffectComponent, EffectParameter } from './effects';

/** A moment, as `Time` holds it; every reading hands out another one. */
export interface TimeValue {
  ticks: Ticks;
}

/** A stretch of a track as QE counts it: a track item, the gap before one, or a transition. */
export interface QeStretch {
  readonly item: TrackItem | null;
  readonly transition: Transition | null;
  readonly track: Track;
  readonly startTicks: Ticks;
  readonly endTicks: Ticks;
  readonly sequence: Sequence;
}

/** A moment of a sequence as QE tells it. */
export interface QeMoment {
  readonly ticks: Ticks;
  readonly sequence: Sequence;
}

/** A monitor: the program of a sequence, or the source. */
export interface QePlayer {
  readonly sequence: Sequence | null;
  readonly session: Session;
}

/** A transition with the track it lies on. */
export interface TrackTransition {
  readonly transition: Transition;
  readonly track: Track;
}

/** The markers of a sequence or item, with the grid that seconds fall to. */
export interface MarkerList {
  readonly markers: Marker[];
  readonly unit: Ticks;
}

/** How an item's sound is mapped, as a script edits it before giving it back. */
export interface AudioMapping {
  audioClipsNumber: number;
  /** 0 mono, 1 stereo, 2 5.1. */
  audioChannelsType: number;
  readonly sources: number[];
}

/** How a clip's picture is read, as a script edits it before giving it back. */
export interface FootageReading extends Interpretation {
  frameRate: number;
  pixelAspectRatio: number;
}

/** The project manager: what it was told, and what went wrong the last time. */
export interface ProjectManagerState {
  readonly options: ManagerOptions;
  errors: string[];
}

/** Options of the project manager by their names. */
export interface ManagerOptions {
  readonly values: Map<string, string | number | boolean>;
  affectedSequences: readonly Sequence[];
}

/** A sequence's settings as a script holds them: nothing changes before they are given back. */
export interface SettingsDraft {
  frameTicks: Ticks;
  width: number;
  height: number;
  displayFormat: number;
  /** Duration of one sample. */
  sampleTicks: Ticks;
  readonly settings: SequenceSettings;
}

/** What stands behind each class that scripts meet. */
export interface ScriptTargets {
  readonly Application: Session;
  readonly Properties: Map<string, string>;
  readonly SourceMonitor: Session;
  readonly Metadata: Session;
  readonly PrProduction: Production;
  readonly ProjectManager: ProjectManagerState;
  readonly ProjectManagerOptions: ManagerOptions;
  readonly Anywhere: Session;
  readonly Document: Session;
  readonly Csxs: Session;
  readonly CsxsResourceCentral: Session;
  readonly SystemCompatibilityReport: Session;
  readonly ProjectItemType: Session;
  readonly ScratchDiskType: Session;
  readonly RegisteredDirectories: Session;
  readonly UtilityFunctions: Session;
  readonly FootageInterpretation: FootageReading;
  readonly ProjectCollection: readonly Project[];
  readonly Project: Project;
  readonly ProjectItemCollection: Bin;
  readonly ProjectItem: ProjectItem;
  readonly AudioChannelMapping: AudioMapping;
  readonly SequenceCollection: Project;
  readonly Sequence: Sequence;
  readonly SequenceSettings: SettingsDraft;
  readonly TrackCollection: readonly Track[];
  readonly Track: Track;
  readonly TrackItemCollection: readonly TrackItem[];
  readonly TrackItem: TrackItem;
  readonly ComponentCollection: readonly EffectComponent[];
  readonly Component: EffectComponent;
  readonly ComponentParamCollection: EffectComponent;
  readonly ComponentParam: EffectParameter;
  readonly MarkerCollection: MarkerList;
  readonly Marker: { readonly marker: Marker; readonly list: MarkerList };
  readonly Encoder: Session;
  readonly Exporter: SystemExporter;
  readonly EncoderPreset: ExportPreset;
  readonly Time: TimeValue;
  readonly QEApplication: Session;
  readonly QEProject: Project;
  readonly QESequence: Sequence;
  readonly QETrack: Track;
  readonly QETrackItem: QeStretch;
  readonly QETime: QeMoment;
  readonly QEProjectItem: Clip;
  readonly QEProjectItemContainer: Bin;
  readonly QESequenceItem: SequenceItem;
  readonly QEMasterClip: ProjectItem;
  readonly QEVideoEffect: EffectDefinition;
  readonly QETransition: TransitionDefinition;
  readonly QEComponent: EffectComponent;
  readonly QESource: Session;
  readonly QEPlayer: QePlayer;
  readonly QEMulticam: Sequence;
  readonly TransitionCollection: Track;
  readonly Transition: TrackTransition;
}

/** What the application does for its scripts. */
interface DomServices {
  readonly media: SimulatedMediaPort;
  readonly encoder: EncoderQueue;
  readonly applicationEvents: HandlerTable;
  /** Opens a file, or makes the project when `create`; throws a UserFacingError when it cannot. */
  readonly openProject: (projectPath: string, create: boolean) => Project;
  readonly saveProject: (project: Project) => void;
  /** Whether a project's file says all that the project is. */
  readonly isSaved: (project: Project) => boolean;
}

/** The object model as scripts see it, over the one project model. */
export class Dom {
  /** Sequences whose settings the running script wrote: reading them back now is a crash. */
  readonly settingsWritten = new Set<Sequence>();

  constructor(
    readonly realm: ScriptRealm,
    readonly session: Session,
    readonly services: DomServices,
  ) {}

  /** Registers a class. Every one has `bind`, `unbind` and `setTimeout` in Premiere. */
  define<Name extends keyof ScriptTargets>(
    name: Name,
    hostClass: Omit<HostClass<ScriptTargets[Name]>, 'name'>,
  ): void {
    const methods = { bind: nothing, unbind: nothing, setTimeout: nothing, ...hostClass.methods };
    this.realm.define<ScriptTargets[Name]>({ name, ...hostClass, methods });
  }

  /** A fresh wrapper. */
  wrap<Name extends keyof ScriptTargets>(name: Name, target: ScriptTargets[Name]): object {
    return this.realm.wrap(name, target);
  }

  /** Wrappers of many. */
  wrapAll<Name extends keyof ScriptTargets>(
    name: Name,
    targets: readonly ScriptTargets[Name][],
  ): object {
    return this.realm.array(targets.map((target) => this.realm.wrap(name, target)));
  }

  /** What a script's argument stands for; undefined when it is something else. */
  target<Name extends keyof ScriptTargets>(
    name: Name,
    value: unknown,
  ): ScriptTargets[Name] | undefined {
    return this.realm.targetOf(name, value) as ScriptTargets[Name] | undefined;
  }

  /** As {@link target}, but anything else is an illegal parameter. */
  demand<Name extends keyof ScriptTargets>(name: Name, value: unknown): ScriptTargets[Name] {
    const target = this.target(name, value);
    if (!target) throw new ScriptError(scriptErrorTexts.illegalType);
    if (name === 'ProjectItem' && this.session.isGone(target as ProjectItem)) {
      throw new ScriptError(scriptErrorTexts.stale);
    }
    return target;
  }

  /** A bin given as an argument; nothing given means the fallback. */
  binOr(value: unknown, fallback: Bin): Bin {
    if (value === undefined || value === null) return fallback;
    const item = this.demand('ProjectItem', value);
    if ('children' in item) return item;
    throw new ScriptError(scriptErrorTexts.illegalType);
  }

  /** A clip or sequence given as an argument. */
  placeable(value: unknown): PlaceableItem {
    const item = this.demand('ProjectItem', value);
    if ('children' in item) throw new ScriptError(scriptErrorTexts.illegalType);
    return item;
  }

  /** A Time of its own. */
  time(ticks: Ticks): object {
    return this.wrap('Time', { ticks });
  }

  /**
   * A time argument: a Time counts exactly, a number means seconds and falls to the unit below,
   * and text, where it is taken at all, means ticks.
   */
  ticksOf(value: unknown, unit: Ticks, takesText = true): Ticks {
    const time = this.target('Time', value);
    if (time) return time.ticks;
    if (takesText && typeof value === 'string' && /^-?\d+$/.test(value)) return parseTicks(value);
    if (typeof value === 'string') throw new ScriptError(scriptErrorTexts.illegalType);
    return secondsToUnitBelow(toNumber(value), unit);
  }

  /** The open project that an item belongs to; the one in front for an item that stands nowhere. */
  projectOf(item: ProjectItem | null): Project {
    let root: ProjectItem | null = item;
    while (root?.parent) root = root.parent;
    const project = this.session.projects.find((open) => open.root === root);
    const found = project ?? this.session.focused;
    if (!found) throw new ScriptError(scriptErrorTexts.unknown);
    return found;
  }
}

/** Seconds of a script as ticks, without any grid: what `Time.seconds` does. */
export function exactTicks(seconds: number): Ticks {
  return secondsToTicks(seconds);
}

/** Whether an item is a clip over media. */
export function isClip(item: ProjectItem): item is Clip {
  return item.kind === 'clip';
}

const nothing = () => undefined;
