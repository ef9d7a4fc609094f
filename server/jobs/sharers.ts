import { growingIntegers } from '../domain/columns/growing.ts'
import { largeIntegers } from '../domain/columns/large-arrays.ts'
import { textOf, textPoolBuilder } from '../linkage/catalogue/text-pool.ts'

/** Which shops have a value: a large store has millions of values, most of which one shop alone has, so that nothing but numbers is kept of these. */
export interface Sharers {
  add(value: string, shop: string): void
  /** By value, the shops of what at least so many share, in the order that they came in. */
  atLeast(shops: number): Map<string, Set<string>>
}

export function sharers(): Sharers {
  const values = textPoolBuilder()
  const shops = new Map<string, number>()
  const [held, holders] = [growingIntegers(), growingIntegers()]
  return {
    add(value, shop) {
      const own = shops.get(shop) ?? shops.size
      shops.set(shop, own)
      held.push(values.codeOf(value))
      holders.push(own)
    },
    atLeast(least) {
      const texts = values.taken()
      const times = largeIntegers(texts.starts.length)
      const codes = held.taken()
      for (const code of codes) times[code] = (times[code] as number) + 1
      const keys = [...shops.keys()]
      const found = new Map<number, Set<string>>()
      for (let place = 0; place < codes.length; place++) {
        const code = codes[place] as number
        if ((times[code] as number) < least) continue
        const own = found.get(code) ?? new Set<string>()
        found.set(code, own.add(keys[holders.at(place)] as string))
      }
      const shared = [...found].filter(([, own]) => least <= own.size)
      return new Map(shared.map(([code, own]) => [textOf(texts, code), own]))
    },
  }
}
