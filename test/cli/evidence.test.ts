import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { temporaryFolder } from '../jobs/small-dataset.ts'
import { aPicture } from '../support/evidence-builders.ts'
import { revenant } from './command-line.ts'

describe('revenant evidence', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let folder: string
  beforeEach(() => {
    temporary = temporaryFolder()
    folder = temporary.path
    writeFileSync(join(folder, 'shot.png'), aPicture('a'))
  })
  afterEach(() => temporary[Symbol.dispose]())

  const run = async (...args: string[]) => {
    const { code, out, err } = await revenant(folder, ['evidence', ...args])
    expect(code, err).to.equal(0)
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  }
  const added = async (...more: string[]) =>
    (await run('add', 'shot.png', '--about', 'taobao.com/1|waybill:SF1', '--by', 'An', ...more))[0]

  it('keeps a file with what is said of it, and lists it by what it is about', async () => {
    const item = await added('--grade', 'B2', '--transaction-end', '2024-02-29')
    expect(item).to.deep.include({
      about: ['shop:taobao.com/1', 'waybill:SF1'],
      collection: { collectedBy: 'An', reliability: 'B', credibility: '2' },
      added: true,
    })
    const [listed] = await run('list', '--about', 'taobao.com/1')
    expect(listed).to.deep.include({
      sha256: item.sha256,
      retention: { state: 'kept', until: '2027-03-01' },
    })
    expect(await run('list', '--about', 'taobao.com/2')).to.deep.equal([])
  })

  it('holds, releases, exports and verifies by the first digits of the hash', async () => {
    const { sha256 } = await added()
    const first = sha256.slice(0, 8)
    expect((await run('hold', first, '--because', 'appeal'))[0].holds).to.have.length(1)
    expect((await run('release', first, '--because', 'over'))[0].holds).to.deep.equal([])
    await run('export', first, '--because', 'review', '--out', 'copy.png')
    expect(readFileSync(join(folder, 'copy.png')).equals(Buffer.from(aPicture('a')))).to.equal(true)
    const [checked] = await run('verify')
    expect(checked).to.deep.include({ ok: true, files: 1, events: 5, problems: [] })
  })

  it('shows what is due and what nobody has given an end, and destroys only the first', async () => {
    const { sha256 } = await added()
    expect((await run('due'))[0].retention).to.deep.equal({ state: 'undated' })
    const early = await revenant(folder, ['evidence', 'destroy', sha256, '--because', 'x'])
    expect(early.code).to.equal(2)
    expect(early.err).to.include('nobody has said when its transaction ended')
    await run('describe', sha256, '--transaction-end', '2020-01-01')
    expect((await run('due'))[0].retention).to.deep.equal({ state: 'due', until: '2023-01-01' })
    await run('destroy', sha256, '--because', 'its time is over')
    expect(await run('due')).to.deep.equal([])
    expect((await run('list'))[0].retention).to.deep.equal({ state: 'destroyed' })
  })

  it('says in one sentence what it lacks or does not know', async () => {
    const cases: readonly (readonly [string[], string])[] = [
      [['burn'], 'There is no `evidence burn`'],
      [['add'], '`evidence add` lacks FILE'],
      [['add', 'none.png'], 'none.png cannot be read'],
      [['add', 'shot.png', '--case-closed', '2024-01-01'], 'a closing day belongs to a case'],
      [['hold', 'ffffffff'], '`evidence hold` needs --because TEXT'],
      [['hold', 'ffffffff', '--because', 'x'], 'No file of evidence has the SHA-256 ffffffff'],
      [['move', 'ffffffff'], '`evidence move` needs --to TEXT'],
    ]
    await added()
    for (const [args, said] of cases) {
      const { code, err } = await revenant(folder, ['evidence', ...args])
      expect(code, args.join(' ')).to.equal(2)
      expect(err).to.include(said)
    }
  })
})
