import fc from 'fast-check'

import {
  familyCount,
  independentFamilies,
  loneCell,
  type Overlaps,
} from '../../server/linkage/combine-families.ts'

/** What a family says in bits: often nothing, often little. */
export const bits = fc
  .oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 }))
  .map((tenths) => tenths / 10)
export const agreements = fc
  .array(bits, { minLength: familyCount, maxLength: familyCount })
  .map((list) => Float64Array.from(list))
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)

/** Any overlaps, and anything that families count alone. */
export const overlapsAndAlone = fc
  .array(share, { minLength: familyCount ** 2, maxLength: familyCount ** 2 })
  .map((list): Overlaps => {
    const all = independentFamilies()
    for (let a = 0; a < familyCount; a++) {
      for (let b = 0; b <= a; b++)
        all[a * familyCount + b] = all[b * familyCount + a] = list[a * familyCount + b] ?? 1
    }
    return all
  })

/** Any overlaps of families that count whole where they stand alone. */
export const overlaps = overlapsAndAlone.map((own): Overlaps => {
  const all = own.slice()
  for (let family = 0; family < familyCount; family++) all[loneCell(family)] = 1
  return all
})
