import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'

import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'

import { compareText } from '../../domain/canonical.ts'
import { Sha512 } from '../../domain/evidence/evidence-file.ts'
import { Sha256 } from '../../domain/units.ts'
import { type Archive, inMemory, piecesOf } from '../formats/archive.ts'
import type { Content, LargeFile } from '../formats/content.ts'

export interface Unzipped<Kept extends Content> {
  /** The one folder that everything lies in. */
  readonly folder: string
  /** By path within the folder, sorted. */
  readonly files: ReadonlyMap<string, Kept>
  readonly problems: readonly string[]
}

const mostBytes = 1_073_741_824
const mostEntries = 10_000
/** What is larger is hashed while it is read and not kept; no text of a sealed package is. */
const mostInMemory = 67_108_864
const evidencePath = /^[^/]+\/data\/evidence\/[^/]+\/(?!meta\.json$)/

/**
 * Reads a package; anything that a sealed package never has is a problem, and nothing is read past the first one. Of an archive that does not lie in memory, files of
 * evidence are not kept there either: they are known by their hashes, and can be read again.
 */
export async function unzip(bytes: Uint8Array): Promise<Unzipped<Uint8Array>>
export async function unzip(given: Uint8Array | Archive): Promise<Unzipped<Content>>
export async function unzip(given: Uint8Array | Archive): Promise<Unzipped<Content>> {
  const archive = given instanceof Uint8Array ? inMemory(given) : given
  const read = given instanceof Uint8Array ? bytesOf : contentOf
  if (mostBytes < archive.size) return broken(`The file is larger than ${mostBytes} bytes.`)
  try {
    const zip = await fromRandomAccessReaderPromise(readerOf(archive), archive.size, {
      ...{ lazyEntries: true, autoClose: false },
      strictFileNames: true,
      validateEntrySizes: true,
    })
    return await readEntries(zip, archive.size, read)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return broken(`The file cannot be read as a zip archive: ${why}.`)
  }
}

function readerOf(archive: Archive): RandomAccessReader {
  return new (class extends RandomAccessReader {
    override _readStreamForRange(from: number, to: number): Readable {
      return Readable.from(piecesOf(archive, from, to), { objectMode: false })
    }
  })()
}

type ReadContent = (zip: ZipFile, entry: Entry) => Promise<Content>

async function readEntries(
  zip: ZipFile,
  size: number,
  read: ReadContent,
): Promise<Unzipped<Content>> {
  const files = new Map<string, Content>()
  const seen = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    const problem = entryProblem(entry, { seen, total, size })
    if (problem !== undefined) return broken(problem)
    seen.add(entry.fileName.toLowerCase())
    files.set(entry.fileName, await read(zip, entry))
  }
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [folder = ''] = folders
  if (folders.size !== 1 || folder === '') {
    return broken('The archive does not hold exactly one folder with everything in it.')
  }
  const inside = [...files].map(([path, content]) => [path.slice(folder.length), content] as const)
  return {
    folder: folder.slice(0, -1),
    files: new Map(inside.toSorted(([a], [b]) => compareText(a, b))),
    problems: [],
  }
}

/** Names that a sealed package has: plain letters, no step upwards, no hidden or device names. */
const plainPath = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/

interface Reading {
  readonly seen: ReadonlySet<string>
  readonly total: number
  readonly size: number
}

function entryProblem(entry: Entry, { seen, total, size }: Reading): string | undefined {
  const name = JSON.stringify(entry.fileName)
  const checks: readonly (readonly [boolean, string])[] = [
    [mostEntries <= seen.size, `The archive holds more than ${mostEntries} files.`],
    [
      !plainPath.test(entry.fileName),
      `The archive holds ${name}, which is not a name of a sealed package.`,
    ],
    [seen.has(entry.fileName.toLowerCase()), `The archive holds ${name} twice.`],
    [
      entry.compressionMethod !== 0,
      `${name} is compressed; a sealed package stores its files as they are.`,
    ],
    [entry.isEncrypted(), `${name} is encrypted.`],
    [size < total, `The archive claims to hold more than its own size, at ${name}.`],
  ]
  return checks.find(([wrong]) => wrong)?.[1]
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Content> {
  const isLarge = evidencePath.test(entry.fileName) || mostInMemory < entry.uncompressedSize
  return isLarge ? hashedOf(zip, entry) : bytesOf(zip, entry)
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf(zip, entry)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

async function hashedOf(zip: ZipFile, entry: Entry): Promise<LargeFile> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
  let sum = 0
  for await (const chunk of chunksOf(zip, entry)) {
    sha256.update(chunk)
    sha512.update(chunk)
    sum = crc32(chunk, sum)
  }
  return {
    size: entry.uncompressedSize,
    sha256: Sha256.parse(sha256.digest('hex')),
    sha512: Sha512.parse(sha512.digest('hex')),
    crc32: sum,
    chunks: () => chunksOf(zip, entry),
  }
}

async function* chunksOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer
}

function broken(problem: string): Unzipped<never> {
  return { folder: '', files: new Map<string, never>(), problems: [problem] }
}
