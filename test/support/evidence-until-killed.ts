import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

import type { EpochMs } from '../../server/domain/units.ts'
import { currentRun } from '../../server/jobs/current-run.ts'
import { receiveFile } from '../../server/jobs/custody/receive.ts'
import { sealLead } from '../../server/jobs/seal-lead.ts'
import { openSigner } from '../../server/jobs/signing-key.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { rightStated } from '../jobs/small-dataset.ts'

/**
 * Run as a process of its own: adds files of evidence, or seals leads, one after another, says when it begins to write and which are done, and never ends by itself.
 */
const [folder = '', what = '', seed = '', ring = ''] = process.argv.slice(2)
const store = telling(await openStore(folder, {}))
say('ready')
for (let index = 0; ; index += 1) say(await (what === 'add' ? addOne(index) : sealOne()))

/** A pipe is written to at once, so what was said before a kill has been said. */
function say(word: string): void {
  process.stdout.write(`${word}\n`)
}

/** The same store, which says when the first bytes of a file come and when it stands at its place. */
function telling(told: Store): Store {
  return {
    ...told,
    keepFile: async (shelf, bytes, options) => {
      const kept = await told.keepFile(shelf, tellingFirst(bytes), options)
      say('written')
      return kept
    },
  }
}

async function* tellingFirst(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const chunk of bytes) {
    if (first) say('writing')
    first = false
    yield chunk
  }
}

async function addOne(index: number): Promise<string> {
  const parts = Array.from({ length: 24 }, (_, part) => Buffer.alloc(65_536, digestOf(index, part)))
  const head = Buffer.from('89504e470d0a1a0a', 'hex')
  const { item } = await receiveFile(store, Readable.from([head, ...parts]), {
    name: `${seed}-${index}.png`,
    by: 'An',
    now: index as EpochMs,
    collection: { collectedBy: 'An' },
    keeping: {},
    about: [],
    other: false,
  })
  return item.file.sha256
}

function digestOf(index: number, part: number): Buffer {
  return createHash('sha256').update(`${seed} ${index} ${part}`).digest()
}

async function sealOne(): Promise<string> {
  const run = await currentRun(store)
  const now = 1 as EpochMs
  const signer = await openSigner(`${folder}/keys`, now)
  const sealed = await sealLead(store, {
    ...{ run, ring, to: 'Customs', by: 'An', now, signer },
    rights: [rightStated],
  })
  return sealed?.id ?? ''
}
