import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserFacingError } from '../../contract/UserFacingError';
import { binPresetSchema, parseBinPreset } from '../../domain/ingest/BinPreset';
import { shippedBinPresets } from '../../domain/ingest/findBinPreset';
import { deliverySpecSchema, parseDeliverySpec } from '../../domain/spec/DeliverySpec';
import { shippedDeliverySpecs } from '../../domain/spec/findDeliverySpec';
import type { CommandContext, ExitStatus } from './Command';

/** What presets say of themselves. */
interface NamedPreset {
  readonly id: string;
  readonly name: string;
}

interface PresetKind {
  readonly schema: z.ZodType;
  readonly shipped: readonly NamedPreset[];
  /** Null for a text that can be used; else in words why not. */
  readonly problemOf: (text: string) => string | null;
}

/** The kinds of presets, by the names of the command line. */
const kinds: Readonly<Record<string, PresetKind>> = {
  bins: {
    schema: binPresetSchema,
    shipped: shippedBinPresets,
    problemOf: (text) => {
      const result = parseBinPreset(text);
      return result.ok ? null : result.problem;
    },
  },
  delivery: {
    schema: deliverySpecSchema,
    shipped: shippedDeliverySpecs,
    problemOf: (text) => {
      const result = parseDeliverySpec(text);
      return result.ok ? null : result.problem;
    },
  },
};

/** Kinds of presets that the command knows. */
export const presetKinds: readonly string[] = Object.keys(kinds);

/** `slateflow presets list`: what comes with Slateflow. */
export function listPresets({ terminal }: CommandContext): Promise<ExitStatus> {
  const presets = Object.entries(kinds).flatMap(([kind, { shipped }]) =>
    shipped.map(({ id, name }) => ({ kind, id, name })),
  );
  const lines = presets.map(({ kind, id, name }) => `${kind}  ${id}  ${name}`);
  terminal.result({ presets }, lines);
  return Promise.resolve(0);
}

/** `slateflow presets show NAME`: a shipped preset as the file it would be. */
export function showPreset({ terminal }: CommandContext, id: string): Promise<ExitStatus> {
  const all = Object.values(kinds).flatMap(({ shipped }) => shipped);
  const preset = all.find((candidate) => candidate.id === id);
  if (!preset) {
    const known = all.map((candidate) => candidate.id).join(', ');
    throw new UserFacingError('bad-preset', `There is no preset “${id}”; there are ${known}.`);
  }
  terminal.result(preset, [JSON.stringify(preset, null, 2)]);
  return Promise.resolve(0);
}

/** `slateflow presets validate FILE… [--kind KIND]`: whether files can be used as presets. */
export async function validatePresets(
  { terminal }: CommandContext,
  files: readonly string[],
  { kind }: { readonly kind: string },
): Promise<ExitStatus> {
  const checks = await Promise.all(
    files.map(async (file) => ({ file, problem: await problemOfFile(file, kind) })),
  );
  const lines = checks.map(({ file, problem }) =>
    problem === null ? `${file}: can be used` : `${file}: refused: ${problem}`,
  );
  terminal.result({ files: checks }, lines);
  return checks.every(({ problem }) => problem === null) ? 0 : 1;
}

/** `slateflow presets schema [--kind KIND]`: the JSON Schema that a preset file follows. */
export function presetSchema(
  { terminal }: CommandContext,
  { kind }: { readonly kind: string },
): Promise<ExitStatus> {
  const schema = z.toJSONSchema(kindOf(kind).schema, { io: 'input', unrepresentable: 'any' });
  terminal.result(schema, [JSON.stringify(schema, null, 2)]);
  return Promise.resolve(0);
}

async function problemOfFile(file: string, kind: string): Promise<string | null> {
  try {
    return kindOf(kind).problemOf(await readFile(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return `it could not be read (${code})`;
  }
}

function kindOf(name: string): PresetKind {
  const kind = kinds[name];
  if (kind) return kind;
  throw new UserFacingError(
    'bad-arguments',
    `There are no presets of the kind “${name}”; there are ${presetKinds.join(', ')}.`,
  );
}
