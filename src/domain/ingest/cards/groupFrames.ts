import type { PlacedFile } from './placeFiles';

/** The frames of one picture, in order. */
export interface FrameSequence {
  readonly name: string;
  readonly frames: readonly PlacedFile[];
  /** Numbers between the first and the last that are not there, as ranges: `12`, `15-19`. */
  readonly missing: readonly string[];
  /** Whether they may as well be photographs. */
  readonly isGuess: boolean;
}

/** Film scans, renders and raw frames: three of them are a picture. */
const framesOfPictures = /^(?:dpx|exr|ari|arx|dng|tga)$/;
const fewestFrames = 3;
/** Pictures that may as well be photographs: only a long row with wide numbers is a sequence. */
const framesOrPhotographs = /^(?:tif|tiff|png|jpg|jpeg)$/;
const fewestLikelyFrames = 8;
const likelyDigits = 4;
/** What still cameras and phones put before the number (DCF): `IMG_0001`, `P1010001`, `IMG_20240101_120000`. */
const photograph =
  /^(?:(?:IMG|MVI|DSC[NF]?|_MG|_DSC|DJI|SAM|CIMG|PICT|HPIM|GOPR|PXL)[_-]?(?:\d{8}[_-])?|[PG])$/i;
const cameraLayouts: readonly PlacedFile['layout'][] = ['dcim', 'gopro', 'dji'];

interface Frame {
  readonly placed: PlacedFile;
  readonly number: number;
}

/** Groups numbered stills that are the frames of one picture; what is none is left out. */
export function groupFrames(files: readonly PlacedFile[]): readonly FrameSequence[] {
  const groups = new Map<string, { readonly name: string; readonly frames: Frame[] }>();
  for (const placed of files) {
    const [, prefix = '', digits = ''] = /^(.*?)(\d+)$/s.exec(placed.stem) ?? [];
    if (digits === '' || !mayBeFrame(placed, prefix, digits)) continue;
    const { root, inside, ending } = placed;
    const key = `${root}/${inside}|${prefix}|${digits.length}|${ending}`;
    const group = groups.get(key) ?? { name: nameOf(prefix, placed), frames: [] };
    group.frames.push({ placed, number: Number(digits) });
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ name, frames }) => toSequence(name, frames));
}

function mayBeFrame({ ending, layout }: PlacedFile, prefix: string, digits: string): boolean {
  if (photograph.test(prefix)) return false;
  const isOfPicture = framesOfPictures.test(ending);
  // Cameras count photographs with four digits, and the frames of raw pictures with more.
  if (cameraLayouts.includes(layout)) return isOfPicture && digits.length > likelyDigits;
  return isOfPicture || (framesOrPhotographs.test(ending) && digits.length >= likelyDigits);
}

/** `A001C001.0000123.ari` is a frame of `A001C001`; frames called `0001.dpx` bear their folder's name. */
function nameOf(prefix: string, { file, stem }: PlacedFile): string {
  const plain = prefix.replace(/[ ._-]+$/, '');
  return plain || (file.path.split(/[/\\]/).at(-2) ?? stem);
}

function toSequence(name: string, frames: readonly Frame[]): readonly FrameSequence[] {
  const ordered = [...frames].sort((left, right) => left.number - right.number);
  const [first, last] = [ordered.at(0), ordered.at(-1)];
  if (!first || !last) return [];
  const isGuess = !framesOfPictures.test(first.placed.ending);
  const span = last.number - first.number + 1;
  // More holes than frames: numbered, but no running picture.
  const isRunning = span <= ordered.length * 2;
  if (!isRunning || ordered.length < (isGuess ? fewestLikelyFrames : fewestFrames)) return [];
  const files = ordered.map(({ placed }) => placed);
  return [{ name, frames: files, missing: holesOf(ordered), isGuess }];
}

function holesOf(ordered: readonly Frame[]): readonly string[] {
  return ordered.slice(1).flatMap(({ number }, index) => {
    const from = (ordered[index]?.number ?? number) + 1;
    if (from >= number) return [];
    return [from === number - 1 ? String(from) : `${from}-${number - 1}`];
  });
}
