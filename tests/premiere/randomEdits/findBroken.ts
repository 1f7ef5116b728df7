import type { DomWalk, WalkedSequence, WalkedTrack, WalkedUse } from './DomWalk';

/** Every medium of the test is ten seconds long. */
const mediaTicks = 2_540_160_000_000n;
/** A sample at 48 kHz. */
const sampleTicks = 5_292_000n;

/** Edits after which a source range may be longer or shorter than its place (premiere-hosts E5.6). */
const trimming: ReadonlySet<string> = new Set(['setStart', 'setEnd', 'setIn', 'setOut']);
/** Edits that move one of two linked items alone, or link items that stand anywhere. */
const unsettling: ReadonlySet<string> = new Set([
  ...trimming,
  'insert',
  'trackInsert',
  'nest',
  'removeRipple',
  'rippleDelete',
  'move',
  'qeMove',
  'lift',
  'link',
]);

/**
 * The invariants of the document model (premiere-hosts E6) over a whole history of edits: what an
 * edit may bring about is told by what stood before it.
 */
export class Invariants {
  /** How much longer than its place the source range of some use was seen to be. */
  private readonly excesses = new Set<bigint>([0n]);
  /** How far apart the sources of some two linked uses were seen to run. */
  private readonly offsets = new Set<bigint>([0n]);
  private readonly gone = new Set<string>();
  private standing: ReadonlySet<string> = new Set();

  /** What is broken after an edit of a kind, in words; empty when all holds. */
  findBroken(walk: DomWalk, edit: string): string[] {
    const mayReturn = edit === 'undo';
    return [
      ...brokenItems(walk),
      ...this.brokenIds(walk, mayReturn),
      ...walk.sequences.flatMap((sequence) => [
        ...sequence.tracks.flatMap((track) => brokenTrack(track, sequence)),
        ...this.brokenRanges(sequence, trimming.has(edit)),
        ...this.brokenLinks(sequence, unsettling.has(edit) || mayReturn),
      ]),
    ];
  }

  private brokenIds(walk: DomWalk, mayReturn: boolean): string[] {
    const uses = walk.sequences.flatMap(({ tracks }) => tracks.flatMap((track) => track.uses));
    const ids = [...walk.items, ...uses].map(({ nodeId }) => nodeId);
    const now = new Set(ids);
    const returned = ids.filter((id) => this.gone.has(id));
    for (const id of this.standing) if (!now.has(id)) this.gone.add(id);
    for (const id of now) this.gone.delete(id);
    this.standing = now;
    const trackIds = walk.sequences.flatMap(({ id, tracks }) =>
      tracks.map((track) => `${id} ${track.id}`),
    );
    const sequenceIds = walk.sequences.map(({ id }) => id);
    return [
      ...repeated(ids).map((id) => `node id ${id} is given twice`),
      ...repeated(trackIds).map((id) => `track id ${id} is given twice`),
      ...repeated(sequenceIds).map((id) => `sequence id ${id} is given twice`),
      ...(mayReturn ? [] : returned.map((id) => `node id ${id} is given again`)),
    ];
  }

  private brokenRanges({ tracks }: WalkedSequence, mayTrim: boolean): string[] {
    const broken: string[] = [];
    for (const use of tracks.flatMap((track) => track.uses)) {
      const excess = use.out - use.in - (use.end - use.start);
      if (use.speed !== 1 || this.excesses.has(excess)) continue;
      if (mayTrim) this.excesses.add(excess);
      else broken.push(`${describe(use)}: the source range is ${excess} ticks longer`);
    }
    return broken;
  }

  private brokenLinks({ tracks }: WalkedSequence, mayMove: boolean): string[] {
    const uses = tracks.flatMap((track) => track.uses);
    const byId = new Map(uses.map((use) => [use.nodeId, use]));
    const broken: string[] = [];
    for (const use of uses) {
      for (const id of use.linked) {
        const other = byId.get(id);
        if (!other) broken.push(`${describe(use)} is linked to ${id}, which does not stand`);
        else if (!other.linked.includes(use.nodeId))
          broken.push(`${describe(other)} is not linked back to ${use.nodeId}`);
        else if (!this.isKnownOffset(use, other, mayMove))
          broken.push(`${describe(use)} and ${describe(other)} are no longer aligned`);
      }
    }
    return broken;
  }

  private isKnownOffset(use: WalkedUse, other: WalkedUse, mayMove: boolean): boolean {
    const offset = use.start - use.in - (other.start - other.in);
    if (mayMove) this.offsets.add(offset).add(-offset);
    return this.offsets.has(offset);
  }
}

function brokenItems({ items, sequences }: DomWalk): string[] {
  const sequenceItems = items.filter(({ isSequence }) => isSequence).map(({ nodeId }) => nodeId);
  const itemsOfSequences = sequences.map(({ itemId }) => itemId);
  const broken = items
    .filter(({ treePath, binPath, name }) => treePath !== `${binPath}\\${name}`)
    .map(({ treePath, binPath, name }) => `${treePath} is not ${name} in ${binPath}`);
  if (sequenceItems.toSorted().join() !== itemsOfSequences.toSorted().join())
    broken.push(
      `sequence items ${sequenceItems.join()} are not the items of sequences ${itemsOfSequences.join()}`,
    );
  return broken;
}

function brokenTrack(track: WalkedTrack, sequence: WalkedSequence): string[] {
  const unit = track.kind === 'Video' ? sequence.frameTicks : sampleTicks;
  const broken: string[] = [];
  let end = 0n;
  for (const use of track.uses) {
    if (use.start < end) broken.push(`${describe(use)} begins before ${end}`);
    if (use.end <= use.start) broken.push(`${describe(use)} has no length`);
    if (use.start % unit !== 0n || use.end % unit !== 0n)
      broken.push(`${describe(use)} is off the grid of ${track.kind} ${sequence.name}`);
    if (use.end > sequence.end) broken.push(`${describe(use)} ends after ${sequence.end}`);
    if (use.in < 0n || use.out <= use.in)
      broken.push(`${describe(use)} has a source range turned over`);
    if (use.source === 'media' && use.out > mediaTicks)
      broken.push(`${describe(use)} reaches past the medium`);
    end = use.end;
  }
  return broken;
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function describe({ name, nodeId, start, end, in: inTicks, out }: WalkedUse): string {
  return `${name} (${nodeId}) ${start}-${end} of ${inTicks}-${out}`;
}
