import { z } from 'zod';
import { describeSchemaError } from '../finding/describeSchemaError';
import { namePatternIds } from '../slate/namePatterns';
import { checkPathTemplate, templateTokens } from './expandTemplate';
import { metadataColumns } from './itemMetadata';

/** Version of the shape below. Presets of an older one would be converted; a newer one is refused. */
const presetVersion = 1;

/** Where a scene, setup or take may be read from, as presets name it. */
export const evidenceSources = ['log', 'metadata', 'fileName', 'folderName'] as const;

/** Where a scene, setup or take was read from. */
export type EvidenceSource = (typeof evidenceSources)[number];

const pathTemplate = z.string().superRefine((template, context) => {
  const problem = checkPathTemplate(template);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const textTemplate = z.string().min(1).superRefine(checkTokens);

/** Premiere's colour labels, 0 Violet to 15 Yellow. */
const label = z.int().min(0).max(15);

/** What a rule asks of a medium; all that is named must hold. */
const labelConditions = z.strictObject({
  kind: z.enum(['picture', 'sound']).exactOptional(),
  camera: z
    .string()
    .regex(/^[A-Z]{1,2}$/, 'is a camera’s letter, or two')
    .exactOptional(),
  roll: z.string().min(1).exactOptional(),
  circled: z.boolean().exactOptional(),
  mos: z.boolean().exactOptional(),
  wildTrack: z.boolean().exactOptional(),
  variableRate: z.boolean().exactOptional(),
  incomplete: z.boolean().exactOptional(),
});

/** A column of Premiere's metadata that others read, never one that Slateflow itself goes by. */
const columnName = z
  .string()
  .regex(/^[A-Za-z][\w.]*$/, 'is no name of a metadata column')
  .refine((name) => !(Object.values(metadataColumns) as readonly string[]).includes(name), {
    error: 'is a column that Slateflow fills by itself',
  });

/** A preset that says into which bins, under which names and labels media go. */
export const binPresetSchema = z.looseObject({
  /** Version of this shape. */
  version: z.literal(presetVersion, { error: ({ input }) => wrongVersion(input) }),
  id: z.string().regex(/^[a-z0-9-]+$/, 'may hold lower-case letters, digits and hyphens'),
  name: z.string().min(1),
  /** Bin of a picture: `/Footage/{scene}/{setup}`. */
  pictureBin: pathTemplate,
  /** Bin of a recorder's file: `/Sound/{roll}`. */
  soundBin: pathTemplate,
  /** Display names; media keep their own where a token is unknown. */
  pictureName: textTemplate,
  soundName: textTemplate,
  wildTrackName: textTemplate,
  /** What becomes of a medium whose bin nothing says for certain. */
  uncertain: z.strictObject({
    /** Its bin; a level that names what is unknown is left out. The first level must be plain. */
    bin: pathTemplate.refine((template) => !/^\/[^/]*\{/.test(template), {
      error: 'may hold no {token} in its first level',
    }),
    /** Its colour, before every rule; null leaves that to the rules. */
    label: label.nullable(),
  }),
  /** Colour labels: the first rule that fits. */
  labels: z.array(z.strictObject({ when: labelConditions, label })),
  /** Further columns to fill, from templates; one that names what is unknown is left empty. */
  metadata: z.record(columnName, textTemplate),
  /** Who is believed first; whoever is not listed is not asked. */
  precedence: z
    .array(z.enum(evidenceSources))
    .min(1)
    .refine(namesNoneTwice, { error: 'names a source twice' }),
  /** Patterns that names are read by, first that fits; all of Slateflow's own when absent. */
  patterns: z
    .array(
      z.enum(namePatternIds as [string, ...string[]], { error: 'is no pattern of Slateflow’s' }),
    )
    .min(1)
    .refine(namesNoneTwice, { error: 'names a pattern twice' })
    .exactOptional(),
  /** Whether a camera's own low-resolution copies are attached. */
  proxies: z.enum(['attach', 'ignore']),
  /** Whether each channel of a recorder's file becomes a mono clip of its own. */
  recorderChannels: z.enum(['asImported', 'mono']),
  /** What happens to new material of a watched folder. */
  whenWatched: z.enum(['show', 'apply']),
});

/** A preset that says into which bins, under which names and labels media go. */
export type BinPreset = z.infer<typeof binPresetSchema>;

/** What a rule asks of a medium; all that is named must hold. */
export type LabelConditions = z.infer<typeof labelConditions>;

/** A preset, or in words why it is refused. */
export type BinPresetResult =
  | { readonly ok: true; readonly preset: BinPreset }
  | { readonly ok: false; readonly problem: string };

/** Reads a preset's text; one whose paths climb or hold empty levels is refused. */
export function parseBinPreset(text: string): BinPresetResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problem: `no JSON (${error.message})` };
    throw error;
  }
  return toBinPreset(value);
}

/** Checks a preset as it came from a file; one whose paths climb or hold empty levels is refused. */
export function toBinPreset(value: unknown): BinPresetResult {
  const checked = binPresetSchema.safeParse(value);
  return checked.success
    ? { ok: true, preset: checked.data }
    : { ok: false, problem: describeSchemaError(checked.error) };
}

function wrongVersion(version: unknown): string {
  return typeof version === 'number' && version > presetVersion
    ? `is ${version}: this preset was written for a newer Slateflow, which must open it`
    : `must be ${presetVersion}`;
}

function namesNoneTwice(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function checkTokens(template: string, context: z.RefinementCtx): void {
  const { problem } = templateTokens(template);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
}
