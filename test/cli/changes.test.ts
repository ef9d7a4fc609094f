import { expect } from 'chai'

import { temporaryFolder, writeSmallDataset } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'

describe('revenant changes', () => {
  it('tells a ring or a link a line, nothing where nothing changed, and names the runs there are', async () => {
    using temporary = temporaryFolder()
    const folder = temporary.path
    writeSmallDataset(folder)
    for (const args of [
      ['load', 'small'],
      ['detect', '--as-of', '2024-05-01'],
    ]) {
      expect(await revenant(folder, args)).to.include({ code: 0 })
    }
    const first = await revenant(folder, ['changes'])
    expect(first).to.include({ code: 2 })
    expect(first.err).to.match(/Run 1 is the first/)
    for (const args of [['detect'], ['detect']]) await revenant(folder, args)
    expect(await revenant(folder, ['changes'])).to.include({ code: 0, out: '' })
    const { code, out } = await revenant(folder, ['changes', '--since', '1'])
    expect(code).to.equal(0)
    const lines = out.trim().split('\n')
    const names = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line))))
    expect([...names]).to.include.members(['ring', 'link'])
    const unknown = await revenant(folder, ['changes', '--run', '9'])
    expect(unknown).to.include({ code: 2 })
    expect(unknown.err).to.match(/There is no run 9; the store keeps 1, 2, 3\./)
  }).timeout(60_000)
})
