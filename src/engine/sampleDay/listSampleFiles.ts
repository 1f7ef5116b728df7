import { formatArriAle, formatArriXml } from './arriSidecars';
import { formatCameraSound } from './cameraSound';
import { formatLogCsv, formatScriptCsv, toShootingDay } from './dayTexts';
import { formatRecorderFile } from './recorderFile';
import type { SampleClip, SampleTake } from './SampleTake';
import { formatMediaPro, formatSonyClipXml } from './sonySidecars';
import { makeTakeSound } from './takeSound';
import { toSampleTruth } from './toSampleTruth';

/** A file to write as it is. Paths are relative to the day's folder, with `/`. */
export interface WholeFile {
  readonly kind: 'whole';
  readonly path: string;
  readonly format: () => string | Uint8Array;
}

/** A clip that ffmpeg makes, with the camera's own companions of it. */
export interface ClipFile {
  readonly kind: 'clip';
  readonly path: string;
  readonly thumbnail: string | null;
  readonly proxy: string | null;
  readonly take: SampleTake;
  readonly clip: SampleClip;
  readonly formatSound: () => Uint8Array;
}

/** The card on which camera B recorded proxies as well. */
const proxyCard = 'B001';

/** Folders that a Sony card has even when nothing lies in them. */
const sonyFolders = ['CLIP', 'THMBNL', 'SUB', 'GENERAL'] as const;

/** Folders to make before the files, relative to the day's folder. */
export function listSampleFolders(takes: readonly SampleTake[]): readonly string[] {
  const clips = takes.flatMap((take) => take.clips);
  const sony = cardsOf(clips, 'B').flatMap((card) =>
    sonyFolders.map((folder) => `${card}/PRIVATE/M4ROOT/${folder}`),
  );
  return [...sony, ...cardsOf(clips, 'A')];
}

/** Every file of the day; `day.json`, which says that the day is whole, comes last. */
export function listSampleFiles(takes: readonly SampleTake[]): readonly (WholeFile | ClipFile)[] {
  const clips = takes.flatMap((take) => take.clips);
  return [
    ...takes.flatMap(toMedia),
    ...cardsOf(clips, 'A').flatMap((card) => toArriFiles(card, clips)),
    ...cardsOf(clips, 'B').flatMap((card) => toSonyFiles(card, clips)),
    whole('script.csv', formatScriptCsv),
    whole('log.csv', () => formatLogCsv(takes)),
    whole('truth.json', () => formatJson(toSampleTruth(takes))),
    whole('day.json', () => formatJson(toShootingDay(takes))),
  ];
}

function toMedia(take: SampleTake): readonly (WholeFile | ClipFile)[] {
  const { recording } = take;
  const clips = take.clips.map((clip): ClipFile => {
    const isSony = clip.camera === 'B';
    const root = `${clip.card}/PRIVATE/M4ROOT`;
    return {
      kind: 'clip',
      path: clip.path,
      thumbnail: isSony ? `${root}/THMBNL/${clip.name}T01.JPG` : null,
      proxy: clip.card === proxyCard ? `${root}/SUB/${clip.name}S03.MP4` : null,
      take,
      clip,
      formatSound: () => formatCameraSound(take, clip, makeTakeSound(take)),
    };
  });
  if (!recording) return clips;
  return [
    ...clips,
    whole(recording.path, () => formatRecorderFile(take, recording, makeTakeSound(take))),
  ];
}

function toArriFiles(card: string, clips: readonly SampleClip[]): readonly WholeFile[] {
  const own = clips.filter((clip) => clip.card === card);
  return [
    whole(`${card}/${card}.ale`, () => formatArriAle(own)),
    whole(`${card}/${card}_FCP.xml`, () => formatArriXml(card, own)),
  ];
}

function toSonyFiles(card: string, clips: readonly SampleClip[]): readonly WholeFile[] {
  const own = clips.filter((clip) => clip.card === card);
  const root = `${card}/PRIVATE/M4ROOT`;
  return [
    ...own.map((clip) => whole(`${root}/CLIP/${clip.name}M01.XML`, () => formatSonyClipXml(clip))),
    whole(`${root}/MEDIAPRO.XML`, () => formatMediaPro(own, card === proxyCard)),
  ];
}

function cardsOf(clips: readonly SampleClip[], camera: SampleClip['camera']): readonly string[] {
  return [...new Set(clips.filter((clip) => clip.camera === camera).map(({ card }) => card))];
}

function whole(path: string, format: WholeFile['format']): WholeFile {
  return { kind: 'whole', path, format };
}

function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
