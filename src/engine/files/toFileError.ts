import { UserFacingError } from '../../contract/UserFacingError';

/** What the system's refusals mean to an editor, by the system's code. */
const failures: Readonly<
  Record<
    string,
    {
      readonly code: 'file-not-found' | 'bad-input' | 'disk-full' | 'file-exists';
      readonly words: string;
    }
  >
> = {
  ENOENT: { code: 'file-not-found', words: 'is not there. Check the name and the folder.' },
  ENOTDIR: { code: 'file-not-found', words: 'is not there: a part of its path is a file.' },
  EISDIR: { code: 'bad-input', words: 'is a folder, where a file is needed.' },
  EACCES: { code: 'bad-input', words: 'may not be used: this account has no permission.' },
  EPERM: { code: 'bad-input', words: 'may not be used: this account has no permission.' },
  EROFS: { code: 'bad-input', words: 'is on a volume that can only be read.' },
  ENAMETOOLONG: { code: 'bad-input', words: 'has too long a name for this volume.' },
  EEXIST: { code: 'file-exists', words: 'is already there and was left as it is.' },
  ENOSPC: { code: 'disk-full', words: 'could not be written: the volume is full.' },
  EDQUOT: {
    code: 'disk-full',
    words: 'could not be written: the quota of this account is used up.',
  },
};

/** A file system's error in words for the editor; any other error comes back as it is. */
export function toFileError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const failure = code === undefined ? undefined : failures[code];
  if (!failure) return error;
  return new UserFacingError(failure.code, `“${path}” ${failure.words}`, { cause: error });
}
