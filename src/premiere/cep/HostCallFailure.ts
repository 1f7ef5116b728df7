import type { HostFailureCode } from '../../contract/host';

/** What the host inside Premiere answered instead of a value; the cause of a `host-failed` error. */
export class HostCallFailure extends Error {
  override readonly name = 'HostCallFailure';

  constructor(
    readonly code: HostFailureCode,
    message: string,
  ) {
    super(message);
  }
}
