import { constants, gunzipSync } from 'node:zlib'

import type { FileFormat } from './evidence-file.ts'

/** How many of a file's first bytes are looked at. */
export const headBytes = 65_536

/** What a file is, by its first bytes; of texts that look alike, the ending of the name decides. Never throws. */
export function formatOf(head: Uint8Array, name: string): FileFormat {
  return (
    signatures.find(({ at = 0, bytes }) => startsWith(head, bytes, at))?.format(head) ??
    textFormat(head, name)
  )
}

interface Signature {
  readonly bytes: string
  /** Where they stand, in bytes from the start; 0 when absent. */
  readonly at?: number
  readonly format: (head: Uint8Array) => FileFormat
}

/** As text of one byte a character. */
const signatures: readonly Signature[] = [
  { bytes: '\x89PNG\r\n\x1a\n', format: () => 'png' },
  { bytes: '\xff\xd8\xff', format: () => 'jpeg' },
  { bytes: 'GIF87a', format: () => 'gif' },
  { bytes: 'GIF89a', format: () => 'gif' },
  { bytes: 'RIFF', format: (head) => (startsWith(head, 'WEBP', 8) ? 'webp' : 'other') },
  { bytes: '%PDF-', format: () => 'pdf' },
  { bytes: 'ftyp', at: 4, format: filmFormat },
  {
    bytes: '\x1aE\xdf\xa3',
    format: (head) => (latin(head, 64).includes('webm') ? 'webm' : 'other'),
  },
  { bytes: 'WARC/', format: () => 'warc' },
  {
    bytes: '\x1f\x8b',
    format: (head) => (startsWith(inflated(head), 'WARC/') ? 'warc-gzip' : 'other'),
  },
  { bytes: 'PK\x03\x04', format: archiveFormat },
]

/** ISO 14496-12 containers that hold films; the same box also begins still pictures, which are not among the formats. */
function filmFormat(head: Uint8Array): FileFormat {
  const brand = latin(head, 12).slice(8)
  if (brand === 'qt  ') return 'mov'
  return /^(isom|iso\d|mp4\d|M4V |avc1|dash|3gp\w|mmp4|MSNV|f4v )$/.test(brand) ? 'mp4' : 'other'
}

/** A WACZ is a zip archive with a description and web archives at known places; its first entry is one of them. */
function archiveFormat(head: Uint8Array): FileFormat {
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0)
  const first = latin(head, 30 + length).slice(30)
  return /^(datapackage(-digest)?\.json|archive\/|pages\/|indexes\/|fuzzy\.json)/.test(first)
    ? 'wacz'
    : 'other'
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const

function textFormat(head: Uint8Array, name: string): FileFormat {
  const text = textOf(head)
  // A page can carry scripts of its own, so it is no plain text.
  if (text === undefined || /<(!doctype\s+html|html|script|svg)\b/i.test(text)) return 'other'
  const top = /^(?:[A-Za-z][A-Za-z0-9-]*:.*(?:\r?\n[ \t].*)*\r?\n)+/.exec(text)?.[0] ?? ''
  if (/^mime-version:/im.test(top)) return /multipart\/related/i.test(top) ? 'mhtml' : 'eml'
  if (/^(received|return-path|message-id):/im.test(top)) return 'eml'
  if (/^\s*[{[]/.test(text) && /\.(json|jsonl|ndjson|har)$/i.test(name)) return 'json'
  return /\.(csv|tsv)$/i.test(name) ? 'csv' : 'text'
}

/** The text that the bytes are in the first encoding that they fit; undefined where they are no text. */
function textOf(head: Uint8Array): string | undefined {
  const wide = startsWith(head, '\xff\xfe') || startsWith(head, '\xfe\xff')
  const fitting = encodings.filter((encoding) => encoding.startsWith('utf-16') === wide)
  for (const encoding of fitting) {
    const text = decoded(head, encoding)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text holds.
    if (text !== undefined && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return text
  }
  return undefined
}

/** A streaming decoder does not mind a character that the end of the head cuts in two. */
function decoded(head: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
  } catch {
    return undefined
  }
}

function inflated(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1_048_576 })
  } catch {
    return new Uint8Array()
  }
}

function startsWith(head: Uint8Array, bytes: string, at = 0): boolean {
  return latin(head, at + bytes.length).slice(at) === bytes
}

function latin(head: Uint8Array, length: number): string {
  return Buffer.from(head.subarray(0, length)).toString('latin1')
}
