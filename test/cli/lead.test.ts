import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { temporaryFolder, writeRightDataset, writeSmallDataset } from '../jobs/small-dataset.ts'
import { anAuthority } from '../support/stamp-authority.ts'
import { tokenFor } from '../support/stamp-token.ts'
import { revenant } from './command-line.ts'

describe('the steps of a lead on the command line', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let folder: string
  let ring: string
  before(async () => {
    temporary = temporaryFolder()
    folder = temporary.path
    writeSmallDataset(folder)
    writeRightDataset(folder)
    await revenant(folder, ['load', 'small', 'rights'])
    await revenant(folder, ['detect'])
    ring = JSON.parse((await revenant(folder, ['export', 'rings'])).out.split('\n')[0] ?? '').id
  })
  after(() => temporary[Symbol.dispose]())

  const lead = async (...args: string[]) => {
    const { code, out, err } = await revenant(folder, ['lead', ...args])
    return { code, err, answer: out === '' ? undefined : JSON.parse(out.split('\n')[0] ?? '') }
  }

  it('go from the draft to what came of it, and refuse what does not follow', async () => {
    const asked = [
      '--to',
      'Police',
      '--territory',
      'CN',
      '--asks',
      'Inspect.',
      '--by',
      'An',
      '--right',
      'lotus-word',
    ]
    const { answer: draft } = await lead('draft', ring, ...asked)
    expect(draft).to.include({ id: 'L-2026-000001-v1', state: 'draft' })
    const early = await lead('seal', draft.id, '--by', 'An')
    expect(early.code).to.equal(2)
    expect(early.err).to.include('from there it can become reviewed, withdrawn')
    await lead('review', draft.id, '--by', 'Bo')
    expect((await lead('approve', draft.id, '--by', 'An')).err).to.include('a second person')
    await lead('approve', draft.id, '--by', 'Bo')
    const sealed = await lead('seal', draft.id, '--by', 'An', '--out', 'out.zip')
    expect(sealed.answer).to.include({ state: 'sealed' })
    expect(existsSync(join(folder, 'out.zip'))).to.equal(true)
    expect(sealed.answer.sealed[0]).to.include({ approvedBy: 'Bo', audience: 'authority' })
    await lead('send', draft.id, '--by', 'An')
    await lead('accept', draft.id, '--by', 'An')
    const what = ['--kind', 'detained', '--on', '2026-04-02', '--source', 'Letter 7', '--by', 'An']
    expect((await lead('outcome', draft.id, ...what)).err).to.include('How many')
    await lead('outcome', draft.id, ...what, '--count', '3')
    expect((await lead('verify', draft.id, '--by', 'An')).err).to.include('second person')
    const checked = await lead('verify', draft.id, '--by', 'Bo')
    expect(checked.answer.outcomes[0]).to.include({ kind: 'detained', count: 3, verifiedBy: 'Bo' })
    const { answer: board } = await lead('board')
    expect(board.states).to.deep.equal({ accepted: 1 })
    expect(board.years[0]).to.include({ leads: 1, suspects: 3 })
  })

  it('bring a time stamp where an authority is named, and say how to ask again where none was given', async () => {
    await using authority = await anAuthority()
    const stamp = ['--time-stamp', authority.url]
    const sealing = [ring, '--to', 'Police', '--by', 'An', '--right', 'lotus-word']
    const given = await lead(...sealing, '--out', 'given.zip', ...stamp)
    expect(given.code).to.equal(0)
    const { id } = given.answer
    const checked = await revenant(folder, ['verify', 'given.zip'])
    expect(checked.code).to.equal(0)
    expect(JSON.parse(checked.out).timeStamp).to.include({ authority: 'Clock of the Test' })
    expect(checked.err).to.include(`openssl ts -verify -data ${id}/tagmanifest-sha512.txt`)

    authority.answers((_, response) => response.writeHead(503).end())
    const without = await lead(...sealing, '--out', 'without.zip', ...stamp)
    expect(without.code).to.equal(1)
    expect(without.answer.unstamped).to.include({ reason: 'answered' })
    expect(without.err).to.include(`\`revenant lead stamp ${without.answer.id}\` asks again`)
    const bare = await revenant(folder, ['verify', 'without.zip'])
    expect(JSON.parse(bare.out)).to.include({ ok: true, timeStamp: null })
    expect(bare.err).to.include('There is no time stamp (without.tsr)')
    const wrong = await revenant(folder, ['verify', 'without.zip', '--stamp', 'given.tsr'])
    expect(wrong.code).to.equal(1)
    expect(wrong.out).to.include('of other bytes')

    expect((await lead('stamp', without.answer.id)).err).to.include('No time-stamping authority')
    authority.answers((asked, response) => response.end(tokenFor(asked, authority.signer)))
    const later = await lead('stamp', without.answer.id, ...stamp, '--out', 'without.tsr')
    expect(later.code).to.equal(0)
    expect((await revenant(folder, ['verify', 'without.zip'])).out).to.include('Clock of the Test')
    expect((await lead('stamp', 'L-2026-000099-v1', ...stamp)).err).to.include('No sealed lead')
    const odd = await lead(...sealing, '--out', 'odd.zip', '--time-stamp', 'ftp://clock.test')
    expect(odd).to.deep.include({ code: 2, answer: undefined })
  })

  it('tell of some shops of a ring alone, and say which are left out and what that costs', async () => {
    const sealing = [ring, '--to', 'Police', '--by', 'An', '--right', 'lotus-word']
    const some = ['--shops', 'taobao.com/102, shop:taobao.com/103']
    const { code, err, answer } = await lead(...sealing, ...some, '--out', 'some.zip')
    expect({ code, ring: answer.ring }).to.deep.equal({ code: 0, ring })
    expect(err).to.include('shops 2 leave.').and.include('Left out: Golden Lotus (taobao.com/101).')
    const asked = ['--to', 'Police', '--territory', 'CN', '--asks', 'Inspect.', '--by', 'An']
    const { answer: draft } = await lead('draft', ring, ...asked, ...some)
    expect(draft.shops).to.deep.equal(['shop:taobao.com/102', 'shop:taobao.com/103'])
    const strange = await lead('draft', ring, ...asked, '--shops', 'taobao.com/102,jd.com/201')
    expect(strange.code).to.equal(2)
    expect(strange.err).to.include('shop:jd.com/201 is no shop of')
  })

  it('name what is not there, and what there is', async () => {
    const { code, err } = await lead('approve', 'L-2026-000099-v1', '--by', 'Bo')
    expect(code).to.equal(2)
    expect(err).to.include('`revenant lead list` lists')
    expect((await lead('draft', ring, '--to', 'Police')).err).to.include('--territory COUNTRY')
  })
})

describe('the key on the command line', () => {
  it('is shown with its fingerprint, stays the same, and gives way when that is asked for', async () => {
    using temporary = temporaryFolder()
    const key = async (...args: string[]) => {
      const { out } = await revenant(temporary.path, ['key', ...args])
      return JSON.parse(out).keys as { fingerprint: string }[]
    }
    const [first] = await key()
    expect(await key()).to.deep.equal([first])
    const keys = await key('--new')
    expect(keys).to.have.length(2)
    expect(keys[0]?.fingerprint).to.equal(first?.fingerprint)
  })
})
