import { expect } from 'chai'
import fc from 'fast-check'

import { RefusalError } from '../../server/domain/failure.ts'
import type { LeadContents } from '../../server/leads/contents.ts'
import { LeadDocument } from '../../server/leads/document.ts'
import { packLead } from '../../server/leads/lead.ts'
import { contentsOf, optionsOf } from './contents.ts'
import { bystander, shops, stranger } from './keys.ts'
import { type Package, sealed } from './package.ts'

describe('a sealed lead', () => {
  let lead: Package
  let document: LeadDocument

  before(async () => {
    lead = await sealed()
    document = LeadDocument.parse(JSON.parse(lead.text('data/lead.json')))
  })

  it('is the same bytes whenever it is built from the same contents', async () => {
    expect(Buffer.compare(await packLead(contentsOf(), optionsOf()), lead.bytes)).to.equal(0)
  })

  it('is the same bytes in every time zone', async () => {
    const { TZ } = process.env
    process.env.TZ = 'Asia/Shanghai'
    const other = await packLead(contentsOf(), optionsOf())
    process.env.TZ = TZ ?? 'UTC'
    expect(Buffer.compare(other, lead.bytes)).to.equal(0)
  })

  it('is the same bytes in whatever order the contents arrive', async () => {
    const texts = [
      'data/lead.json',
      'data/graph/cluster.gexf',
      'data/evidence-list.csv',
      'data/records.ndjson',
      'data/manifest-sha256.txt',
    ]
    await fc.assert(
      fc.asyncProperty(shuffled(contentsOf()), async (contents) => {
        const other = await sealed(contents)
        for (const path of texts) expect(other.text(path), path).to.equal(lead.text(path))
        expect(Buffer.compare(other.bytes, lead.bytes)).to.equal(0)
      }),
      { numRuns: 3, seed: 7 },
    )
  })

  it('holds the dossier, the machine copy, tables, graph files, evidence, method, limits and verifier', () => {
    expect([...lead.files.keys()]).to.deep.equal([
      'bag-info.txt',
      'bagit.txt',
      'data/00-cover-letter.pdf',
      'data/01-dossier.en.pdf',
      'data/01-dossier.zh-CN.pdf',
      'data/VERIFY.md',
      'data/evidence-list.csv',
      'data/goods.csv',
      'data/graph/cluster.anx',
      'data/graph/cluster.ftm.ndjson',
      'data/graph/cluster.gexf',
      'data/graph/cluster.graphml',
      'data/graph/entities.csv',
      'data/graph/links.csv',
      'data/lead.json',
      'data/lead.schema.json',
      'data/limits.md',
      'data/method.json',
      'data/money.csv',
      'data/pictures/lanes.svg',
      'data/records.ndjson',
      'data/rights.csv',
      'data/sites.csv',
      'data/subjects.csv',
      'data/verify.mjs',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha512.txt',
    ])
  })

  it('names neither a shop nor a person outside the ring, nor a buyer', () => {
    const hidden = [
      stranger.name,
      stranger.key,
      bystander.name,
      bystander.key,
      '买家李四',
      'jushi.example/777',
    ]
    for (const path of lead.files.keys()) {
      for (const name of hidden) expect(lead.text(path), `${name} in ${path}`).not.to.include(name)
    }
    expect(document.withheld).to.deep.include({
      shops: 1,
      identities: 1,
      links: 1,
      bridges: 1,
      records: 4,
    })
  })

  it('gives a stranger that a ledger names a number', () => {
    const rivals = document.links.flatMap(({ ledger }) => ledger.succession?.rivals ?? [])
    expect(rivals.map(({ name }) => name)).to.include('another shop 1')
  })

  it('says that nobody else approved it, and that it is unsigned', () => {
    expect(document.approvedBy).to.equal(null)
    expect(document.signed).to.equal(false)
    expect(lead.text('data/limits.md'))
      .to.include('not approved by a second person')
      .and.to.include('unsigned')
    expect(lead.text('data/VERIFY.md')).to.include('unsigned')
  })

  it('says who approved it when somebody did', async () => {
    const approved = await sealed(contentsOf(), optionsOf({ approvedBy: 'M. Okafor' }))
    expect(approved.text('data/limits.md')).to.include('M. Okafor approved this lead')
  })

  it('says of an empty table that it is not there, and why', async () => {
    const contents = contentsOf()
    const records = contents.records.filter(({ kind }) => kind !== 'test_buy')
    const { rows = [] } = contents.rightRows ?? {}
    const rightRows = { rows, stated: ['halvea-word'] }
    const quiet = await sealed({ ...contents, records, events: [], rightRows })
    expect([...quiet.files.keys()]).not.to.include('data/goods.csv')
    expect(quiet.text('data/limits.md')).to.include('goods.csv is not in the package')
  })

  it('carries its sentences in Chinese when asked to, and the same claims', async () => {
    const chinese = await sealed(contentsOf(), optionsOf({ language: 'zh-CN' }))
    const copy = LeadDocument.parse(JSON.parse(chinese.text('data/lead.json')))
    expect([...chinese.files.keys()]).to.deep.equal([...lead.files.keys()])
    expect(copy.claims.map(({ kind, evidence, shops: of }) => [kind, evidence, of])).to.deep.equal(
      document.claims.map(({ kind, evidence, shops: of }) => [kind, evidence, of]),
    )
    expect(copy.claims[0]?.text).to.match(/家店铺组成团组/)
  })

  it('is refused when no record supports a statement', async () => {
    const error = await packLead({ ...contentsOf(), records: [], events: [] }, optionsOf()).catch(
      (reason: unknown) => reason,
    )
    expect(error).to.be.instanceOf(RefusalError)
  })

  it('calls nobody guilty', () => {
    const texts = ['data/lead.json', 'data/limits.md', 'data/VERIFY.md'].map(lead.text).join(' ')
    expect(texts).not.to.match(/criminal|guilty|gang\b|offender|perpetrator/i)
  })

  it('names the shops of the ring in every table that is about them', () => {
    for (const key of Object.values(shops)) {
      expect(lead.text('data/subjects.csv')).to.include(key)
      expect(lead.text('data/graph/cluster.gexf')).to.include(key)
    }
  })
})

/** The same contents with every unordered list in another order. */
function shuffled(contents: LeadContents): fc.Arbitrary<LeadContents> {
  const any = <T>(values: readonly T[]) =>
    fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length })
  return fc
    .tuple(
      any(contents.nodes),
      any(contents.edges),
      any(contents.links),
      any(contents.events),
      any(contents.records),
      any(contents.sources),
    )
    .map(([nodes, edges, links, events, records, sources]) => ({
      ...contents,
      nodes: nodes.map((node) => ({ ...node, records: node.records.toReversed() })),
      edges,
      links,
      events,
      records,
      sources,
    }))
}
