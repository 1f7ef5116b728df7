import { z } from 'zod';
import type { Finding } from '../finding/Finding';
import { toSlashes } from './nativePath';

/** A project's text for the bundle; null when it is no project whose paths can be rewritten. */
export interface RelinkedProject {
  readonly text: string | null;
  readonly findings: readonly Finding[];
}

/** Where media stand in the bundle: native path → path within `data/`. */
export type BundlePaths = ReadonlyMap<string, string>;

const mediumSchema = z.looseObject({
  path: z.string(),
  relativePath: z.string(),
  facts: z.looseObject({ path: z.string() }),
});

const projectSchema = z.looseObject({
  format: z.literal('slateflow-project'),
  media: z.array(mediumSchema).default([]),
});

/**
 * Rewrites the media paths of a project of the simulated Premiere (JSON) to relative ones, seen
 * from `data/project/`, so that it opens wherever the bundle is. Media that the bundle does not
 * hold keep their path and are findings (`media-not-in-bundle`).
 */
export function relinkProject(text: string, bundlePaths: BundlePaths): RelinkedProject {
  const project = projectSchema.safeParse(parseJson(text));
  if (!project.success) return { text: null, findings: [] };
  const slashed = new Map([...bundlePaths].map(([path, target]) => [toSlashes(path), target]));
  const targetOf = ({ path }: Medium) => slashed.get(toSlashes(path));
  const media = project.data.media.map((medium) => relinkMedium(medium, targetOf(medium)));
  const missing = project.data.media.filter((medium) => targetOf(medium) === undefined);
  const relinked = `${JSON.stringify({ ...project.data, media }, null, 1)}\n`;
  return { text: relinked, findings: missing.map(({ path }) => toFinding(path)) };
}

type Medium = z.infer<typeof mediumSchema>;

function relinkMedium(medium: Medium, target: string | undefined): Medium {
  if (target === undefined) return medium;
  const path = `../${target}`;
  return { ...medium, path, relativePath: path, facts: { ...medium.facts, path } };
}

function toFinding(path: string): Finding {
  return {
    code: 'media-not-in-bundle',
    severity: 'warning',
    subject: path,
    message: `The project uses “${path}”, which is not in the bundle; there it will be offline.`,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Premiere's own projects are XML or gzip: not ours to rewrite.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
