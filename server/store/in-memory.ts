import type { FileSource } from './files.ts'

/** Bytes at hand as a file that can be read like any other. */
export function inMemory(bytes: Uint8Array | Int8Array): FileSource {
  return {
    size: bytes.byteLength,
    async *chunks() {
      yield new Uint8Array(bytes)
    },
  }
}
