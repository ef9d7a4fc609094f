/** An amount of money in ten-thousandths of its currency: sums of it are exact. */
export type Amount = bigint

const places = 4

/** An amount as typed; undefined for what is empty, no number, below zero or beyond what a row can say exactly. */
export function readAmount(typed: string): Amount | undefined {
  const text = typed.normalize('NFKC').trim()
  const plain = /^\+?\d{1,3}(?:,\d{3})+(?:\.|$)/.test(text) ? text.replaceAll(',', '') : text
  const [, whole, part = ''] = /^\+?(\d{1,15})(?:\.(\d*))?$/.exec(plain) ?? []
  if (whole === undefined) return undefined
  return BigInt(whole + part.slice(0, places).padEnd(places, '0'))
}

/** As a decimal text with at least two places: `1234.50`. */
export function amountText(amount: Amount): string {
  const digits = String(amount).padStart(places + 1, '0')
  const part = digits.slice(-places).replace(/0{1,2}$/, '')
  return `${digits.slice(0, -places)}.${part}`
}

/** The sum of those that are known; undefined where none is. */
export function sumOf(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  const known = amounts.filter((amount) => amount !== undefined)
  return known.length === 0 ? undefined : known.reduce((all, amount) => all + amount, 0n)
}

/** The sum, where every one is known. */
export function wholeSum(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  return amounts.includes(undefined) ? undefined : sumOf(amounts)
}

export function leastOf(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  if (amounts.includes(undefined)) return undefined
  return amounts.reduce((least, one) =>
    one !== undefined && (least === undefined || one < least) ? one : least,
  )
}

export function mostOf(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  return amounts.reduce(
    (most, one) => (one !== undefined && (most === undefined || most < one) ? one : most),
    undefined,
  )
}
