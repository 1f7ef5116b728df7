import fs from 'node:fs';
import zlib from 'node:zlib';
import { z } from 'zod';
import type { EffectDefinition, ParameterDefinition } from './EffectDefinition';

const texts = z.object({
  strDB: z.array(z.object({ localeString: z.string().default(''), str: z.string() })),
});

const definition = z.object({
  authorApp: z.string().default(''),
  clientControls: z
    .array(z.object({ uiName: texts.optional(), value: z.unknown().optional() }))
    .default([]),
});

/** Signatures of a zip file: an entry of its directory, and the directory's end. */
const signatures = { entry: 0x02014b50, end: 0x06054b50 };

/**
 * The controls of a graphics template (`.mogrt`, a zip file with a `definition.json`) as an effect;
 * null for one made in Premiere itself, whose controls the public DOM does not show. A file that
 * cannot be read as one has a single text.
 */
export function readGraphicTemplate(
  templatePath: string,
  language: string,
): EffectDefinition | null {
  const made = parseDefinition(templatePath);
  if (made?.authorApp === 'ppro') return null;
  const parameters = (made?.clientControls ?? []).map(({ uiName, value }) =>
    toParameter(uiName ? inLanguage(uiName, language) : ' ', value, language),
  );
  return {
    matchName: 'AE.ADBE Capsule',
    name: 'Graphic Parameters',
    mediaType: 'Video',
    parameters: parameters.length > 0 ? parameters : [textParameter('Text', '')],
  };
}

function parseDefinition(templatePath: string) {
  const isFile = fs.statSync(templatePath, { throwIfNoEntry: false })?.isFile() === true;
  const bytes = isFile ? readZipEntry(fs.readFileSync(templatePath), 'definition.json') : undefined;
  if (!bytes) return undefined;
  try {
    return definition.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** What an entry of a zip file holds; undefined when there is none, or the file is no zip. */
function readZipEntry(zip: Buffer, name: string): Buffer | undefined {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== signatures.end) end -= 1;
  if (end < 0) return undefined;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= end && zip.readUInt32LE(at) === signatures.entry) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return unpack(zip, at);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return undefined;
}

function unpack(zip: Buffer, entry: number): Buffer {
  const isDeflated = zip.readUInt16LE(entry + 10) === 8;
  const packedLength = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + packedLength);
  return isDeflated ? zlib.inflateRawSync(packed) : packed;
}

/** The kind of a control shows in the value it begins with. */
function toParameter(name: string, value: unknown, language: string): ParameterDefinition {
  if (typeof value === 'boolean') return { name, kind: 'boolean', initial: value };
  if (typeof value === 'number') return { name, kind: 'number', initial: value };
  const numbers = z.array(z.number()).min(2).safeParse(value).data;
  if (numbers) return listParameter(name, numbers);
  const text = texts.safeParse(value).data;
  return textParameter(name, text ? inLanguage(text, language) : '');
}

function listParameter(name: string, numbers: readonly number[]): ParameterDefinition {
  const [x = 0, y = 0] = numbers;
  return numbers.length > 2
    ? colourParameter(name, numbers)
    : { name, kind: 'point', initial: [x, y] };
}

/** Templates hold red, green, blue and alpha from 0 to 1. */
function colourParameter(name: string, numbers: readonly number[]): ParameterDefinition {
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.map((part) => Math.round(part * 255));
  return { name, kind: 'colour', initial: [numbers.length > 3 ? alpha : 255, red, green, blue] };
}

/** Text is handed out as JSON that scripts change and give back whole. */
function textParameter(name: string, text: string): ParameterDefinition {
  const document = { textEditValue: text, fontTextRunLength: [text.length] };
  return { name, kind: 'text', initial: JSON.stringify(document), isFixed: true };
}

function inLanguage({ strDB }: z.infer<typeof texts>, language: string): string {
  const own = strDB.find(({ localeString }) => localeString.startsWith(language));
  return (own ?? strDB[0])?.str ?? '';
}
