import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import {
  rightStated,
  smallFiles,
  temporaryFolder,
  writeDataset,
  writeRightDataset,
  writeSmallDataset,
} from '../jobs/small-dataset.ts'
import { readXml } from '../support/xml-reader.ts'
import { revenant } from './command-line.ts'

describe('the commands, one after the other', () => {
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

  const rows = async (args: string[]) => {
    const { code, out, err } = await revenant(folder, args)
    expect(code, err).to.equal(0)
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  }

  it('load prints one report for each dataset, its name first', async () => {
    const { out } = await revenant(folder, ['load', 'small'])
    expect(out).to.match(
      /^\{"dataset":"small","rows":8,"accepted":8,"quarantined":0,"refusedFields":0,"files":\[.*\],"unchanged":2\}\n$/,
    )
  })

  it('export prints each thing that there is, line by line', async () => {
    expect(await rows(['export', 'rings'])).to.have.length(2)
    expect(await rows(['export', 'records'])).to.have.length(8)
    expect(await rows(['export', 'quarantine'])).to.have.length(0)
    const graph = await rows(['export', 'graph'])
    expect(graph.filter(({ node }) => node?.kind === 'Shop')).to.have.length(6)
    expect(graph.some(({ edge }) => edge?.type === 'PAID_INTO')).to.equal(true)
  })

  it('export links keeps to --min', async () => {
    const all = await rows(['export', 'links', '--min', '0'])
    const sure = await rows(['export', 'links', '--min', '1'])
    expect(sure.length).to.be.lessThan(all.length)
  })

  it('export prints what was, and says why where it cannot', async () => {
    const [{ id }] = await rows(['export', 'rings'])
    const links = await rows(['export', 'links'])
    expect(await rows(['export', 'links', '--known-at', '2999-01-01'])).to.deep.equal(links)
    const ring = ['export', 'ring', id, '--format', 'ftm']
    expect(await rows([...ring, '--known-at', '2999-01-01'])).to.deep.equal(await rows(ring))
    expect(await rows(['export', 'records', '--known-at', '2999-01-01'])).to.have.length(8)
    expect(await rows(['export', 'records', '--as-of', '1990-01-01'])).to.have.length(0)
    const said = async (...args: string[]) => {
      const { code, err } = await revenant(folder, ['export', ...args])
      return `${code}: ${err}`
    }
    expect(await said('rings', '--as-of', '2024-02-01')).to.match(
      /^1: .*No run had been worked out as of 2024-02-01.*`revenant detect --as-of 2024-02-01`/,
    )
    expect(await said('links', '--known-at', '2020-01-01')).to.match(/^1: .*first one is later/)
    expect(await said('quarantine', '--as-of', '2024-02-01')).to.match(/^2: .*revenant restore/)
  })

  it('export ring writes one ring in the format of another tool, by name or to standard output', async () => {
    const [{ id }] = await rows(['export', 'rings'])
    const ftm = await rows(['export', 'ring', id, '--format', 'ftm'])
    expect(ftm.map(({ schema }) => schema)).to.include.members(['UserAccount', 'Similar'])
    for (const format of ['anx', 'graphml', 'gexf']) {
      const file = `ring.${format}`
      const { code, out, err } = await revenant(folder, [
        ...['export', 'ring', id, '--format', format, '--out', file],
      ])
      expect([code, out], err).to.deep.equal([0, ''])
      expect(() => readXml(readFileSync(join(folder, file), 'utf8')), format).not.to.throw()
    }
    await revenant(folder, ['export', 'ring', id, '--format', 'csv', '--out', 'tables'])
    expect(readFileSync(join(folder, 'tables/links.csv'), 'utf8')).to.include('PAID_INTO')
    expect(readFileSync(join(folder, 'tables/entities.csv'), 'utf8')).to.include('PaymentAccount')
  })

  it('export ring says what is missing or cannot be', async () => {
    const [{ id }] = await rows(['export', 'rings'])
    const said = async (...args: string[]) => {
      const { code, err } = await revenant(folder, ['export', ...args])
      return `${code}: ${err}`
    }
    expect(await said('ring')).to.match(/^2: .*Which ring/)
    expect(await said('ring', id)).to.match(/^2: .*anx, graphml, gexf, ftm, geojson, csv/)
    expect(await said('ring', id, '--format', 'csv')).to.match(/^2: .*--out/)
    expect(await said('ring', 'ring:x/1', '--format', 'ftm')).to.match(/^1: .*has no ring ring:x/)
    expect(await said('ring', id, '--format', 'geojson')).to.match(/^1: .*coordinates/)
    expect(await said('rings', '--format', 'anx')).to.match(/^2: .*for one ring/)
    expect(await said('ring', id, '--format', 'ftm', '--out', '.')).to.match(
      /^1: .*cannot be written/,
    )
  })

  it('explain says which literal values speak for a link, in bits', async () => {
    const { code, out } = await revenant(folder, ['explain', 'taobao.com/101', 'taobao.com/102'])
    expect(code).to.equal(0)
    expect(out).to.include('6222021234567890123')
    expect(out).to.match(/bits/)
  })

  it('explain works out a link that no run keeps', async () => {
    const { code, err } = await revenant(folder, ['explain', 'taobao.com/101', 'jd.com/301'])
    expect(code).to.equal(0)
    expect(err).to.match(
      /worked out just now, by the model of run \d+ \(usual-weights-\d+, not yet checked/,
    )
    const [links] = await rows(['explain', 'taobao.com/101', 'jd.com/301', '--json'])
    expect(links[0].probability).to.be.lessThan(0.5)
  })

  it('generic keeps what a person says of a value, and refuses what says nothing', async () => {
    const said = ['--by', 'An', '--because', 'an agent']
    const value = 'account:bank/6222021234567890123'
    const [kept] = await rows(['generic', value, '--no', ...said])
    expect(kept).to.include({ value, generic: false, by: 'An', because: 'an agent' })
    expect((await revenant(folder, ['generic', value, ...said])).code).to.equal(2)
    expect((await revenant(folder, ['generic', value, '--yes', '--no', ...said])).code).to.equal(2)
    const unknown = await revenant(folder, ['generic', 'account:bank/1', '--yes', ...said])
    expect(unknown.code).to.equal(1)
    expect(unknown.err).to.match(/Nothing in the store has the key account:bank\/1/)
  })

  it('explain fails on a shop that the store does not hold', async () => {
    const { code, err } = await revenant(folder, ['explain', 'taobao.com/101', 'taobao.com/999'])
    expect(code).to.equal(1)
    expect(err).to.match(/holds no shop taobao\.com\/999/)
  })

  it('score measures the run against rows that load was never given', async () => {
    writeFileSync(
      join(folder, 'truth.csv'),
      'platform,shop_id,controller\ntaobao.com,101,A\ntaobao.com,102,A\ntaobao.com,103,A\njd.com,201,B\njd.com,202,B\njd.com,301,C\n',
    )
    const [score] = await rows(['score', '--truth', 'truth.csv'])
    expect(score.pairs).to.deep.equal({ precision: 1, recall: 1, f1: 1 })
    expect(score.rings).to.deep.equal({ largest: 3, largestTrue: 3 })
  })

  it('screen prints a line for each new shop', async () => {
    writeDataset(folder, 'new', { name: 'new', files: { 'shop.csv': smallFiles['shop.csv'] } })
    const screened = await rows(['screen', 'new'])
    const { err } = await revenant(folder, ['screen', 'new'])
    expect(err).to.match(/The new shops were judged by the model of run \d+/)
    expect(screened).to.have.length(6)
    for (const row of screened) expect(row).to.have.all.keys('shop', 'notSeenBefore', 'candidates')
  })

  it('a lead is sealed, says that nobody approved it, and verifies until a byte of it changes', async () => {
    const [, ring] = await rows(['export', 'rings'])
    const file = join(folder, 'lead.zip')
    await rows(['load', writeRightDataset(folder)])
    const sealed = await revenant(folder, [
      'lead',
      ring.id,
      '--to',
      'PIPCU',
      '--by',
      'An',
      '--out',
      'lead.zip',
      '--right',
      rightStated,
    ])
    expect(sealed.code, sealed.err).to.equal(0)
    expect(sealed.err).to.match(/not approved by a second person/)
    expect(JSON.parse(sealed.out)).to.include({ recipient: 'PIPCU', sealedBy: 'An', ring: ring.id })
    const [good] = await rows(['verify', 'lead.zip'])
    expect(good).to.include({ ok: true })
    const bytes = readFileSync(file)
    const middle = Math.floor(bytes.length / 2)
    writeFileSync(file, bytes.with(middle, bytes.readUInt8(middle) ^ 1))
    const bad = await revenant(folder, ['verify', 'lead.zip'])
    expect(bad.code).to.equal(1)
    expect(JSON.parse(bad.out).problems).to.not.have.length(0)
  })

  it('enablers tells what many share, as lines or as a table, and choke-points what to act on', async () => {
    const told = await rows(['enablers', '--least', '2'])
    expect(told.map(({ shops }) => shops >= 2)).to.not.include(false)
    const { out } = await revenant(folder, ['enablers', '--least', '2', '--format', 'csv'])
    expect(out.split('\n')[0]).to.equal('kind,key,name,shops,counterfeit,expected,lift,low,high')
    expect(out.trim().split('\n')).to.have.length(told.length + 1)
    const [points] = await rows(['choke-points', '--actions', '2'])
    expect(points.actions.length).to.be.within(0, 2)
    expect(points.removed).to.be.at.most(points.harm)
  })

  it('choke-points tests what a past run proposed, and says no where no run is later', async () => {
    const store = ['--store', 'back-test']
    await rows(['load', 'small', ...store])
    const [past] = await rows(['detect', '--as-of', '2024-06-01', ...store])
    expect(
      (await revenant(folder, ['choke-points', '--back-test', String(past.id), ...store])).code,
    ).to.equal(2)
    expect((await revenant(folder, ['choke-points', '--back-test', '9', ...store])).code).to.equal(
      2,
    )
    await rows(['detect', '--as-of', '2024-12-31', ...store])
    const [told] = await rows(['choke-points', '--back-test', String(past.id), ...store])
    expect([told.past.asOf, told.later.asOf]).to.deep.equal(['2024-06-01', '2024-12-31'])
    expect(told.actions.map(({ rank }: { rank: number }) => rank)).to.deep.equal(
      told.actions.map((_: unknown, place: number) => place + 1),
    )
    expect(told.limits).to.not.have.length(0)
  })

  it('place tells where a factory is and what says so', async () => {
    const [told] = await rows(['place', 'factory:small/F1'])
    expect(told).to.deep.equal({ items: [], omitted: 0 })
    expect((await revenant(folder, ['place', 'factory:nobody/1'])).code).to.equal(2)
  })

  it('generate writes a world that loads, and whose truth scores its run', async () => {
    const [world] = await rows(['generate', '--shops', '120', '--seed', '7', '--out', 'world'])
    expect(world.shops).to.be.at.least(100)
    const store = ['--store', 'of-the-world']
    const [report] = await rows(['load', 'world/data', ...store])
    expect(report.quarantined).to.equal(0)
    const [run] = await rows(['detect', ...store])
    expect(run.summary.shops).to.equal(world.shops)
    const [score] = await rows(['score', '--truth', 'world/truth/truth.csv', ...store])
    expect(score.pairs.precision).to.be.within(0, 1)
    expect((await revenant(folder, ['generate', '--out', 'world'])).code).to.equal(2)
  })

  it('copy moves everything into an empty store, and into no other', async () => {
    const copied = await revenant(folder, ['copy', '--from', '.revenant', '--to', 'second'])
    expect(copied.code, copied.err).to.equal(0)
    for (const what of ['graph', 'links', 'rings', 'records']) {
      const [one, other] = [
        await revenant(folder, ['export', what]),
        await revenant(folder, ['export', what, '--store', 'second']),
      ]
      expect(other.out).to.equal(one.out)
    }
    const again = await revenant(folder, ['copy', '--from', '.revenant', '--to', 'second'])
    expect(again.code).to.equal(1)
    expect(again.err).to.match(/empty/)
  })
})
