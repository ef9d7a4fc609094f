import { nodeKey } from '../domain/keys.ts'
import type { SourceRecord } from '../domain/record.ts'
import { IsoDate } from '../domain/units.ts'

/** A field of a row as typed; empty where the row does not have it. */
export function fieldOf({ fields }: Pick<SourceRecord, 'fields'>, name: string): string {
  return ([fields[name] ?? ''].flat()[0] ?? '').trim()
}

/** All values of a field of a row. */
export function valuesOf({ fields }: Pick<SourceRecord, 'fields'>, name: string): string[] {
  return [fields[name] ?? []].flat()
}

/** A field as a day; undefined where it is empty or none. */
export function dayOf(record: Pick<SourceRecord, 'fields'>, name: string): IsoDate | undefined {
  const typed = fieldOf(record, name).normalize('NFKC')
  const [, year = '', month = '', date = ''] = day.exec(typed) ?? []
  return IsoDate.safeParse([year, month.padStart(2, '0'), date.padStart(2, '0')].join('-')).data
}

/** A day as rows have it, with or without a time; the year comes first. */
const day = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ].*)?$/u

/** The one of the shops that a row is about; fields are as typed, so that case tells no two apart. */
export function shopOf(record: SourceRecord, shops: readonly string[]): string | undefined {
  const [platform, id] = [fieldOf(record, 'platform'), fieldOf(record, 'shop_id')]
  if (platform === '' || id === '') return undefined
  const key = nodeKey('Shop', platform, id).toLowerCase()
  return shops.find((shop) => shop.toLowerCase() === key)
}
