/** A bin as a host reads it; the root has no parent. */
export interface ProjectBin {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** Bin id → its path from the root, `/Footage/24/24A`; the root itself is `/`. */
export function binPathsOf(bins: readonly ProjectBin[]): ReadonlyMap<string, string> {
  const byId = new Map(bins.map((bin) => [bin.id, bin]));
  const paths = new Map<string, string>();
  const pathOf = (bin: ProjectBin): string => {
    const known = paths.get(bin.id);
    if (known !== undefined) return known;
    const parent = bin.parentId === null ? undefined : byId.get(bin.parentId);
    const above = parent ? pathOf(parent) : '';
    const path = parent ? `${above === '/' ? '' : above}/${bin.name}` : '/';
    paths.set(bin.id, path);
    return path;
  };
  for (const bin of bins) pathOf(bin);
  return paths;
}
