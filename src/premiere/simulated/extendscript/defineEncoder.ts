import path from 'node:path';
import type { ProbeResult } from '../../../contract/MediaEngine';
import type { RenderOrder } from '../encoder/buildRenderRequest';
import { exportRanges, rangeOfClip } from '../encoder/exportRange';
import { readPreset, type ReadPreset } from '../encoder/readPreset';
import { sequenceOfClip } from '../encoder/sequenceOfClip';
import { systemExporters } from '../encoder/systemPresets';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { makeClip, toMedia } from '../model/media';
import type { Clip, Project } from '../model/ProjectModel';
import { defineExporters } from './defineExporters';
import type { Dom } from './Dom';
import { orderFor, type ExportWish } from './exporting';

/** What the encoder answers for a job that it does not take. */
const refused = '0';

/** `app.encoder`: jobs wait until the batch is started, and tell of themselves between scripts. */
export function defineEncoder(dom: Dom): void {
  const { encoder } = dom.services;
  defineExporters(dom);
  dom.define('Encoder', {
    getters: {
      ENCODE_ENTIRE: () => exportRanges.ENCODE_ENTIRE,
      ENCODE_IN_TO_OUT: () => exportRanges.ENCODE_IN_TO_OUT,
      ENCODE_WORKAREA: () => exportRanges.ENCODE_WORKAREA,
    },
    methods: {
      bind: (_session, [name, handler]) => {
        encoder.events.bind(toText(name), handler);
      },
      unbind: (_session, [name]) => {
        encoder.events.bind(toText(name), undefined);
      },
      launchEncoder: (session) => {
        session.isEncoderRunning = true;
        return true;
      },
      getExporters: () => dom.wrapAll('Exporter', systemExporters),
      lastExportMediaFolder: () => encoder.lastFolder,
      setEmbeddedXMPEnabled: (_session, [enabled]) => {
        encoder.embedsMetadata = toFlag(enabled);
        return 0;
      },
      setSidecarXMPEnabled: (_session, [enabled]) => {
        encoder.writesSidecars = toFlag(enabled);
        return 0;
      },
    },
    mutators: queueing(dom),
  });
}

function queueing(dom: Dom) {
  const { encoder } = dom.services;
  const jobCall = (run: (dom: Dom, args: readonly unknown[]) => string) => ({
    run: (_session: object, args: readonly unknown[]) => run(dom, args),
    pretend: () => dom.session.ids.jobId(),
  });
  return {
    encodeSequence: jobCall(encodeSequence),
    encodeProjectItem: jobCall(encodeProjectItem),
    encodeFile: jobCall(encodeFile),
    startBatch: {
      run: () => {
        encoder.startBatch();
        return true;
      },
      pretend: () => true,
    },
  };
}

/** `(sequence, output, preset, range?, removeWhenDone?, startNow?)`: the job's id, or “0”. */
export function encodeSequence(dom: Dom, args: readonly unknown[]): string {
  if (args.length < 3) throw new ScriptError(scriptErrorTexts.notEnough);
  const sequence = dom.demand('Sequence', args[0]);
  return queue(dom, {
    project: dom.projectOf(sequence.item),
    name: sequence.item?.name ?? '',
    ...pathsOf(args),
    startsNow: toFlag(args[5]),
    orderWith: (preset) => orderFor({ sequence, preset, range: rangeKind(args[3]) }),
  });
}

/** As {@link encodeSequence}, of a project item; a bin is nothing to encode. */
export function encodeProjectItem(dom: Dom, args: readonly unknown[]): string {
  if (args.length < 3) throw new ScriptError(scriptErrorTexts.notEnough);
  const item = dom.demand('ProjectItem', args[0]);
  if ('children' in item) return refused;
  const range = rangeKind(args[3]);
  return queue(dom, {
    project: dom.projectOf(item),
    name: item.name,
    ...pathsOf(args),
    startsNow: toFlag(args[5]),
    orderWith: (preset) =>
      item.kind === 'sequence'
        ? orderFor({ sequence: item.sequence, preset, range })
        : orderOfClip(dom, item, { preset, range }),
  });
}

/**
 * `(input, output, preset, removeWhenDone?, in?, out?, startNow?)`; the guide puts a range before
 * `removeWhenDone`, which is told apart by where the Time objects stand (premiere-hosts C12).
 */
export function encodeFile(dom: Dom, args: readonly unknown[]): string {
  if (args.length < 3) throw new ScriptError(scriptErrorTexts.notEnough);
  const { in: inTime, out: outTime, next } = timesOf(dom, args);
  const inputPath = path.resolve(toText(args[0]));
  const [probed] = dom.services.media.probe([inputPath]);
  const project = dom.session.focused;
  if (!probed?.ok || !project) return refused;
  const clip = clipOf(dom, probed);
  const span = { start: inTime ?? clip.range.start, end: outTime ?? clip.range.end };
  return queue(dom, {
    project,
    name: path.basename(inputPath),
    ...pathsOf(args),
    startsNow: toFlag(args[next]),
    orderWith: (preset) => {
      const sequence = sequenceOfClip(clip, span, dom.session.ids);
      return orderFor({ sequence, preset, range: exportRanges.ENCODE_ENTIRE });
    },
  });
}

function clipOf(dom: Dom, { media, path: mediaPath }: Extract<ProbeResult, { ok: true }>): Clip {
  return makeClip(dom.session.ids, toMedia(media, mediaPath));
}

/** The two times of `encodeFile` and what stands after them. Numbers are no times here. */
function timesOf(dom: Dom, args: readonly unknown[]) {
  const isRangeGiven = args.length > 5 && dom.target('Time', args[4]) === undefined;
  const first = isRangeGiven ? 5 : 4;
  const at = (value: unknown) =>
    value === undefined ? undefined : dom.demand('Time', value).ticks;
  return { in: at(args[first]), out: at(args[first + 1]), next: first + 2 };
}

function orderOfClip(
  dom: Dom,
  clip: Clip,
  { preset, range }: { readonly preset: ReadPreset; readonly range: number },
) {
  const sequence = sequenceOfClip(clip, rangeOfClip(clip, range), dom.session.ids);
  return orderFor({ sequence, preset, range: exportRanges.ENCODE_ENTIRE });
}

interface JobWish {
  readonly project: Project;
  readonly name: string;
  readonly outputPath: string;
  readonly presetPath: string;
  readonly startsNow: boolean;
  readonly orderWith: (preset: ReadPreset) => RenderOrder;
}

/** Queues a job: its id, or “0” when there is no such preset or nowhere to write to. */
function queue(dom: Dom, wish: JobWish): string {
  const { project, name, outputPath, presetPath } = wish;
  const preset = readPreset(presetPath);
  if (!preset || outputPath === '') return refused;
  dom.session.isEncoderRunning = true;
  const { encoder } = dom.services;
  const order = wish.orderWith(preset);
  const jobId = encoder.add({ project, sequenceName: name, outputPath, presetPath, order });
  if (wish.startsNow) encoder.startBatch();
  return jobId;
}

function pathsOf(args: readonly unknown[]) {
  return { outputPath: toText(args[1]), presetPath: toText(args[2]) };
}

/** Nothing given means all of it. */
function rangeKind(value: unknown): ExportWish['range'] {
  return value === undefined ? exportRanges.ENCODE_ENTIRE : toNumber(value);
}
