import { largeIntegers } from '../../domain/columns/large-arrays.ts'
import { at } from '../key-column.ts'
import { mixed } from './hash-text.ts'
import type { TokenSets } from './token-column.ts'

/** Keys a shop gets. Two shops whose rare tokens are the share J alike have a key in common with probability 1 − (1 − J)⁸. */
export const keysPerShop = 8

/** Spread over 32 bits as the multiples of the golden ratio are. */
const seeds = Int32Array.from({ length: keysPerShop }, (_, key) => Math.imul(key + 1, 0x9e3779b9))

/**
 * MinHash (A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997, doi:10.1109/SEQUEN.1997.666900) over the tokens
 * that 2 to `most` shops have. Shops × {@link keysPerShop} numbers, shop by shop: the code of the token that comes first in the key's own
 * order, −1 where a shop has no such token. Two shops that have one number in one place are worth comparing. Orders depend on the tokens
 * alone, so what else is loaded does not change which tokens are chosen, except through how many shops have them.
 */
export function minHashKeys(
  { starts, codes, holders, marks }: TokenSets,
  most: number,
): Int32Array {
  const shops = starts.length - 1
  const keys = largeIntegers(shops * keysPerShop).fill(-1)
  const first = largeIntegers(keysPerShop)
  for (let shop = 0; shop < shops; shop++) {
    first.fill(0x7fffffff)
    const own = keys.subarray(shop * keysPerShop, (shop + 1) * keysPerShop)
    for (let i = at(starts, shop); i < at(starts, shop + 1); i++) {
      const code = at(codes, i)
      if (at(holders, code) <= most) offer(code, at(marks, code), first, own)
    }
  }
  return keys
}

/** Puts a token in every place where it comes before what stands there. */
function offer(code: number, mark: number, first: Int32Array, keys: Int32Array): void {
  for (let key = 0; key < keysPerShop; key++) {
    const order = mixed(mark ^ at(seeds, key))
    if (at(first, key) < order) continue
    first[key] = order
    keys[key] = code
  }
}
