import { createHash } from 'node:crypto'

const localHeader = 0x04034b50
const headerBytes = 30
const listName = '/tagmanifest-sha512.txt'
/** More than the list of tag files ever has; each of its few lines has some 160 bytes. */
const mostListBytes = 65_536

/** What a package's own signature covers, and a time stamp too. */
interface SignedList {
  /** Absent in anything that is not a sealed package. */
  readonly bytes: Uint8Array | undefined
  /** SHA-256 of the whole package. */
  readonly sha256: string
}

/** Reads the list of tag files out of a package that passes by in pieces, since it may be larger than memory: a sealed package stores its files one after another. */
export async function signedList(pieces: AsyncIterable<Uint8Array>): Promise<SignedList> {
  const hash = createHash('sha256')
  const reader = forward(pieces, (piece) => hash.update(piece))
  let bytes: Uint8Array | undefined
  for (;;) {
    const header = Buffer.from(await reader.take(headerBytes))
    if (header.length < headerBytes || header.readUInt32LE(0) !== localHeader) break
    const name = Buffer.from(await reader.take(header.readUInt16LE(26))).toString('utf8')
    await reader.skip(header.readUInt16LE(28))
    const size = header.readUInt32LE(18)
    if (name.endsWith(listName) && name.split('/').length === 2 && size <= mostListBytes)
      bytes = await reader.take(size)
    else await reader.skip(size)
  }
  await reader.skip(Number.POSITIVE_INFINITY)
  return { bytes, sha256: hash.digest('hex') }
}

/** Takes bytes off the front, fewer where there are no more. */
function forward(pieces: AsyncIterable<Uint8Array>, seen: (piece: Uint8Array) => void) {
  const source = pieces[Symbol.asyncIterator]()
  let rest = new Uint8Array()
  const step = async (most: number, use: (part: Uint8Array) => void) => {
    let left = most
    while (0 < left) {
      if (rest.length === 0) {
        const { done, value } = await source.next()
        if (done === true) return
        seen(value)
        rest = new Uint8Array(value)
      }
      const part = rest.subarray(0, left)
      use(part)
      left -= part.length
      rest = rest.subarray(part.length)
    }
  }
  return {
    async take(count: number): Promise<Uint8Array> {
      const parts: Uint8Array[] = []
      await step(count, (part) => parts.push(part))
      return new Uint8Array(Buffer.concat(parts))
    },
    skip: (count: number) => step(count, () => undefined),
  }
}
