import type { ExportPreset } from '../../spec/ExportPreset';
import { eprExporters, fromFourCharacterCode, type EprExporter } from './eprCodes';
import { readEprPicture } from './readEprPicture';
import { readEprSound } from './readEprSound';
import { readEprParameters, type EprContents } from './readEprParameters';
import { EprProblem } from './eprValues';

/** A preset as read, or why it cannot be used, as a sentence for the editor. */
export type ParsedEpr =
  | { readonly kind: 'preset'; readonly preset: ExportPreset }
  | { readonly kind: 'unusable'; readonly problem: string }
  | { readonly kind: 'no-preset'; readonly problem: string };

/**
 * Reads an Adobe export preset (`.epr`, `PremiereData` version 3, plain text) for what it asks of
 * the file. Parameters are taken by name; tokens and passwords are never returned. What the preset
 * asks beyond an {@link ExportPreset} is named in its notes, never silently left out.
 */
export function parseEpr(text: string): ParsedEpr {
  const contents = readEprParameters(text);
  if (!contents) {
    const problem = 'The file is no export preset of Premiere or Media Encoder.';
    return { kind: 'no-preset', problem };
  }
  try {
    refuseSameAsProject(text);
    return { kind: 'preset', preset: toPreset(contents) };
  } catch (error) {
    if (error instanceof EprProblem) return { kind: 'unusable', problem: error.message };
    throw error;
  }
}

/** The exporter a preset is for; undefined for one that is not known here. */
function findExporter({ head }: Pick<EprContents, 'head'>): EprExporter | undefined {
  const code = (field: string) => fromFourCharacterCode(Number(head.get(field) ?? ''));
  const [classId, fileType] = [code('ExporterClassID'), code('ExporterFileType')];
  return eprExporters.find((each) => each.fileType === fileType && each.classId === classId);
}

function refuseSameAsProject(text: string): void {
  if (!/same\s?as\s?project/i.test(text)) return;
  throw new EprProblem(
    'The preset writes beside the project (“Same as Project”), which Media Encoder refuses. Save it again with another location.',
  );
}

function toPreset(contents: EprContents): ExportPreset {
  const exporter = findExporter(contents);
  if (!exporter) {
    const fileType = fromFourCharacterCode(Number(contents.head.get('ExporterFileType') ?? ''));
    throw new EprProblem(`The preset is for the exporter “${fileType}”, which is not known here.`);
  }
  const notes = [...contents.effects.map(describeEffect)];
  const picture = readEprPicture(contents, exporter, notes);
  const sound = readEprSound(contents, exporter, notes);
  if (!picture && !sound) throw new EprProblem('The preset exports neither picture nor sound.');
  return {
    name: toDisplayName(contents.head.get('PresetName') ?? ''),
    container: exporter.container,
    picture,
    sound,
    notes,
  };
}

function describeEffect(effect: string): string {
  return `The export effect “${effect}” is not applied.`;
}

/** Adobe's own names are localisation keys, `($$$/…/PresetName=HD 1080i 25)`. */
function toDisplayName(name: string): string {
  return /^\(\$\$\$\/[^=]*=(.*)\)$/s.exec(name)?.[1] ?? name;
}
