import { expect } from 'chai'

import type { LeadContents } from '../../../server/leads/contents.ts'
import { LeadDocument } from '../../../server/leads/document.ts'
import { withhold } from '../../../server/leads/withhold.ts'
import { contentsOf, optionsOf } from '../contents.ts'
import { registrant, shops } from '../keys.ts'
import { sealed } from '../package.ts'
import { authorisedRow, rightRow } from './right-rows.ts'

describe('the rights of a lead', () => {
  it('are those that test buys name, with whoever may deal in the goods', async () => {
    const { rights = [], claims } = await documentOf([authorisedRow({ party: 'Halvéa Trading' })])
    expect(rights.map(({ id, because }) => [id, because.testBuys])).to.deep.equal([
      ['demo/halvea-word', 1],
    ])
    expect(rights[0]?.authorised[0]).to.deep.include({
      ...{ party: 'Halvéa Trading', shops: [], by: 'none', evidence: ['E1:20'] },
    })
    const said = claims.filter(({ kind }) => kind === 'right')
    expect(said.map(({ evidence }) => evidence)).to.deep.equal([rights[0]?.evidence])
  })

  it('speak for a shop of the ring that is authorised, by key, by its registrant or by a name that reads alike', async () => {
    const parties = [
      ['weigou.example/12903', shops.lotus, 'key'],
      [registrant, shops.bag, 'key'],
      ['锦筑商行', shops.bag, 'name'],
    ] as const
    for (const [party, shop, by] of parties) {
      const { rights = [], counters, claims } = await documentOf([authorisedRow({ party })])
      expect(rights[0]?.authorised[0]).to.deep.include({ shops: [shop], by })
      const counter = counters.find(({ text }) => text.includes('authorised to deal'))
      expect(counter?.evidence).to.deep.equal(['E1:20'])
      const against = claims.filter(({ id }) => counter?.claims.includes(id))
      expect(against.every((claim) => claim.shops.includes(shop))).to.equal(true)
      expect(against).not.to.have.length(0)
    }
  })

  it('are said on the first page where a shop is authorised', async () => {
    const { files } = await sealed(withRows([authorisedRow({ party: 'weigou.example/12903' })]))
    expect([...files.keys()]).to.include('data/rights.csv')
    const table = new TextDecoder().decode(files.get('data/rights.csv'))
    expect(table).to.include('weigou.example/12903')
  })

  it('give nobody outside the ring a name by his key', async () => {
    const outside = [authorisedRow({ party: 'weigou.example/777888' })]
    const { rights = [] } = await documentOf(outside)
    expect(JSON.stringify(rights)).not.to.include('777888')
    const { text } = await sealed(withRows(outside))
    expect(text('data/records.ndjson')).not.to.include('777888')
  })

  it('hide who may deal in the goods from rights holders and platforms', () => {
    const rows = [authorisedRow({ party: 'Halvéa Trading' })]
    const hidden = withhold(withRows(rows), { audience: 'platform' })
    expect(JSON.stringify(hidden.rightRows)).not.to.include('Halvéa Trading')
    const shown = withhold(withRows(rows), { audience: 'authority', named: new Set() })
    expect(JSON.stringify(shown.rightRows)).to.include('Halvéa Trading')
  })

  it('are attached by a brand that reads like the mark, and by the author', async () => {
    const rows = [rightRow({ right_id: 'other', mark: 'ＰＥＴＡＬ' }, 30)]
    const contents = withRows(rows)
    const nodes = contents.nodes.map((node) =>
      node.key === shops.petal
        ? { ...node, properties: { ...node.properties, brands: ['Petal'] } }
        : node,
    )
    const branded = await documentOf(rows, { nodes })
    expect(branded.rights?.find(({ id }) => id === 'demo/other')?.shops).to.deep.equal([
      shops.petal,
    ])
    const stated = await documentOf(rows, {}, ['demo/other'])
    expect(stated.rights?.find(({ id }) => id === 'demo/other')?.because.stated).to.equal(true)
  })

  it('are wanted for sealing: without one, or with one that no row is, it is refused', async () => {
    const bare = { ...contentsOf(), rightRows: { rows: [], stated: [] } }
    await refuses(bare, /no registered right is attached.*kind `right`.*--right/s)
    const stated = { ...contentsOf(), rightRows: { rows: [], stated: ['mine'] } }
    await refuses(stated, /No right on record has the id mine/)
  })
})

async function refuses(contents: LeadContents, why: RegExp): Promise<void> {
  const error = await sealed(contents).catch((failure: unknown) => failure)
  expect(error).to.be.an('error').with.property('message').that.matches(why)
}

type Row = LeadContents['records'][number]

function withRows(rows: readonly Row[], stated: readonly string[] = []): LeadContents {
  const contents = contentsOf()
  return {
    ...contents,
    rightRows: { rows: [...(contents.rightRows?.rows ?? []), ...rows], stated },
  }
}

async function documentOf(
  rows: readonly Row[],
  more: Partial<LeadContents> = {},
  stated: readonly string[] = [],
): Promise<LeadDocument> {
  const lead = await sealed({ ...withRows(rows, stated), ...more }, optionsOf())
  return LeadDocument.parse(JSON.parse(lead.text('data/lead.json')))
}
