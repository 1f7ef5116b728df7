import type { MediaEngine } from '../../contract/MediaEngine';
import type { Progress } from '../../contract/JobContext';
import type { UserFacingErrorCode } from '../../contract/UserFacingError';

/** The long calls of `MediaEngine`: those that take a job. */
export type JobKind = {
  readonly [Name in keyof MediaEngine]: Parameters<MediaEngine[Name]>['length'] extends 2
    ? Name
    : never;
}[keyof MediaEngine];

/** A job to start: plain data, safe to run twice. */
export type JobRequest = {
  readonly [Kind in JobKind]: {
    readonly kind: Kind;
    readonly input: Parameters<MediaEngine[Kind]>[0];
  };
}[JobKind];

/** How a job ended, as it crosses the wire. A null code is a bug of ours; the engine's log has it. */
export type JobEnd =
  | { readonly type: 'done'; readonly result?: unknown }
  | {
      readonly type: 'failed';
      readonly code: UserFacingErrorCode | null;
      readonly message: string;
    }
  | { readonly type: 'cancelled' };

/** What a watcher of a job is told: any number of progresses, then one end. */
export type JobEvent = { readonly type: 'progress'; readonly progress: Progress } | JobEnd;
