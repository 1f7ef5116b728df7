import type { ProjectSnapshot } from '../../../src/contract/ProjectSnapshot';

/** A project item as a script sees it. */
export interface WalkedItem {
  readonly nodeId: string;
  /** 1 clip or sequence, 2 bin. */
  readonly type: number;
  readonly isSequence: boolean;
  readonly name: string;
  readonly treePath: string;
  readonly binPath: string;
}

/** A use on a track as a script sees it; times in ticks. */
export interface WalkedUse {
  readonly nodeId: string;
  readonly start: bigint;
  readonly end: bigint;
  readonly in: bigint;
  readonly out: bigint;
  readonly name: string;
  readonly itemId: string;
  readonly source: 'media' | 'other';
  readonly linked: readonly string[];
  readonly speed: number;
}

/** A track with its uses in the order of their indexes. */
export interface WalkedTrack {
  readonly kind: 'Video' | 'Audio';
  readonly id: string;
  readonly name: string;
  readonly uses: WalkedUse[];
}

/** A sequence with its tracks, pictures first. */
export interface WalkedSequence {
  readonly id: string;
  readonly name: string;
  readonly frameTicks: bigint;
  readonly end: bigint;
  readonly itemId: string;
  readonly tracks: WalkedTrack[];
}

/** Everything a script sees of a project by walking through the object model. */
export interface DomWalk {
  readonly items: readonly WalkedItem[];
  readonly sequences: readonly WalkedSequence[];
}

/** Reads the lines of `walk()` in randomEdits.jsx. */
export function parseDomWalk(text: string): DomWalk {
  const items: WalkedItem[] = [];
  const sequences: WalkedSequence[] = [];
  for (const line of text.split('\n')) {
    const [kind, ...fields] = line.split('\t');
    if (kind === 'item') items.push(toItem(fields));
    if (kind === 'sequence') sequences.push(toSequence(fields));
    const tracks = sequences.at(-1)?.tracks;
    if (kind === 'track') tracks?.push(toTrack(fields));
    if (kind === 'use') tracks?.at(-1)?.uses.push(toUse(fields));
  }
  return { items, sequences };
}

/** What walk and snapshot both tell of the tracks, in one form to compare. */
export function cutsOfWalk({ sequences }: DomWalk) {
  return sequences.map(({ id, name, tracks }) => ({
    id,
    name,
    tracks: tracks.map((track) => ({
      name: track.name,
      uses: track.uses.map((use) => [use.name, use.start, use.end, use.in, use.out].join(' ')),
    })),
  }));
}

/** The same of a snapshot. */
export function cutsOfSnapshot({ sequences }: ProjectSnapshot) {
  return sequences.map(({ id, name, videoTracks, audioTracks }) => ({
    id,
    name,
    tracks: [...videoTracks, ...audioTracks].map((track) => ({
      name: track.name,
      uses: track.clips.map((clip) =>
        [clip.name, clip.startTicks, clip.endTicks, clip.inTicks, clip.outTicks].join(' '),
      ),
    })),
  }));
}

function toItem([nodeId, type, isSequence, name, treePath, binPath]: string[]): WalkedItem {
  return {
    nodeId: nodeId ?? '',
    type: Number(type),
    isSequence: isSequence === 'true',
    name: name ?? '',
    treePath: treePath ?? '',
    binPath: binPath ?? '',
  };
}

function toSequence([id, name, timebase, end, itemId]: string[]): WalkedSequence {
  return {
    id: id ?? '',
    name: name ?? '',
    frameTicks: BigInt(timebase ?? 0),
    end: BigInt(end ?? 0),
    itemId: itemId ?? '',
    tracks: [],
  };
}

function toTrack([, kind, id, name]: string[]): WalkedTrack {
  return { kind: kind === 'Audio' ? 'Audio' : 'Video', id: id ?? '', name: name ?? '', uses: [] };
}

function toUse(fields: string[]): WalkedUse {
  const [, nodeId = '', start = '', end = '', inPoint = '', outPoint = '', ...rest] = fields;
  const [name = '', itemId = '', source, linked = '', speed] = rest;
  return {
    nodeId,
    start: BigInt(start),
    end: BigInt(end),
    in: BigInt(inPoint),
    out: BigInt(outPoint),
    name,
    itemId,
    source: source === 'media' ? 'media' : 'other',
    linked: linked === '' ? [] : linked.split(','),
    speed: Number(speed),
  };
}
