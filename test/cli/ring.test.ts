import { expect } from 'chai'

import { temporaryFolder, writeSmallDataset } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'

const id = 'ring:taobao.com/101'

describe('revenant ring', () => {
  it('tells a ring as any run knew it, its history, and what two runs say of its shops', async () => {
    using temporary = temporaryFolder()
    const folder = temporary.path
    writeSmallDataset(folder)
    for (const args of [['load', 'small'], ['detect', '--as-of', '2024-05-01'], ['detect']]) {
      expect(await revenant(folder, args)).to.include({ code: 0 })
    }
    const known = await revenant(folder, ['ring', id, '--run', '1'])
    expect(JSON.parse(known.out)).to.include({ id, size: 2 })
    expect(JSON.parse((await revenant(folder, ['ring', id])).out)).to.include({ id, size: 3 })
    const history = await revenant(folder, ['ring', id, '--history'])
    const lines = history.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ run, event }) => [run, event?.change])).to.deep.equal([
      [2, 'grown'],
      [1, 'new'],
    ])
    expect(lines[0].event.causes[0].cause).to.be.a('string')
    const compared = JSON.parse((await revenant(folder, ['ring', id, '--since', '1'])).out)
    expect(compared.in).to.deep.equal(['shop:taobao.com/103'])
    expect([compared.stayed.length, compared.out.length]).to.deep.equal([2, 0])
  }).timeout(60_000)

  it('names what there is when asked for a ring or a run that there is not', async () => {
    using temporary = temporaryFolder()
    const folder = temporary.path
    writeSmallDataset(folder)
    for (const args of [['load', 'small'], ['detect']]) await revenant(folder, args)
    const unknown = await revenant(folder, ['ring', 'ring:x'])
    expect(unknown).to.include({ code: 2 })
    expect(unknown.err).to.match(/No run has or had a ring ring:x/)
    const run = await revenant(folder, ['ring', id, '--run', '9'])
    expect(run).to.include({ code: 2 })
    expect(run.err).to.match(/There is no run 9; the store keeps 1\./)
  }).timeout(60_000)
})
