import { expect } from 'chai'

import { temporaryFolder, writeSmallDataset } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'

describe('revenant role', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let folder: string
  before(async () => {
    temporary = temporaryFolder()
    folder = temporary.path
    writeSmallDataset(folder)
    await revenant(folder, ['load', 'small'])
    await revenant(folder, ['detect'])
  })
  after(() => temporary[Symbol.dispose]())

  const ring = 'ring:taobao.com/101'
  const account = 'account:bank/6222021234567890123'
  const named = ['--by', 'An', '--because', 'paid four sellers']

  it('keeps a statement, lists it through a later run, and keeps it when it is withdrawn', async () => {
    const stated = await revenant(folder, [
      ...['role', 'state', account, 'payee', ring, ...named],
      ...['--files', 'statement.pdf, ledger.xlsx', '--on', '2026-02-01'],
    ])
    expect(stated.code, stated.err).to.equal(0)
    const { id, body } = JSON.parse(stated.out)
    expect(body.on).to.equal('2026-02-01')
    expect(body.grounds.map(({ name }: { name: string }) => name)).to.deep.equal([
      'statement.pdf',
      'ledger.xlsx',
    ])
    await revenant(folder, ['detect'])
    const listed = JSON.parse((await revenant(folder, ['role', 'list', '--about', ring])).out)
    expect([listed.paper.id, listed.stands]).to.deep.equal([id, [{ ring, how: 'same' }]])
    const gone = await revenant(folder, ['role', 'withdraw', id, '--by', '王'])
    expect(JSON.parse(gone.out).body.withdrawn.by).to.equal('王')
    expect((await revenant(folder, ['role', 'list'])).out).to.include('"withdrawn"')
  })

  for (const [what, args, sentence] of [
    ['an action that is none', ['role', 'guess'], /is none of list, state, withdraw/],
    ['a role that is none', ['role', 'state', account, 'boss', ring, ...named], /is no role/],
    ['no author', ['role', 'state', account, 'payee', ring], /--by and --because/],
    ['nothing that it rests on', ['role', 'state', account, 'payee', ring, ...named], /rests on/],
    ['an id that is none', ['role', 'withdraw', 'none', '--by', 'An'], /No statement/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { code, err } = await revenant(folder, [...args])
      expect(code).to.equal(2)
      expect(err).to.match(sentence)
    })
  }
})
