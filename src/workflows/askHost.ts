import { UserFacingError } from '../contract/UserFacingError';

/**
 * Asks Premiere to change something. What it says, even that it failed, is no verdict: it may throw
 * after the deed. Its words are kept for the report, and a reading afterwards decides.
 * Resolves to the answer, or to null when it failed. A dialog that blocks Premiere is no such answer.
 */
export async function askHost<Value>(
  call: () => Promise<Value>,
  complaints: string[],
): Promise<Value | null> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof UserFacingError) || error.code !== 'host-failed') throw error;
    complaints.push(error.message);
    return null;
  }
}

/** Why something planned does not stand: what Premiere said, or that it said nothing. */
export function explainMissing(complaints: readonly string[]): string {
  const [first] = complaints;
  return first === undefined
    ? 'Premiere said that it did this, but it is not there. Try again; if it stays so, restart Premiere.'
    : `Premiere did not do this. It said: ${first}`;
}
