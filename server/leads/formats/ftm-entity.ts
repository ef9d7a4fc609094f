import { createHash } from 'node:crypto'

import { canonicalJson } from '../../domain/canonical.ts'
import { type FtmType, ftmAddress, ftmText, ftmTypes } from './ftm-values.ts'

/** Values of one entity by the name of their property, before they were checked. */
export type FtmValues = Readonly<Record<string, readonly (string | undefined)[]>>

export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** The same id for the same thing in every file, and nothing in it that a reader could take for a name. */
export function ftmId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(canonicalJson(parts)).digest('hex')
  return `rvn-${digest.slice(0, 40)}`
}

/** An entity with every value that its property takes; one that does not fit is kept as a remark, never dropped. */
export function ftmEntity(id: string, schema: string, values: FtmValues): FtmEntity {
  const checked = Object.entries(values).flatMap(([property, raw]) =>
    raw.flatMap((said) => checkedValue(property, ftmText(said ?? ''))),
  )
  const remark = remarkOf(schema)
  const remarks = checked.flatMap(({ remark: text }) => text ?? [])
  const all = [
    ...checked.flatMap(({ property, value }) => (value === undefined ? [] : [{ property, value }])),
    ...remarks.map((value) => ({ property: remark, value })),
  ]
  const names = [...new Set(all.map(({ property }) => property))]
  return {
    id,
    schema,
    properties: Object.fromEntries(
      names.map((name) => [
        name,
        inOrder(
          name,
          all.filter(({ property }) => property === name),
        ),
      ]),
    ),
  }
}

interface CheckedValue {
  readonly property: string
  /** What is written; undefined where the property does not take it. */
  readonly value: string | undefined
  /** What was said, where something else or nothing is written. */
  readonly remark: string | undefined
}

function checkedValue(property: string, said: string): CheckedValue[] {
  if (said === '') return []
  const type = types[property] ?? 'string'
  const value = type === 'address' ? ftmAddress(said) : said
  const fits = ftmTypes[type].safeParse(value).success
  const isWhole = fits && value === said
  return [
    {
      property,
      value: fits ? value : undefined,
      remark: isWhole ? undefined : `${property}: ${said}`,
    },
  ]
}

/** Each once, sorted; a remark that is too long goes on in another. */
function inOrder(property: string, said: readonly { readonly value: string }[]): string[] {
  const longest = property === 'criteria' ? 1_000 : 60_000
  const pieces = said.flatMap(({ value }) => inPieces(value, longest))
  return [...new Set(pieces)].toSorted()
}

export function ftmLine(entity: FtmEntity): string {
  return `${canonicalJson(entity)}\n`
}

const relations: ReadonlySet<string> = new Set([
  ...['UnknownLink', 'Ownership', 'Directorship', 'Payment', 'EconomicActivity'],
])

/** Where a schema has room for what fits nowhere else. */
function remarkOf(schema: string): 'notes' | 'description' | 'criteria' {
  if (schema === 'Similar') return 'criteria'
  return relations.has(schema) ? 'description' : 'notes'
}

function inPieces(text: string, longest: number): string[] {
  const characters = Array.from(text)
  const pieces = Math.ceil(characters.length / longest)
  return Array.from({ length: pieces }, (_, index) =>
    characters.slice(index * longest, (index + 1) * longest).join(''),
  )
}

/** The types of the properties that are written; all others are short texts. */
const types: Readonly<Record<string, FtmType>> = {
  name: 'name',
  alias: 'name',
  fileName: 'string',
  address: 'address',
  full: 'address',
  phone: 'phone',
  email: 'email',
  ipAddress: 'ip',
  country: 'country',
  jurisdiction: 'country',
  registrationNumber: 'identifier',
  uscCode: 'uscc',
  accountNumber: 'identifier',
  accountId: 'identifier',
  latitude: 'number',
  longitude: 'number',
  amount: 'number',
  confidenceScore: 'number',
  startDate: 'date',
  endDate: 'date',
  date: 'date',
  retrievedAt: 'date',
  notes: 'text',
  description: 'text',
  summary: 'text',
  goodsDescription: 'text',
  addressEntity: 'entity',
  owner: 'entity',
  holder: 'entity',
  asset: 'entity',
  subject: 'entity',
  object: 'entity',
  director: 'entity',
  organization: 'entity',
  payer: 'entity',
  beneficiary: 'entity',
  payerAccount: 'entity',
  beneficiaryAccount: 'entity',
  candidate: 'entity',
  match: 'entity',
  sender: 'entity',
  document: 'entity',
  entity: 'entity',
  proof: 'entity',
}
