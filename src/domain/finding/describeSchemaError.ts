import type { z } from 'zod';

/**
 * What a schema found wrong with a file, as part of one sentence:
 * `pictureBin: holds a level without a name; version: must be 1`.
 */
export function describeSchemaError({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${toKey(path)}: ${message}`))
    .join('; ');
}

function toKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
