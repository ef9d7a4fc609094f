import { expect } from 'chai'

import { temporaryFolder, writeSmallDataset } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'

describe('revenant path', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let folder: string
  before(async () => {
    temporary = temporaryFolder()
    folder = temporary.path
    writeSmallDataset(folder)
    await revenant(folder, ['load', 'small'])
  })
  after(() => temporary[Symbol.dispose]())

  const ask = async (...args: string[]) => {
    const { code, out, err } = await revenant(folder, ['path', ...args])
    expect(code, err).to.equal(0)
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  it('prints a way a line, the strongest first, and last how far the search went', async () => {
    const lines = await ask('taobao.com/101', 'taobao.com/103', '--types', 'PAID_INTO')
    expect(lines).to.have.length(2)
    expect(lines[0].path.hops.map(({ to }: { to: string }) => to)).to.deep.equal([
      'account:bank/6222021234567890123',
      'shop:taobao.com/103',
    ])
    expect(lines[1].limits).to.include({ complete: true, more: false, maxHops: 4 })
  })

  it('keeps to time on request', async () => {
    const all = await ask('taobao.com/103', 'taobao.com/101', '--limit', '20')
    const forward = await ask('taobao.com/103', 'taobao.com/101', '--limit', '20', '--forward')
    expect(forward.length).to.be.at.most(all.length)
  })

  for (const [what, args, sentence] of [
    ['an unknown end', ['taobao.com/101', 'taobao.com/none'], /Nothing in the store/],
    ['the same end twice', ['taobao.com/101', 'taobao.com/101'], /name two things/],
    [
      'a relation that is none',
      ['taobao.com/101', 'jd.com/201', '--types', 'LOVES'],
      /no relation/,
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { code, err } = await revenant(folder, ['path', ...args])
      expect(code).to.equal(2)
      expect(err).to.match(sentence)
    })
  }
})
