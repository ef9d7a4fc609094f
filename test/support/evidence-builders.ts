import { Readable } from 'node:stream'

import type { CustodyDraft } from '../../server/domain/evidence/custody.ts'
import { formatOf } from '../../server/domain/evidence/format-of.ts'
import type { Files } from '../../server/store/files.ts'
import { at } from './store-builders.ts'

/** The event that says that a file was received, after its bytes were kept. */
export async function aReceipt(
  store: Files,
  bytes: Uint8Array,
  traits: Partial<Extract<CustodyDraft, { what: 'received' }>> = {},
): Promise<Extract<CustodyDraft, { what: 'received' }>> {
  const { head, ...facts } = await store.keepFile('evidence', Readable.from([bytes]), {
    most: bytes.byteLength,
  })
  const name = 'shot.png'
  return {
    what: 'received',
    at: at(1),
    by: '王',
    file: facts.sha256,
    facts: { ...facts, name, format: formatOf(head, name) },
    collection: { collectedBy: 'An' },
    keeping: {},
    about: [],
    ...traits,
  }
}

/** Bytes that begin as a PNG does. */
export function aPicture(text: string): Uint8Array {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(text)])
}
