/** Why an operation could not go on. Branch on these, never on message text. */
export type UserFacingErrorCode =
  | 'bad-arguments'
  | 'bad-input'
  | 'bad-preset'
  | 'path-outside-folder'
  | 'media-unreadable'
  | 'file-exists'
  | 'file-not-found'
  | 'disk-full'
  | 'ffmpeg-missing'
  | 'engine-unreachable'
  | 'host-unreachable'
  | 'host-busy'
  | 'host-failed'
  | 'project-unreadable'
  | 'project-locked'
  | 'plan-stale'
  | 'nothing-to-do'
  | 'bundle-damaged'
  | 'not-supported';

/**
 * An operation that cannot go on, in words for the editor: what, where, and what to do.
 * Raised anywhere, caught only by `main`, the error boundary and the panel's job state.
 */
export class UserFacingError extends Error {
  override readonly name = 'UserFacingError';

  constructor(
    readonly code: UserFacingErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
