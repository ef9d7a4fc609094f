import type { AddressOrder, AddressPart } from '../../domain/address-parts.ts'
import type { RecordKind } from '../../domain/record.ts'
import { type NamedPart, partNamedBy } from './address-words.ts'

/** A column that holds a part of an address. */
export interface PartColumn {
  readonly column: string
  readonly part: AddressPart
  /** The header is a word for it, or holds one beside whose address it is. */
  readonly reason: 'word' | 'part'
}

/** Columns that are one address together. */
export interface ColumnsOfAddress {
  readonly field: string
  readonly order: AddressOrder
  /** At least two, each of another part. */
  readonly parts: readonly PartColumn[]
}

interface Named extends NamedPart {
  readonly column: string
}

/**
 * Which columns are parts of one address. All that a table holds of a field's address are one, unless headers say whose they are and differ, as 发货城市 and 退货地址 do, or two are the same part. A street alone is an address by itself.
 */
export function addressesIn(kind: RecordKind, columns: readonly string[]): ColumnsOfAddress[] {
  const named = columns.flatMap((column) => {
    const part = partNamedBy(kind, column)
    return part === undefined ? [] : [{ ...part, column }]
  })
  return by(named, ({ field }) => field)
    .flatMap((own) => (isOne(own) ? [own] : by(own, ({ whose }) => whose).map(firstOfEach)))
    .filter((own) => 1 < own.length && own.some(({ part }) => part !== 'street'))
    .map((own) => ({
      field: own[0]?.field ?? '',
      order: own.some(({ order }) => order === 'de') ? 'de' : 'en',
      parts: own.map(({ column, part, whose }) => ({
        ...{ column, part, reason: whose === '' ? 'word' : 'part' },
      })),
    }))
}

function by(named: readonly Named[], nameOf: (own: Named) => string): readonly Named[][] {
  const groups = new Map<string, Named[]>()
  for (const own of named) groups.set(nameOf(own), [...(groups.get(nameOf(own)) ?? []), own])
  return [...groups.values()]
}

function isOne(named: readonly Named[]): boolean {
  const said = new Set(named.map(({ whose }) => whose).filter((whose) => whose !== ''))
  return said.size < 2 && firstOfEach(named).length === named.length
}

function firstOfEach(named: readonly Named[]): Named[] {
  return named.filter(({ part }, at) => named.findIndex((own) => own.part === part) === at)
}
