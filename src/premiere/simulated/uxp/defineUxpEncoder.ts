import { exportRanges } from '../encoder/exportRange';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { encodeFile, encodeProjectItem, encodeSequence } from '../extendscript/defineEncoder';
import { exportNow } from '../extendscript/exporting';
import type { Session } from '../model/Session';
import { isValidTime } from './defineTickTime';
import type { Uxp } from './Uxp';
import { uxpConstants } from './uxpConstants';

type Args = readonly unknown[];

/** The encoder's events by the names of both faces. */
const events: Readonly<Record<string, string>> = {
  EVENT_RENDER_QUEUE: 'onEncoderJobQueued',
  EVENT_RENDER_PROGRESS: 'onEncoderJobProgress',
  EVENT_RENDER_COMPLETE: 'onEncoderJobComplete',
  EVENT_RENDER_ERROR: 'onEncoderJobError',
  EVENT_RENDER_CANCEL: 'onEncoderJobCanceled',
};

/** What the encoder answers for a job that it does not take. */
const refused = '0';

/** `EncoderManager`, and `EventManager`, through which it tells what becomes of its jobs. */
export function defineUxpEncoder(uxp: Uxp): void {
  const { dom } = uxp;
  uxp.define('EncoderManager', {
    getters: { isAMEInstalled: () => true },
    changes: { ...exports(uxp), ...queue(uxp) },
    statics: { getManager: () => uxp.wrap('EncoderManager', dom.session) },
    staticPromises: {
      getExportFileExtension: (_none, [sequence, preset]) => {
        uxp.demand('Sequence', sequence);
        return exportNow.extensionOf(toText(preset));
      },
    },
    staticGetters: Object.fromEntries([
      ...Object.entries(events).map(([name, event]) => [name, () => event]),
      ...Object.entries(uxpConstants.ExportType).map(([name, type]) => [
        `EXPORT_${name}`,
        () => type,
      ]),
    ]) as Record<string, () => string>,
  });
  defineEvents(uxp);
}

function exports(uxp: Uxp) {
  const { dom } = uxp;
  return {
    exportSequence: {
      run: (_manager: Session, [given, type, output, preset, isFull]: Args) => {
        const sequence = uxp.demand('Sequence', given);
        const whole = isFull === undefined || toFlag(isFull);
        const range = whole ? exportRanges.ENCODE_ENTIRE : exportRanges.ENCODE_IN_TO_OUT;
        const args = [toText(output), toText(preset), range];
        if (type === uxpConstants.ExportType.IMMEDIATELY) {
          return exportNow.run(dom, sequence, args) === 'No Error';
        }
        return encodeSequence(dom, [dom.wrap('Sequence', sequence), ...args]) !== refused;
      },
    },
    encodeProjectItem: {
      run: (_manager: Session, [given, ...args]: Args) => {
        const item = dom.wrap('ProjectItem', uxp.demandPlaceable(given));
        return encodeProjectItem(dom, [item, ...args]) !== refused;
      },
    },
    encodeFile: {
      run: (_manager: Session, args: Args) => {
        const [file, output, preset, from, to, , removes, starts] = args;
        const times = [from, to].map((time) => {
          const ticks = uxp.ticks(time);
          return isValidTime(ticks) ? dom.time(ticks) : undefined;
        });
        const { ENCODE_ENTIRE } = exportRanges;
        const given = [file, output, preset, ENCODE_ENTIRE, removes, ...times, starts];
        return encodeFile(dom, given) !== refused;
      },
    },
  };
}

function queue({ dom }: Uxp) {
  const { encoder } = dom.services;
  return {
    launchEncoder: {
      run: (session: Session) => {
        session.isEncoderRunning = true;
        return true;
      },
    },
    startBatchEncode: {
      run: () => {
        encoder.startBatch();
        return true;
      },
    },
    setEmbeddedXMPEnabled: {
      run: (_session: Session, [enabled]: Args) => {
        encoder.embedsMetadata = toFlag(enabled);
        return true;
      },
    },
    setSidecarXMPEnabled: {
      run: (_session: Session, [enabled]: Args) => {
        encoder.writesSidecars = toFlag(enabled);
        return true;
      },
    },
  };
}

/** Only the encoder tells anything; whoever listens to others waits in vain. */
function defineEvents(uxp: Uxp): void {
  const { listeners } = uxp.services;
  const add = (name: unknown, listener: unknown) => {
    const key = toText(name);
    const known = listeners.get(key) ?? new Set();
    listeners.set(key, known.add(listener));
  };
  const remove = (name: unknown, listener: unknown) => {
    listeners.get(toText(name))?.delete(listener);
  };
  uxp.define('EventManager', {
    statics: {
      addEventListener: (_none, [, name, listener]) => add(name, listener),
      removeEventListener: (_none, [, name, listener]) => remove(name, listener),
      addGlobalEventListener: (_none, [name, listener]) => add(name, listener),
      removeGlobalEventListener: (_none, [name, listener]) => remove(name, listener),
    },
  });
}

/** What a listener is told of one of the encoder's events (premiere-hosts C12). */
export function toEncoderEvent(uxp: Uxp, name: string, [jobID, detail]: Args): object {
  const { realm } = uxp;
  if (name === events['EVENT_RENDER_PROGRESS']) {
    return realm.record({ jobID, progressAmount: toNumber(detail) });
  }
  if (name === events['EVENT_RENDER_COMPLETE']) {
    return realm.record({ jobID, outputFiles: realm.array([detail]) });
  }
  // The number behind each failure is not known.
  if (name === events['EVENT_RENDER_ERROR']) return realm.record({ jobID, inErrorNumber: 1 });
  return realm.record({ jobID });
}
