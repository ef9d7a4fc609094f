import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

import type { CustodyDraft } from '../../server/domain/evidence/custody.ts'
import { chained, emptyChain } from '../../server/domain/evidence/custody-chain.ts'
import { foldCustody } from '../../server/domain/evidence/evidence-item.ts'
import { formatOf } from '../../server/domain/evidence/format-of.ts'
import { merkleTree } from '../../server/domain/evidence/merkle.ts'
import type { Sha256 } from '../../server/domain/units.ts'
import type { Enclosed } from '../../server/leads/enclosed.ts'
import { at, sha } from '../support/store-builders.ts'
import { shops } from './keys.ts'

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly about?: readonly string[]
}

/** Files of evidence of the ring of the tests, in a log that also holds events of other files. */
export function enclosedOf(given: readonly GivenFile[]): Enclosed {
  const strange = sha('a file of another ring')
  const drafts = given.flatMap((file): CustodyDraft[] => [
    { what: 'exported', at: at(1), by: 'Secret Person', file: strange, why: 'secret reason' },
    receivedOf(file),
  ])
  const events = chained(emptyChain, drafts)
  const tree = merkleTree(events.map(({ hash }) => hash))
  const own = events.filter((event) => event.what === 'received')
  const items = [...foldCustody(own).values()]
  return {
    items: given
      .map(({ bytes }) => {
        const item = items.find(({ file }) => file.sha256 === digestOf(bytes, 'sha256'))
        if (item === undefined) throw new Error('a file of the test is lost')
        const { size, sha256, sha512 } = item.file
        return {
          item,
          terms: [],
          content: { size, sha256, sha512, crc32: crc32(bytes), chunks: () => halves(bytes) },
        }
      })
      .toSorted((a, b) => (a.item.file.sha256 < b.item.file.sha256 ? -1 : 1)),
    withheld: 0,
    unseen: 0,
    custody: {
      head: events.at(-1) ?? emptyChain,
      root: tree.root,
      events: own.map((event) => ({ event, proof: tree.proof(event.seq - 1) })),
    },
  }
}

async function* halves(bytes: Uint8Array) {
  const middle = Math.floor(bytes.length / 2)
  yield bytes.subarray(0, middle)
  yield bytes.subarray(middle)
}

function receivedOf({ name, bytes, about = [shops.bag] }: GivenFile): CustodyDraft {
  const sha256 = digestOf(bytes, 'sha256') as Sha256
  return {
    what: 'received',
    at: at(5),
    by: '王',
    file: sha256,
    facts: {
      sha256,
      sha512: digestOf(bytes, 'sha512') as never,
      size: bytes.length,
      format: formatOf(bytes, name),
      name,
    },
    collection: {
      collectedBy: '=An()',
      place: '深圳',
      device: 'phone',
      reliability: 'B',
      credibility: '2',
    },
    keeping: {},
    about: [...about],
  }
}

function digestOf(bytes: Uint8Array, algorithm: string): string {
  return createHash(algorithm).update(bytes).digest('hex')
}
