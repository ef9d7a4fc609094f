import { expect } from 'chai'

import { everyRule } from '../../../server/linkage/identities/every-rule.ts'
import type { IdentityTable } from '../../../server/linkage/identities/identity-table.ts'
import { singleKeys } from '../../../server/linkage/identities/keys.ts'
import { resolve } from '../../../server/linkage/identities/resolve.ts'
import { textColumn } from '../../../server/linkage/kernels/text-column.ts'
import { generatePersons, type Person } from '../../bench/person-generator.ts'
import { scorePartition } from '../../bench/public/score.ts'

const options = { seed: 1, pairBudget: 1_000_000 }

describe('resolution of identities', () => {
  const persons = generatePersons(4000, 5)

  it('finds who is who among damaged records, without labels', () => {
    const { clusterOf } = resolve(tableOf(persons), options)
    const truth = Int32Array.from(persons, ({ cluster }) => cluster)
    const { pairs, bCubed } = scorePartition(clusterOf, truth, () => true)
    expect(pairs.precision).to.be.above(0.97)
    expect(pairs.recall).to.be.above(0.9)
    expect(bCubed.f1).to.be.above(0.98)
  })

  it('gives the same bytes twice', () => {
    const [once, again] = [resolve(tableOf(persons), options), resolve(tableOf(persons), options)]
    expect(once.clusterOf).to.deep.equal(again.clusterOf)
    expect(once.weighed.bits).to.deep.equal(again.weighed.bits)
  })

  it('weighs a rare value at least as high as a common one, and near above far', () => {
    const { weighed } = resolve(tableOf(persons), options)
    for (const worth of weighed.worth) {
      const [same, near] = [worth.slice(0, 12), worth.slice(12)]
      expect([...same]).to.deep.equal([...same].toSorted((x, y) => y - x))
      expect([...near]).to.deep.equal([...near].toSorted((x, y) => y - x))
    }
  })

  it('joins nobody in a table of strangers', () => {
    const strangers = persons.filter(
      ({ cluster }, place) => persons.findIndex((other) => other.cluster === cluster) === place,
    )
    const { clusterOf } = resolve(tableOf(strangers), options)
    const joined = clusterOf.filter((cluster, record) => cluster !== record).length
    expect(joined).to.be.below(strangers.length / 1000)
  })

  it('has an answer for an empty table and for a single record', () => {
    expect([...resolve(tableOf([]), options).clusterOf]).to.deep.equal([])
    expect([...resolve(tableOf(persons.slice(0, 1)), options).clusterOf]).to.deep.equal([0])
  })
})

function tableOf(persons: readonly Person[]): IdentityTable {
  const fields = [
    ['first_name', 'name'],
    ['surname', 'name'],
    ['dob', 'date'],
    ['phone', 'code'],
    ['postcode', 'code'],
    ['email', 'handle'],
  ] as const
  const channels = fields.map(([field, near]) => {
    const column = textColumn(persons.map((person) => person[field]))
    return { channel: field, family: field, column, near, teaches: true }
  })
  const finders = channels.map(({ channel, column }) => ({
    of: channel,
    keys: singleKeys(column.codes, column.values.length),
    alone: true,
    several: false,
  }))
  return { records: persons.length, channels, rules: everyRule(finders, 100) }
}
