import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { oncePerLoad, oncePerRun } from '../../server/api/store-state.ts'
import { askHere } from '../../server/jobs/aside/long-works.ts'
import { openStore } from '../../server/store/open-store.ts'
import { aRun, aSource, facts, load, node } from '../support/store-builders.ts'

describe('what is worked out once', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-state-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('for each load is worked out again by a load alone, for each run by a run too', async () => {
    await using store = await openStore(folder, {})
    const counted = { load: 0, run: 0 }
    const asked = {
      load: oncePerLoad(async () => ++counted.load),
      run: oncePerRun(async () => ++counted.run),
    }
    const served = { store, ask: askHere(store) }
    const ask = async () => [await asked.load(served), await asked.run(served)]
    expect(await ask()).to.deep.equal([1, 1])
    expect(await ask()).to.deep.equal([1, 1])
    await store.publishRun(aRun(), { links: [], rings: [], attributions: [] })
    expect(await ask()).to.deep.equal([1, 2])
    await load(store, [facts('1', { nodes: [node('shop:a')] })], aSource())
    expect(await ask()).to.deep.equal([2, 3])
  })

  it('is tried again after a failure', async () => {
    await using store = await openStore(folder, {})
    let tries = 0
    const asked = oncePerLoad(async () => {
      tries += 1
      if (tries === 1) throw new Error('the disk was full')
      return tries
    })
    const served = { store, ask: askHere(store) }
    expect(await asked(served).catch(String)).to.equal('Error: the disk was full')
    expect(await asked(served)).to.equal(2)
  })
})
