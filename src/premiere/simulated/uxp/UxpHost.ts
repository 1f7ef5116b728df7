import { UserFacingError } from '../../../contract/UserFacingError';
import type { MutationGuard } from '../es3/HostRealm';
import type { Dom } from '../extendscript/Dom';
import { compareVersions } from '../model/Behaviour';
import { toEncoderEvent } from './defineUxpEncoder';
import { describeThrown } from './describeThrown';
import { installUxp } from './installUxp';
import { Uxp } from './Uxp';
import type { UxpSource } from './uxpContext';
import { UxpRealm } from './UxpRealm';
import { UxpRun, type UxpOutcome } from './UxpRun';
import { UxpLocks } from './UxpTransaction';
import { firstUxpVersion } from './uxpVersions';

/** What the application does for scripts of UXP. */
interface UxpServices {
  /** What both faces change. */
  readonly dom: Dom;
  /** Decides over each change; undoing is counted here. */
  readonly decide: MutationGuard;
  readonly dialogClosed: () => Promise<void>;
}

/** Runs scripts for UXP one at a time, each in a context of its own. */
export class UxpHost {
  /** Tells the script that runs of an event of the encoder. */
  hear: (name: string, args: readonly unknown[]) => void = () => undefined;

  constructor(private readonly services: UxpServices) {}

  /** Runs a script. @throws UserFacingError `bad-arguments` where this Premiere has no UXP */
  async run(script: UxpSource, timeLimitMs: number): Promise<UxpOutcome> {
    const { dom, decide } = this.services;
    const { session } = dom;
    demandUxp(session.version);
    const listeners = new Map<string, Set<unknown>>();
    const say = (line: string) => session.log.push(line);
    const realm = new UxpRealm(decide, (thrown) =>
      say(`A handler threw: ${describeThrown(thrown).message}`),
    );
    const run = new UxpRun({
      realm,
      timeLimitMs,
      isAwaited: () =>
        session.dialog !== null || (dom.services.encoder.isBusy && listeners.size > 0),
      between: () => session.doLateWork(),
      say,
    });
    const uxp = new Uxp({
      realm,
      dom,
      listeners,
      change: decide,
      locks: new UxpLocks(session.behaviour.needsLockForActions),
      until: (settle) => this.whenNoDialog(run, settle),
    });
    installUxp(uxp);
    this.hear = (name, args) => {
      for (const listener of listeners.get(name) ?? []) {
        run.enter(() => void realm.call(listener, [toEncoderEvent(uxp, name, args)]));
      }
    };
    return run.run(script).finally(() => {
      this.hear = () => undefined;
    });
  }

  /** What a call that opened a dialog answers, comes when somebody has closed it. */
  private whenNoDialog(run: UxpRun, settle: () => void): void {
    if (this.services.dom.session.dialog === null) settle();
    else void this.services.dialogClosed().then(() => run.enter(settle));
  }
}

function demandUxp(version: string): void {
  if (compareVersions(version, firstUxpVersion) >= 0) return;
  throw new UserFacingError(
    'bad-arguments',
    `Premiere ${version} has no UXP: it came with ${firstUxpVersion}. Open a later version, or run ExtendScript.`,
  );
}
