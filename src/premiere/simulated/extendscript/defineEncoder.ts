import path from 'node:path';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import type { Dom } from './Dom';
import { orderFor, readPreset } from './exporting';

/** What part of a sequence is encoded. */
const ranges = { ENCODE_ENTIRE: 0, ENCODE_IN_TO_OUT: 1, ENCODE_WORKAREA: 2 } as const;

/** `app.encoder`: jobs wait until the batch is started, and tell of themselves between scripts. */
export function defineEncoder(dom: Dom): void {
  const { encoder } = dom.services;
  dom.define('Encoder', {
    getters: {
      ENCODE_ENTIRE: () => ranges.ENCODE_ENTIRE,
      ENCODE_IN_TO_OUT: () => ranges.ENCODE_IN_TO_OUT,
      ENCODE_WORKAREA: () => ranges.ENCODE_WORKAREA,
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
      setEmbeddedXMPEnabled: () => 0,
      setSidecarXMPEnabled: () => 0,
    },
    mutators: {
      encodeSequence: {
        run: (_session, args) => queueSequence(dom, args),
        pretend: () => dom.session.ids.jobId(),
      },
      startBatch: {
        run: () => {
          encoder.startBatch();
          return true;
        },
        pretend: () => true,
      },
    },
  });
}

/** Queues a sequence: the job's id, or “0” when there is no such preset. */
function queueSequence(dom: Dom, args: readonly unknown[]): string {
  if (args.length < 3) throw new ScriptError(scriptErrorTexts.notEnough);
  const sequence = dom.demand('Sequence', args[0]);
  const [outputPath, presetPath] = [toText(args[1]), toText(args[2])];
  const range = args[3] === undefined ? ranges.ENCODE_ENTIRE : toNumber(args[3]);
  const preset = readPreset(presetPath);
  if (!preset || outputPath === '') return '0';
  dom.session.isEncoderRunning = true;
  const jobId = dom.services.encoder.add({
    project: dom.projectOf(sequence.item),
    sequenceName: sequence.item?.name ?? '',
    outputPath: path.resolve(outputPath),
    presetPath,
    order: orderFor(sequence, preset, { path: outputPath, range }),
  });
  if (toFlag(args[5])) dom.services.encoder.startBatch();
  return jobId;
}
