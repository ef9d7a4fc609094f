import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

import type { EpochMs } from '../../server/domain/units.ts'
import { currentRun } from '../../server/jobs/current-run.ts'
import { receiveFile } from '../../server/jobs/custody/receive.ts'
import { sealLead } from '../../server/jobs/seal-lead.ts'
import { openSigner } from '../../server/jobs/signing-key.ts'
import { openStore } from '../../server/store/open-store.ts'
import { rightStated } from '../jobs/small-dataset.ts'

/**
 * Run as a process of its own: adds files of evidence, or seals leads, one after another, says which are done, and never ends by itself.
 */
const [folder = '', what = '', seed = '', ring = ''] = process.argv.slice(2)
const store = await openStore(folder, {})
process.stdout.write('ready\n')
for (let index = 0; ; index += 1) {
  process.stdout.write(`${what === 'add' ? await addOne(index) : await sealOne()}\n`)
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
