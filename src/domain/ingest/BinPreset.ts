import { z } from 'zod';
import { describeSchemaError } from '../finding/describeSchemaError';
import { checkPathTemplate, templateTokens } from './expandTemplate';

/** Where a scene, setup or take may be read from, as presets name it. */
export const evidenceSources = ['log', 'metadata', 'fileName', 'folderName'] as const;

/** Where a scene, setup or take was read from. */
export type EvidenceSource = (typeof evidenceSources)[number];

const pathTemplate = z.string().superRefine((template, context) => {
  const problem = checkPathTemplate(template);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const nameTemplate = z.string().min(1).superRefine(checkTokens);

/** A preset that says into which bins, under which names and labels media go. */
export const binPresetSchema = z.looseObject({
  /** Version of this shape. */
  version: z.literal(1, {
    error: 'must be 1: this preset was written for another version of Slateflow',
  }),
  id: z.string().regex(/^[a-z0-9-]+$/, 'may hold lower-case letters, digits and hyphens'),
  name: z.string().min(1),
  /** Bin of a picture: `/Footage/{scene}/{setup}`. */
  pictureBin: pathTemplate,
  /** Bin of a recorder's file: `/Sound/{roll}`. */
  soundBin: pathTemplate,
  /** Bin of what cannot be sorted for certain. */
  unsortedBin: pathTemplate.refine((template) => !template.includes('{'), {
    error: 'may hold no {token}: nothing is certain of what goes there',
  }),
  /** Display names; media keep their own where a token is unknown. */
  pictureName: nameTemplate,
  soundName: nameTemplate,
  wildTrackName: nameTemplate,
  /** Colour label 0 to 15 by camera letter. */
  cameraLabels: z.record(z.string().regex(/^[A-Z]{1,2}$/), z.int().min(0).max(15)),
  soundLabel: z.int().min(0).max(15).nullable(),
  /** Who is believed first; whoever is not listed is not asked. */
  precedence: z
    .array(z.enum(evidenceSources))
    .min(1)
    .refine((sources) => new Set(sources).size === sources.length, 'names a source twice'),
});

/** A preset that says into which bins, under which names and labels media go. */
export type BinPreset = z.infer<typeof binPresetSchema>;

/** A preset, or in words why it is refused. */
export type BinPresetResult =
  | { readonly ok: true; readonly preset: BinPreset }
  | { readonly ok: false; readonly problem: string };

/** Checks a preset as it came from a file; one whose paths climb or hold empty levels is refused. */
export function toBinPreset(value: unknown): BinPresetResult {
  const checked = binPresetSchema.safeParse(value);
  return checked.success
    ? { ok: true, preset: checked.data }
    : { ok: false, problem: describeSchemaError(checked.error) };
}

function checkTokens(template: string, context: z.RefinementCtx): void {
  const { problem } = templateTokens(template);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
}
