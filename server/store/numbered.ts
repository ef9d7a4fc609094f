/** Keys by number, dealt from 0 as keys come: texts are looked up once, and what is walked is numbers. */
export interface Numbered {
  readonly size: number
  numberOf(key: string): number
  keyOf(number: number): string
}

/** `begin` hears of each new number. */
export function numbered(begin: () => void): Numbered {
  const numbers = new Map<string, number>()
  const keys: string[] = []
  return {
    get size() {
      return keys.length
    },
    numberOf(key) {
      const known = numbers.get(key)
      if (known !== undefined) return known
      const number = keys.push(key) - 1
      numbers.set(key, number)
      begin()
      return number
    },
    keyOf: (number) => keys[number] ?? '',
  }
}
