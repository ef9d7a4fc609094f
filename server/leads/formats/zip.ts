import { crc32 } from 'node:zlib'

import type { Files } from './bag.ts'
import { type Content, type Contents, sizeOf } from './content.ts'

/**
 * Files in one folder as a zip archive, piece by piece: stored, in the order given, without times, owners or anything else that differs
 * between two machines, so that the same files always give the same bytes. Throws when a file is not the bytes that it is known by.
 * Source: PKWARE, .ZIP File Format Specification 6.3.3, sections 4.3 and 4.4; nothing of it that a file under 4 GiB does not need.
 */
export async function* zipChunks(folder: string, files: Contents): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(`${folder}/${path}`)
    const shared = sharedHeader(name, content)
    directory.push(centralHeader(shared, offset), name)
    yield Buffer.concat([Buffer.from('504b0304', 'hex'), shared, name])
    if (content instanceof Uint8Array) yield content
    else yield* checked(path, content)
    offset += 30 + name.length + sizeOf(content)
  }
  const entries = Buffer.concat(directory)
  yield entries
  yield endOf(files.size, { size: entries.length, offset })
}

/** The same archive in memory. */
export async function zipOf(folder: string, files: Files): Promise<Uint8Array> {
  return bytesOf(zipChunks(folder, files))
}

/** All pieces as one. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of pieces) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const mostBytes = 0xffff_ffff
const mostFiles = 0xffff
const utf8Name = 0x0800
/** 1980-01-02, after the first day that the format knows. */
const day = 0x0022
const readableByAll = 0o100644

/** From "version needed" to "extra field length", which both headers of a file have in common. */
function sharedHeader(name: Buffer, content: Content): Buffer {
  const size = sizeOf(content)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(utf8Name, 2)
  shared.writeUInt16LE(day, 8)
  shared.writeUInt32LE(content instanceof Uint8Array ? crc32(content) : content.crc32, 10)
  shared.writeUInt32LE(size, 14)
  shared.writeUInt32LE(size, 18)
  shared.writeUInt16LE(name.length, 22)
  return shared
}

function centralHeader(shared: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE((readableByAll << 16) >>> 0, 6)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('504b01023f03', 'hex'), shared, rest])
}

function endOf(files: number, { size, offset }: { size: number; offset: number }): Buffer {
  if (mostFiles <= files || mostBytes < offset + size) {
    throw new Error(`${files} files of ${offset} bytes do not fit into a zip archive`)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

async function* checked(path: string, file: Exclude<Content, Uint8Array>) {
  let [size, sum] = [0, 0]
  for await (const chunk of file.chunks()) {
    size += chunk.byteLength
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (size !== file.size || sum !== file.crc32) {
    throw new Error(`${path} changed while it was packed`)
  }
}
