import * as library from '@opensanctions/followthemoney'
import { expect } from 'chai'

import { coreOf } from '../../server/leads/core.ts'
import { evidenceOf } from '../../server/leads/evidence.ts'
import { ftm } from '../../server/leads/formats/ftm.ts'
import { ftmEntity, ftmId } from '../../server/leads/formats/ftm-entity.ts'
import { wordsOf } from '../../server/leads/words/words.ts'
import { contentsOf } from './contents.ts'
import { account, factory, registrant, shops } from './keys.ts'

interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, string[]>>
}

const model = new library.Model(library.defaultModel as never)

describe('a ring as FollowTheMoney entities', () => {
  const entities = entitiesOf()
  const byId = new Map(entities.map((entity) => [entity.id, entity]))

  it('has only schemata and properties of the model, and what each schema requires', () => {
    for (const { schema: name, properties } of entities) {
      const schema = model.getSchema(name)
      const known = [...schema.getProperties().keys()]
      const unknown = Object.keys(properties).filter((property) => !known.includes(property))
      expect(unknown, name).to.deep.equal([])
      for (const property of schema.required) expect(properties, name).to.have.property(property)
    }
  })

  it('joins only what each schema may', () => {
    const ends = entities.flatMap(({ schema, properties }) => {
      const all = model.getSchema(schema).getProperties()
      return Object.entries(properties).flatMap(([property, values]) => {
        const known = all.get(property)
        return known?.type.name === 'entity' ? values.map((end) => ({ end, known })) : []
      })
    })
    expect(ends).not.to.be.empty
    for (const { end, known } of ends) {
      const schema = model.getSchema(byId.get(end)?.schema ?? '')
      expect(schema.isA(known.getRange().name), known.name).to.equal(true)
    }
  })

  it('calls shops accounts of their owner, companies by their code, and addresses by what stands on them', () => {
    const shop = byId.get(ftmId(shops.bag))
    expect(shop).to.deep.include({ schema: 'UserAccount' })
    expect(shop?.properties).to.deep.include({
      username: ['88213'],
      service: ['jushi.example'],
      owner: [ftmId(registrant)],
      phone: ['+8613800138000'],
    })
    expect(byId.get(ftmId(registrant))?.schema).to.equal('Company')
    expect(byId.get(ftmId(account))).to.deep.include({ schema: 'BankAccount' })
    expect(byId.get(ftmId(factory))?.schema).to.equal('Company')
  })

  it('leaves matches that nobody confirmed to somebody to judge, and makes none the other way round', () => {
    const similar = entities.filter(({ schema }) => schema === 'Similar')
    expect(similar).to.have.length(2)
    expect(similar[0]?.properties).to.have.keys([
      ...['candidate', 'match', 'confidenceScore', 'criteria', 'matcher'],
    ])
    const contents = contentsOf()
    const decision = {
      ...{ id: 'd1', a: shops.bag, b: shops.lotus, verdict: 'same' as const, by: 'R. L.' },
      ...{ basis: 'reviewed' as const, on: contents.run.asOf },
    }
    const confirmed = entitiesOf({
      ...contents,
      links: contents.links.map((link) => ({
        ...link,
        ledger: { ...link.ledger, decisions: [decision] },
      })),
    })
    const roles = confirmed.flatMap(({ properties }) => properties.role ?? [])
    expect(confirmed.filter(({ schema }) => schema === 'Similar')).to.be.empty
    expect(roles).to.include('re-registered as').and.to.include('one controller')
  })

  it('gives nobody a topic, and no file a hash that readers would take for another kind', () => {
    for (const { properties } of entities) {
      expect(properties).not.to.have.any.keys('topics', 'contentHash', 'idNumber')
    }
  })

  it('cites its rows and its files', () => {
    // A row that is a stranger's own is withheld, and what it says of the ring then cites nothing.
    const relations = entities.filter(({ properties }) => properties.role?.includes('paid into'))
    expect(relations).not.to.be.empty
    for (const { properties } of relations) {
      expect(properties.recordId?.[0]).to.match(/^E\d+:\d+/)
      expect(byId.get(properties.proof?.[0] ?? '')?.schema).to.equal('Document')
    }
  })
})

describe('a FollowTheMoney entity', () => {
  const kept = (property: string, value: string) =>
    ftmEntity('rvn-1', 'Company', { name: ['x'], [property]: [value] }).properties

  it('keeps what a property does not take as a remark', () => {
    const wrong = {
      uscCode: '91350100M000100Y44',
      country: 'zz',
      phone: '12345',
      email: 'nobody',
      registrationNumber: '9'.repeat(65),
    }
    for (const [property, value] of Object.entries(wrong)) {
      expect(kept(property, value), property).to.deep.equal({
        name: ['x'],
        notes: [`${property}: ${value}`],
      })
    }
    expect(kept('uscCode', '91350100M000100Y43')).to.have.property('uscCode')
    expect(kept('country', 'cn')).to.have.property('country')
  })

  it('says an address with commas, and as it was beside it', () => {
    expect(kept('address', 'yard 3; Qingshi')).to.deep.equal({
      name: ['x'],
      address: ['yard 3, Qingshi'],
      notes: ['address: yard 3; Qingshi'],
    })
  })
})

function entitiesOf(contents = contentsOf()): Entity[] {
  const core = coreOf(contents, wordsOf('en'))
  return ftm(core, evidenceOf(core))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entity)
}
