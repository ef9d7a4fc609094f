import fc from 'fast-check'

import { type Incidence, incidenceOf } from '../../server/rings/raw/incidence.ts'

/** What each shop has, by its place: `[[0, 1], [1]]` are two shops, of which both have identifier 1. */
export function anIncidence(held: readonly (readonly number[])[]): Incidence {
  const rows = held.flatMap((own, shop) => own.map((identifier) => ({ shop, identifier })))
  const identifiers = 1 + rows.reduce((most, { identifier }) => Math.max(most, identifier), -1)
  return incidenceOf(held.length, identifiers, {
    shop: Int32Array.from(rows, ({ shop }) => shop),
    identifier: Int32Array.from(rows, ({ identifier }) => identifier),
  })
}

/** Up to thirty shops that have up to six of twenty identifiers each. */
export const anyHeld = fc.array(fc.uniqueArray(fc.nat(19), { maxLength: 6 }), { maxLength: 30 })

/** Every identifier allowed. */
export function allOf({ identifiers }: Incidence): Uint8Array {
  return new Uint8Array(identifiers).fill(1)
}
