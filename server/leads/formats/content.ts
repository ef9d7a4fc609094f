import { createHash } from 'node:crypto'

import type { Sha512 } from '../../domain/evidence/evidence-file.ts'
import type { Sha256 } from '../../domain/units.ts'

/** A file of a package that is too large to hold in memory: what it is known by, and its bytes as often as wanted. */
export interface LargeFile {
  /** In bytes. */
  readonly size: number
  readonly sha256: Sha256
  readonly sha512: Sha512
  /** Of ISO 3309, as a zip archive holds it before the bytes. */
  readonly crc32: number
  chunks(): AsyncIterable<Uint8Array>
}

export type Content = Uint8Array | LargeFile

/** Files of a package by path, with forward slashes and relative to its folder. */
export type Contents = ReadonlyMap<string, Content>

export function sizeOf(content: Content): number {
  return content instanceof Uint8Array ? content.byteLength : content.size
}

/** A digest as lower-case hexadecimal. */
export function digest(content: Content, algorithm: 'sha256' | 'sha512'): string {
  if (!(content instanceof Uint8Array)) return content[algorithm]
  return createHash(algorithm).update(content).digest('hex')
}

/** A text file of a package; empty when it is not there, or larger than any text is. */
export function textOf(files: Contents, path: string): string {
  const content = files.get(path)
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : ''
}
