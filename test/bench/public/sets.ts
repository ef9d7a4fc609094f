import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Papa from 'papaparse'

import { foldText } from '../../../server/linkage/fold-text.ts'
import type { Described } from './identity-table.ts'

/** One public set: who is who, and what there is to tell. */
export interface PublicSet {
  readonly truth: readonly string[]
  /** Whether settings were chosen with an eye on the figures of half of its entities, so that each half is worth a figure of its own. */
  readonly halfSeen: boolean
  readonly described: Described
}

type Row = Readonly<Record<string, string>>

const datasets = join(import.meta.dirname, '../../../datasets')

/** Every set that the benchmark knows, read when asked for. */
export const publicSets: Readonly<Record<string, () => PublicSet>> = {
  'historical-50k': () => historical(benchmark('historical-50k', 'historical_50k')),
  'fake-1000': () => fake(benchmark('fake-1000', 'fake_1000')),
  febrl2: () => febrl(benchmark('febrl', 'dataset2')),
  febrl3: () => febrl(benchmark('febrl', 'dataset3')),
  febrl4: () => febrl([...benchmark('febrl', 'dataset4a'), ...benchmark('febrl', 'dataset4b')]),
  sites: () => sites(join(datasets, 'samples/early-learning-sites')),
}

function historical(rows: readonly Row[]): PublicSet {
  const texts = columnsOf(rows)
  const [birth, postcode] = [texts('dob'), texts('postcode_fake')]
  return {
    truth: texts('cluster'),
    halfSeen: true,
    described: {
      records: rows.length,
      names: { given: texts('first_name'), family: texts('surname') },
      fullName: texts('full_name'),
      fields: {
        birth: { texts: birth, near: 'date', coarse: birth.map(yearOf) },
        postcode: {
          texts: postcode,
          near: 'code',
          coarse: postcode.map((text) => text.split(' ', 1)[0] ?? ''),
        },
        place: { texts: texts('birth_place'), near: 'name' },
        occupation: { texts: texts('occupation'), near: 'category' },
      },
    },
  }
}

function fake(rows: readonly Row[]): PublicSet {
  const texts = columnsOf(rows)
  const [given, family, birth] = [texts('first_name'), texts('surname'), texts('dob')]
  return {
    truth: texts('cluster'),
    halfSeen: false,
    described: {
      records: rows.length,
      names: { given, family },
      fullName: given.map((text, row) => `${text} ${family[row]}`),
      fields: {
        birth: { texts: birth, near: 'date', coarse: birth.map(yearOf) },
        email: { texts: texts('email'), near: 'handle' },
        city: { texts: texts('city'), near: 'name' },
      },
    },
  }
}

function febrl(rows: readonly Row[]): PublicSet {
  const texts = columnsOf(rows)
  const [given, family, birth] = [texts('given_name'), texts('surname'), texts('date_of_birth')]
  return {
    truth: texts('rec_id').map((id) => id.split('-')[1] ?? ''),
    halfSeen: false,
    described: {
      records: rows.length,
      names: { given, family },
      fullName: given.map((text, row) => `${text} ${family[row]}`),
      fields: {
        birth: { texts: birth, near: 'date', coarse: birth.map(yearOf) },
        number: { texts: texts('soc_sec_id'), near: 'code' },
        postcode: { texts: texts('postcode'), near: 'code' },
        street: { texts: texts('address_1'), near: 'name' },
        suburb: { texts: texts('suburb'), near: 'name' },
        house: { texts: texts('street_number'), near: 'category' },
      },
    },
  }
}

function sites(folder: string): PublicSet {
  const rows = read(join(folder, 'data/sites.csv'))
  const organization = new Map(
    read(join(folder, 'truth/truth.csv')).map((row) => [row.shop_id, row.controller ?? '']),
  )
  const texts = columnsOf(rows)
  return {
    truth: texts('Id').map((id) => organization.get(id) ?? ''),
    halfSeen: true,
    described: {
      records: rows.length,
      fields: {
        name: { texts: texts('Site name').map(foldText), near: 'words' },
        address: { texts: texts('Address').map(foldText), near: 'words' },
        zip: { texts: texts('Zip').map((text) => text.slice(0, 5)), near: 'category' },
        phone: {
          texts: texts('Phone').map((text) => text.replace(/\D/g, '').slice(-7)),
          near: 'code',
        },
      },
    },
  }
}

function yearOf(date: string): string {
  return date.slice(0, 4)
}

function columnsOf(rows: readonly Row[]): (name: string) => string[] {
  return (name) => rows.map((row) => (row[name] ?? '').trim())
}

function benchmark(set: string, file: string): readonly Row[] {
  return read(join(datasets, 'benchmarks', set, 'data', `${file}.csv`))
}

function read(path: string): readonly Row[] {
  const { data } = Papa.parse<Row>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
  })
  return data
}
