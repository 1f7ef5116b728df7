import type { EncoderJob } from '../contract/host';
import { persistentState } from './persistentState';

/** Every encoder job this Premiere session has told of, oldest first. */
export function readEncoderJobs(): { readonly jobs: readonly EncoderJob[] } {
  return { jobs: persistentState().encoderJobs };
}
