import type { Sha512 } from '../domain/evidence/evidence-file.ts'
import type { Sha256 } from '../domain/units.ts'

/** Evidence as it was handed in, and sealed packages. */
export type Shelf = 'evidence' | 'leads'

/** A file that can be read from its beginning as often as wanted. */
export interface FileSource {
  /** In bytes. */
  readonly size: number
  chunks(): AsyncIterable<Uint8Array>
}

export interface KeptFile {
  readonly sha256: Sha256
  readonly sha512: Sha512
  /** In bytes. */
  readonly size: number
  /** The first bytes, by which its format is told. */
  readonly head: Uint8Array
}

/** Files beside the database, by the hash of their bytes. They are written whole or not at all, and never changed. */
export interface Files {
  /** Takes in bytes as they come, whatever their number, up to `most`; throws a RefusalError when there are more. */
  keepFile(
    shelf: Shelf,
    bytes: AsyncIterable<Uint8Array>,
    limits: { readonly most: number },
  ): Promise<KeptFile>
  /** The file, or undefined when none is kept by that hash. */
  file(shelf: Shelf, sha256: Sha256): Promise<FileSource | undefined>
  /** Hashes of all files of a shelf, sorted. */
  scanFiles(shelf: Shelf): AsyncIterable<Sha256>
  /** Removes a file; what custody says of it stays. */
  removeFile(shelf: Shelf, sha256: Sha256): Promise<void>
}
