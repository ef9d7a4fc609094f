/** Not a division of GB/T 2260: no real person or company has a number of this region, though the check characters are right. */
const fictionalRegion = '990000'

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A resident identity number that checks (GB 11643-1999), in a region that does not exist; `born` is `19780312`. */
export function residentId(serial: number, born: string): string {
  const body = `${fictionalRegion}${born}${String(serial % 1000).padStart(3, '0')}`
  const sum = residentWeights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return `${body}${'10X98765432'[sum % 11]}`
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code that checks (GB 32100-2015), in a region that does not exist. */
export function socialCreditCode(serial: number): string {
  const body = `91${fictionalRegion}FX${String(serial).padStart(7, '0')}`
  const sum = [...body].reduce(
    (total, character, at) => total + usccAlphabet.indexOf(character) * (3 ** at % 31),
    0,
  )
  return `${body}${usccAlphabet[(31 - (sum % 31)) % 31]}`
}
