import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { EpochMs } from '../../server/domain/units.ts'
import { collect } from '../../server/jobs/collect.ts'
import { detect } from '../../server/jobs/detect.ts'
import { exportLines } from '../../server/jobs/export-lines.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import type { Store } from '../../server/store/port.ts'
import { openPackedFolder, stores } from '../support/stores.ts'

const demo = join(import.meta.dirname, '../../datasets/demo/data')
const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }

/** What a run says, byte for byte: its graph, links and rings. */
async function answerOf(store: Store, folder: string): Promise<string> {
  await loadDatasets(store, [folder], options)
  const { graph } = await detect(store, options)
  const shape = { format: 'ndjson', minProbability: 0.5 } as const
  const links = await collect(exportLines(store, 'links', shape))
  const rings = await collect(exportLines(store, 'rings', shape))
  expect(links).to.not.have.length(0)
  return [graph, ...links, ...rings].join('\n')
}

/** The same dataset with the rows of every file in reverse. */
function reversed(folder: string): void {
  cpSync(demo, folder, { recursive: true })
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    const [header, ...rows] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
    expect(
      rows.join(),
      `${file} has a cell of two lines, which this cannot turn round`,
    ).to.not.match(/(^|,)"[^"]*$/)
    writeFileSync(join(folder, file), `${[header, ...rows.toReversed()].join('\n')}\n`)
  }
}

describe('the demo, loaded and worked out', () => {
  let expected: string

  before(async () => {
    expected = await answerIn(stores.embedded, demo)
  })

  for (const [name, open] of Object.entries(stores)) {
    it(`says the same in the ${name} store, byte for byte`, async () => {
      expect(await answerIn(open, demo)).to.equal(expected)
    }).timeout(60_000)
  }

  it('says the same of a graph that is packed beside the heap', async () => {
    expect(await answerIn(openPackedFolder, demo)).to.equal(expected)
  }).timeout(60_000)

  it('says the same when the rows of every file stand in another order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-reversed-'))
    try {
      reversed(folder)
      expect(await answerIn(stores.embedded, folder)).to.equal(expected)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

async function answerIn(open: (() => Promise<Store>) | undefined, folder: string) {
  if (open === undefined) throw new Error('there is no such store')
  await using store = await open()
  return await answerOf(store, folder)
}
