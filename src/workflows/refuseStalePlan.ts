import { UserFacingError } from '../contract/UserFacingError';

/**
 * Refuses to apply anything but the plan that was shown. `expected` is its fingerprint, or null
 * for an unattended run. @throws UserFacingError `plan-stale`
 */
export function refuseStalePlan(expected: string | null, actual: string): void {
  if (expected === null || expected === actual) return;
  throw new UserFacingError(
    'plan-stale',
    'Something changed since this plan was shown, so nothing was done. Look at the plan again.',
  );
}
