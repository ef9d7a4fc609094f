import { ZipFile } from 'yazl'

import { bagOf, type Files } from '../../server/leads/formats/bag.ts'

/** The folder that the package of the tests lies in. */
export const folder = 'L-2026-000001-v1'

export interface Tampering {
  readonly what: string
  readonly files: Files
}

/** One change a file: a bit, a deletion, another name; and files where none belongs. */
export function tamperings(files: Files): Tampering[] {
  const others = [...files].flatMap(([path, bytes]) => {
    const without = new Map([...files].filter(([other]) => other !== path))
    const middle = Math.floor(bytes.length / 2)
    return [
      { what: `bit of ${path}`, files: new Map(files).set(path, flipped(bytes, middle, 0)) },
      { what: `${path} deleted`, files: without },
      { what: `${path} renamed`, files: new Map(without).set(`${path}2`, bytes) },
      { what: `${path} emptied`, files: new Map(files).set(path, new Uint8Array()) },
    ]
  })
  const added = [
    'data/x',
    'x.txt',
    'manifest-md5.txt',
    'signature/fake',
    'data/pictures/y.svg',
  ].map((path) => ({ what: `${path} added`, files: new Map(files).set(path, new Uint8Array([1])) }))
  return [...others, ...added]
}

/** The same bytes with one bit the other way. */
export function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

/** The same bytes with zeros after them. */
export function joined(bytes: Uint8Array, more: number): Uint8Array {
  const copy = new Uint8Array(bytes.length + more)
  copy.set(bytes)
  return copy
}

/** The package as someone would forge it who knows how bags are made. */
export function rebagged(files: Files, path: string, content: string): Files {
  const payload = [...files]
    .filter(([name]) => name.startsWith('data/'))
    .map(
      ([name, bytes]) =>
        [
          name.slice('data/'.length),
          name === path ? new TextEncoder().encode(content) : bytes,
        ] as const,
    )
  return bagOf(new Map(payload), [])
}

interface Trick {
  readonly rename?: (path: string) => string
  readonly twice?: string
  readonly compress?: boolean
  readonly mode?: number
}

/** An archive that our own writer would not make; a name that no writer would take is put in afterwards, byte by byte. */
export async function raw(
  files: Files,
  { rename, twice, compress = false, mode = 0o100644 }: Trick,
  patch?: [string, string],
): Promise<Uint8Array> {
  const zip = new ZipFile()
  const add = (path: string, bytes: Uint8Array) =>
    zip.addBuffer(Buffer.from(bytes), `${folder}/${rename?.(path) ?? path}`, {
      compress,
      mode,
      mtime: new Date(1980, 0, 2),
      forceDosTimestamp: true,
    })
  for (const [path, bytes] of files) add(path, bytes)
  if (twice !== undefined) add(twice, new Uint8Array([1]))
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  if (patch === undefined) return bytes
  return Buffer.from(bytes.toString('latin1').replaceAll(...patch), 'latin1')
}
