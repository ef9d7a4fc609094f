import { expect } from 'chai'

import {
  aboutOf,
  constantsOf,
  describe as described,
  fieldsMissing,
  withColumn,
} from '../../client/import/description.ts'
import type { Proposal, ProposedFile } from '../../server/contract/uploads.ts'
import { DatasetDescription } from '../../server/ingest/dataset-schema.ts'

const file: ProposedFile = {
  ...{ file: 'shops.csv', kind: 'shop', otherKinds: [], columns: ['Id'], rowsLookedAt: 1 },
  reading: { format: 'delimited', stated: [] },
  knownFields: ['platform', 'shop_id'].map((field) => ({ field, required: true, multiple: false })),
  fields: [{ field: 'shop_id', column: 'Id', reason: 'word', fits: 1, of: 1, samples: ['1'] }],
  ...{ notPlaced: [], missing: ['platform'], assumed: {} },
}
const proposal: Proposal = {
  description: {
    ...{ name: 'shops', source: 'unknown', licence: 'unknown', asOf: '2026-03-01' },
    files: [{ file: 'shops.csv', kind: 'shop', columns: { shop_id: 'Id' } }],
  },
  toFill: ['source', 'licence', 'asOf'],
  files: [file],
  unreadable: [],
}

describe('the description of files that came without one', () => {
  it('is one that the server takes, with what the person said and nothing that says nothing', () => {
    const about = { ...aboutOf(proposal), source: ' a market ', licence: 'internal' }
    const constants = { 'shops.csv': { platform: 'taobao.com', name: '' } }
    const description = described(proposal, about, constants)
    expect(DatasetDescription.parse(description)).to.deep.include({ source: 'a market' })
    expect(description).to.not.have.property('phoneRegion')
    expect(description.files).to.deep.equal([
      {
        ...{ file: 'shops.csv', kind: 'shop', columns: { shop_id: 'Id' } },
        constants: { platform: 'taobao.com' },
      },
    ])
  })

  it('does not take “unknown” for a source that somebody said', () => {
    expect(aboutOf(proposal)).to.include({ name: 'shops', source: '', licence: '' })
  })

  it('lacks a required field until a column or one value for all rows gives it', () => {
    expect(fieldsMissing(file, constantsOf(proposal, {}))).to.deep.equal(['platform'])
    expect(fieldsMissing(file, { 'shops.csv': { platform: 'x' } })).to.deep.equal([])
  })

  it('shows what is proposed for all rows, lets it be typed over or taken away, and drops it once a column gives the field', () => {
    const known = [
      ...file.knownFields,
      { field: 'account_scheme', required: false, multiple: false },
    ]
    const own = { ...file, knownFields: known, assumed: { account_scheme: 'alipay' } }
    const [entry] = proposal.description['files'] as object[]
    const files = [{ ...entry, constants: { account_scheme: 'alipay' } }]
    const told = { ...proposal, description: { ...proposal.description, files }, files: [own] }
    const schemeIn = (one: Proposal, value?: string) => {
      const typed = value === undefined ? {} : { 'shops.csv': { account_scheme: value } }
      const [first] = described(one, aboutOf(one), typed)['files'] as { constants?: object }[]
      return first?.constants
    }
    expect(constantsOf(told, {})['shops.csv']).to.include({ account_scheme: 'alipay' })
    expect(schemeIn(told)).to.deep.equal({ account_scheme: 'alipay' })
    expect(schemeIn(told, 'bank')).to.deep.equal({ account_scheme: 'bank' })
    expect(schemeIn(told, '')).to.equal(undefined)
    const guess: ProposedFile['fields'][number] = {
      field: 'account_scheme',
      column: 'B',
      reason: 'chosen',
      fits: 1,
      of: 1,
      samples: [],
    }
    expect(
      schemeIn({ ...told, files: [{ ...own, fields: [...own.fields, guess] }] }, 'bank'),
    ).to.equal(undefined)
    expect(schemeIn({ ...told, files: [{ ...own, assumed: {} }] }, 'bank')).to.equal(undefined)
  })

  it('gives a field to the column that was chosen last, and to all of them where it takes several values', () => {
    const name = { field: 'name', multiple: false }
    const first = withColumn({ columns: {}, dates: {} }, 'Shop', name)
    expect(withColumn(first, 'Title', name).columns).to.deep.equal({ Title: 'name' })
    const nowhere = { field: '', multiple: false }
    const set = withColumn(withColumn(first, 'A', nowhere), 'B', nowhere)
    expect(set.columns).to.deep.equal({ Shop: 'name', A: '', B: '' })
    const phone = { field: 'phone', multiple: true }
    const both = withColumn(withColumn(first, 'Tel', phone), 'Mobile', phone)
    expect(both.columns).to.deep.equal({ Shop: 'name', Tel: 'phone', Mobile: 'phone' })
  })
})
