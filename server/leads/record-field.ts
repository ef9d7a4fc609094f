import { dayByHand } from '../domain/day-by-hand.ts'
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

/** A field as a day, with or without a time; undefined where it is empty or none. */
export function dayOf(record: Pick<SourceRecord, 'fields'>, name: string): IsoDate | undefined {
  const [day] = dayByHand(fieldOf(record, name)).split(/[T\s]/u)
  return IsoDate.safeParse(day).data
}

/** The one of the shops that a row is about; fields are as typed, so that case tells no two apart. */
export function shopOf(record: SourceRecord, shops: readonly string[]): string | undefined {
  const [platform, id] = [fieldOf(record, 'platform'), fieldOf(record, 'shop_id')]
  if (platform === '' || id === '') return undefined
  const key = nodeKey('Shop', platform, id).toLowerCase()
  return shops.find((shop) => shop.toLowerCase() === key)
}
