/** Direct I/O moves whole blocks of this many bytes, from and to addresses that are multiples of it. */
export const blockBytes = 4096;

const pageBytes = 65_536;

/**
 * Memory that direct I/O accepts. Node aligns no buffer of its own; WebAssembly memory starts on a
 * page.
 */
export function alignedMemory(bytes: number): Uint8Array {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
  return new Uint8Array(memory.buffer).subarray(0, bytes);
}
