import { readFileSync } from 'node:fs'

import type {
  IdentityChannel,
  IdentityTable,
} from '../../server/linkage/identities/identity-table.ts'
import { type Keys, pairedKeys, singleKeys } from '../../server/linkage/identities/keys.ts'
import { type TextColumn, textColumn } from '../../server/linkage/kernels/text-column.ts'
import type { BenchOptions } from './bench-options.ts'
import { measureResolved } from './measure-resolved.ts'
import { personFields } from './person-generator.ts'

/** The part of the persons benchmark that is measured: reads the file, resolves it, prints one object. */
export function resolvePersons({ input }: BenchOptions): void {
  measureResolved(() => {
    const { texts, truth } = readPersons(input)
    return { table: personTable(texts), truth }
  }, 8_000_000)
}

type Field = (typeof personFields)[number]

/** No field of the file is quoted, and every row ends with a line feed. */
function readPersons(path: string): { texts: Record<Field, string[]>; truth: Int32Array } {
  const file = readFileSync(path, 'latin1')
  const columns = personFields.map((): string[] => [])
  const truth: number[] = []
  let at = file.indexOf('\n') + 1
  const cell = (ending: string) => {
    const from = at
    const to = file.indexOf(ending, from)
    at = to + 1
    return file.slice(from, to)
  }
  while (at < file.length) {
    at = file.indexOf(',', at) + 1
    truth.push(Number(cell(',')))
    for (const [place, column] of columns.entries())
      column.push(cell(place === columns.length - 1 ? '\n' : ','))
  }
  const texts = Object.fromEntries(personFields.map((field, place) => [field, columns[place]]))
  return { texts: texts as Record<Field, string[]>, truth: Int32Array.from(truth) }
}

function personTable(texts: Record<Field, string[]>): IdentityTable {
  const columns = Object.fromEntries(
    personFields.map((field) => [field, textColumn(texts[field])]),
  ) as Record<Field, TextColumn>
  const kinds: readonly [Field, IdentityChannel['near'], boolean][] = [
    ['first_name', 'name', false],
    ['surname', 'name', false],
    ['dob', 'date', false],
    ['phone', 'code', true],
    ['postcode', 'category', true],
    ['email', 'handle', true],
  ]
  const keys = (field: Field) => singleKeys(columns[field].codes, columns[field].values.length)
  const rules: readonly Keys[] = [
    keys('phone'),
    keys('email'),
    pairedKeys(keys('surname'), keys('first_name')),
    keys('postcode'),
    pairedKeys(keys('dob'), keys('surname')),
  ]
  return {
    records: texts.dob.length,
    channels: kinds.map(([field, near, teaches]) => ({
      channel: field,
      family: field,
      column: columns[field],
      near,
      teaches,
    })),
    rules: rules.map((own) => ({ keys: own, mostHolders: 1000 })),
  }
}
