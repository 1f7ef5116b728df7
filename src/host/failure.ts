import type { HostFailureCode, Reply } from '../contract/host';
import { textOf } from './hostValues';

/** An error that names why a call did not do what it was asked. */
interface HostFailure extends Error {
  slateflowCode?: HostFailureCode;
}

/** What a catch clause may be handed: our failures, Premiere's errors, and anything else. */
interface Thrown {
  readonly slateflowCode?: HostFailureCode;
  readonly message?: string;
  readonly line?: number;
}

/** Makes the error to throw: `code` is what our side branches on, `message` what a person reads. */
export function failure(code: HostFailureCode, message: string): Error {
  const error: HostFailure = new Error(message);
  error.slateflowCode = code;
  return error;
}

/** The reply for whatever was thrown: ours with its code, anything else with its line. */
export function toFailureReply(thrown: unknown): Reply<never> {
  const error = thrown === null || thrown === undefined ? {} : (thrown as Thrown);
  const code = error.slateflowCode === undefined ? 'host-error' : error.slateflowCode;
  const message = textOf(error.message === undefined ? thrown : error.message);
  const isOurs = error.slateflowCode !== undefined || error.line === undefined;
  const where = isOurs ? '' : ' (line ' + textOf(error.line) + ')';
  return { ok: false, code: code, message: message + where };
}
