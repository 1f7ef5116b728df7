import { UserFacingError } from '../../contract/UserFacingError';
import { isAbsence } from './BundleFolder';
import { NotAFile } from './readThrough';

/** Why one file could not be archived; the others go on. */
export type FileFaultCode =
  | 'source-missing'
  | 'source-unreadable'
  | 'source-not-a-file'
  | 'source-changed'
  | 'history-differs'
  | 'target-differs'
  | 'target-twice'
  | 'target-unwritable'
  | 'copy-differs';

/** Something is wrong with one file: a code, and a sentence for the editor. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(
    readonly code: FileFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether an error is the system's refusal of a call, and not a bug or a cancelling of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  if (error instanceof NotAFile) return true;
  return typeof error === 'object' && error !== null && 'errno' in error && 'syscall' in error;
}

/** What an error while reading an original means; one that is not the system's comes back as it is. */
export function toSourceFault(error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const [code, words] = describeSourceError(error);
  return new FileFault(code, words, { cause: error });
}

/** What an error while writing a copy means; a full disk ends the whole job. */
export function toTargetFault(error: unknown): unknown {
  if (!isSystemError(error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new UserFacingError(
      'disk-full',
      'The disk of the bundle is full. What is copied stays; make room and archive again to go on.',
      { cause: error },
    );
  }
  return new FileFault(
    'target-unwritable',
    `The copy could not be written (${error.code ?? ''}). Check the disk of the bundle and archive again.`,
    { cause: error },
  );
}

function describeSourceError(error: NodeJS.ErrnoException): readonly [FileFaultCode, string] {
  if (isAbsence(error)) {
    return [
      'source-missing',
      'The original is not there any more. Mount its card and archive again.',
    ];
  }
  if (error.code === 'ELOOP' || error instanceof NotAFile) {
    return [
      'source-not-a-file',
      'The original is a link or another special file; those are not archived.',
    ];
  }
  return [
    'source-unreadable',
    `The original could not be read (${error.code ?? ''}). Check the card and archive again.`,
  ];
}
