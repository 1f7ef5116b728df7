import { randomUUID } from 'node:crypto';

/** Premiere's first node id. */
const firstNodeId = 0x000f4241;

/** Hands out the ids of one session; a node id is never given twice. */
export class Ids {
  private next = firstNodeId;
  private nextJob = 1;
  private readonly taken = new Set<string>();

  /** A node id: 8 hex digits, such as `000f4241`. */
  nodeId(): string {
    const id = this.next.toString(16).padStart(8, '0');
    this.next += 1;
    this.taken.add(id);
    return id;
  }

  /** The id an item was saved with, or another when this session has given it away already. */
  keepNodeId(saved: string): string {
    const value = Number.parseInt(saved, 16);
    if (!/^[0-9a-f]{8}$/.test(saved) || this.taken.has(saved)) return this.nodeId();
    this.taken.add(saved);
    this.next = Math.max(this.next, value + 1);
    return saved;
  }

  /** A GUID, as sequences, markers and documents have. */
  guid(): string {
    return randomUUID();
  }

  /** The encoder's own name for a job. */
  jobId(): string {
    const id = this.nextJob;
    this.nextJob += 1;
    return `job-${id}-${randomUUID().slice(0, 8)}`;
  }
}
