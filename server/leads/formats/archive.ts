/** A package that is read in pieces wherever it lies, so that none has to fit into memory. */
export interface Archive {
  /** In bytes. */
  readonly size: number
  /** So many bytes from a place on; fewer where it ends before. */
  read(at: number, length: number): Promise<Uint8Array>
}

const pieceBytes = 1_048_576

export function inMemory(bytes: Uint8Array): Archive {
  return {
    size: bytes.byteLength,
    read: async (at, length) => bytes.subarray(at, at + length),
  }
}

/** The bytes from one place up to another, in pieces of a mebibyte at most. */
export async function* piecesOf(
  archive: Archive,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    const piece = await archive.read(at, Math.min(pieceBytes, to - at))
    if (piece.byteLength === 0) throw new Error(`it ends at byte ${at}, before byte ${to}`)
    yield piece
    at += piece.byteLength
  }
}

/** Whether these pieces are the whole of an archive, byte for byte. */
export async function isMadeOf(
  archive: Archive,
  pieces: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  let at = 0
  for await (const piece of pieces) {
    const there = await archive.read(at, piece.byteLength)
    if (Buffer.compare(there, piece) !== 0) return false
    at += piece.byteLength
  }
  return at === archive.size
}
