import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { type Entry, openPromise, type ZipFile } from 'yauzl'

import type { RefusalError } from '../../../domain/failure.ts'
import { refusal } from '../../../domain/refusals.ts'
import { inflationLimit, inflationRefusal } from '../inflation.ts'
import { BrokenFileError } from '../raw-row.ts'

/** The parts of an office document, which is a zip archive of XML files (ECMA-376 part 2). */
export interface Parts extends Disposable {
  has(name: string): boolean
  /** The text of a part in pieces; throws where it is damaged, or longer than its archive says. */
  text(name: string): AsyncGenerator<string>
}

/** A workbook of a thousand sheets has some thousands. */
const mostParts = 10_000
/** 2 GiB of XML, some ten million cells of text. */
const mostBytes = 2 ** 31

/**
 * Opens a workbook. Throws a RefusalError for what is no zip archive, for an encrypted one, and for one that says that it unpacks to more than an honest one
 * does; a part that unpacks to more than was said is a {@link BrokenFileError} when it is read.
 */
export async function openParts(path: string): Promise<Parts> {
  const name = basename(path)
  const { size } = await stat(path)
  const zip = await openPromise(path, {
    lazyEntries: true,
    validateEntrySizes: true,
    autoClose: false,
  }).catch((cause: unknown) => {
    throw refusal('file-no-workbook', { file: name }, { cause })
  })
  const limit = Math.min(inflationLimit(size), mostBytes)
  const entries = await entriesOf(zip, name)
  const bytes = [...entries.values()].reduce(
    (sum, { uncompressedSize }) => sum + uncompressedSize,
    0,
  )
  if (limit < bytes) {
    zip.close()
    throw bytes <= inflationLimit(size) ? tooLarge(name) : inflationRefusal(name, size)
  }
  return {
    has: (part) => entries.has(part.toLowerCase()),
    text: (part) => textOf(zip, entries.get(part.toLowerCase())),
    [Symbol.dispose]: () => zip.close(),
  }
}

function tooLarge(name: string): RefusalError {
  return refusal('workbook-too-large', { file: name, most: mostBytes })
}

async function entriesOf(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    if (mostParts < zip.entryCount) throw new Error(`${zip.entryCount} parts`)
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new Error('encrypted')
      const part = entry.fileName.replaceAll('\\', '/').toLowerCase()
      if (entries.has(part)) throw new Error(`${part} twice`)
      entries.set(part, entry)
    }
  } catch (cause) {
    zip.close()
    throw refusal(
      'workbook-broken',
      { file: name, because: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    )
  }
  return entries
}

async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) return
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (cause) {
    throw Object.assign(new BrokenFileError(0, 'cannot be unpacked to its end'), { cause })
  }
}
