/** Large buffers go from thread to thread by being moved, not copied: who gives one has it no more. */

/** From this many bytes on. */
const MOVED = 1 << 20;

/** A buffer of this view alone, large enough that moving it pays. */
export function movable(bytes: unknown): ArrayBuffer[] {
  return bytes instanceof Uint8Array &&
    bytes.buffer instanceof ArrayBuffer &&
    bytes.byteLength >= MOVED &&
    bytes.byteLength === bytes.buffer.byteLength
    ? [bytes.buffer]
    : [];
}
