import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

import { compareText } from '../../domain/canonical.ts'
import type { Files } from '../formats/bag.ts'

export interface Unzipped {
  /** The one folder that everything lies in. */
  readonly folder: string
  /** By path within the folder, sorted. */
  readonly files: Files
  readonly problems: readonly string[]
}

const mostBytes = 1_073_741_824
const mostEntries = 10_000

/** Reads a package into memory; anything that a sealed package never has is a problem, and nothing is read past the first one. */
export async function unzip(bytes: Uint8Array): Promise<Unzipped> {
  if (mostBytes < bytes.byteLength) return broken(`The file is larger than ${mostBytes} bytes.`)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const zip = await fromBufferPromise(buffer, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    })
    return await readEntries(zip, bytes.byteLength)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return broken(`The file cannot be read as a zip archive: ${why}.`)
  }
}

async function readEntries(zip: ZipFile, size: number): Promise<Unzipped> {
  const files = new Map<string, Uint8Array>()
  const seen = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    const problem = entryProblem(entry, { seen, total, size })
    if (problem !== undefined) return broken(problem)
    seen.add(entry.fileName.toLowerCase())
    files.set(entry.fileName, await contentOf(zip, entry))
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

async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

function broken(problem: string): Unzipped {
  return { folder: '', files: new Map(), problems: [problem] }
}
