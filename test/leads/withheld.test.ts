import { expect } from 'chai'

import type { RecordKind, SourceRecord } from '../../server/domain/record.ts'
import { coreOf } from '../../server/leads/core.ts'
import { wordsOf } from '../../server/leads/words/words.ts'
import { contentsOf } from './contents.ts'
import { account, factory, origin, registrant } from './keys.ts'
import { hashOf } from './rows.ts'

describe('what a record says of others', () => {
  it('is withheld where it names an account that the lead does not show, plainly or by its key', () => {
    for (const from of ['account:bank/9555880001', '9555 8800-01']) {
      const own = '6217 0000 1234 4471'
      const row = cited(account, record('transfer', { from_account: from, to_account: own }))
      expect(row).to.deep.equal({ from_account: '[withheld]', to_account: own })
    }
  })

  it('is withheld where it names a company that the lead does not show, alone or among others', () => {
    const other = 'identity:uscc/CN/91350100M000100Y44'
    const row = cited(
      registrant,
      record('identity', { name: 'Director', runs: [registrant, other] }),
    )
    expect(row).to.deep.equal({ name: 'Director', runs: [registrant, '[withheld]'] })
  })

  it('leaves a parcel of no stated shop out, unless a factory of the lead sent it', () => {
    const parcel = record('parcel', { waybill: 'SF9', sender_name: 'A stranger' })
    expect(cited(origin, parcel)).to.equal(undefined)
    expect(cited(factory, parcel)).to.deep.include({ sender_name: 'A stranger' })
  })
})

/** The fields of a record that a thing of the ring cites, as they are in a lead; undefined where the record is not. */
function cited(key: string, row: SourceRecord): SourceRecord['fields'] | undefined {
  const contents = contentsOf()
  const nodes = contents.nodes.map((node) =>
    node.key === key ? { ...node, records: [...node.records, row.hash] } : node,
  )
  const core = coreOf({ ...contents, nodes, records: [...contents.records, row] }, wordsOf('en'))
  return core.records.find(({ hash }) => hash === row.hash)?.fields
}

function record(kind: RecordKind, fields: SourceRecord['fields']): SourceRecord {
  return {
    ...{ hash: hashOf(JSON.stringify(fields)), source: 'demo/more.csv', dataset: 'demo' },
    ...{ file: 'more.csv', row: 1, kind, fields, refused: [] },
  }
}
