import { UserFacingError } from '../../contract/UserFacingError';
import type { EngineLog } from '../log/EngineLog';
import type { JobEnd } from './JobRequest';

/**
 * A failure as it may cross to a panel: the words meant for the editor as they are, anything else
 * (a bug, with paths and stack) only into the engine's log.
 */
export function describeFailure(
  error: unknown,
  subject: string,
  log: EngineLog,
): Extract<JobEnd, { type: 'failed' }> {
  if (error instanceof UserFacingError) {
    return { type: 'failed', code: error.code, message: error.message };
  }
  log.error(subject, error);
  const message = `Something in Slateflow's engine failed (${subject}). Its log has the details: ${log.path}`;
  return { type: 'failed', code: null, message };
}
