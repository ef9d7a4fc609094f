import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { z } from 'zod'

import { canonicalJson } from '../../domain/canonical.ts'

/**
 * A part of a run as bytes: a server keeps long text in pieces of a hundred-odd bytes, each of which goes into its log and its file. A ledger
 * says much in the same words, so that a quarter of its bytes is left.
 */
export function packedBody(body: object): Int8Array {
  const bytes = deflateRawSync(canonicalJson(body), { level: 1 })
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** A column that holds one thing as JSON: as bytes, or as text, as runs have it that were published before. */
export const PackedBody = z.union([
  z.string(),
  z.instanceof(Int8Array).transform((bytes) => inflateRawSync(bytes).toString('utf8')),
])
