import { plainText } from '../domain/plain-text.ts'
import type { Cell, Cells } from './readers/raw-row.ts'

/**
 * What tables write beside the sum of the rows above, in Chinese, English, German, French, Spanish, Italian, Portuguese, Russian and Turkish, in lower case and without spaces.
 */
const words = new Set(
  'total totals subtotal subtotals grandtotal sum 合计 总计 小计 共计 累计 总数 總計 合計 小計 summe gesamt gesamtsumme zwischensumme insgesamt totalgénéral totalgeneral soustotal totale totalegenerale subtotale totalgeral totaux totales итого всего toplam geneltoplam aratoplam'.split(
    ' ',
  ),
)
const longest = 24

/**
 * Makes a test of whether a row sums others up and so is no shop, parcel or sale: of the columns that say what the row is about none holds anything but a word for a sum, such a word comes first of what the row says, and the rest are numbers. A shop that is really called
 * Total has an id, or a name beside it.
 */
export function totalsTest(keyColumns: readonly string[]): (cells: Cells) => boolean {
  return (cells) => {
    for (const column of keyColumns) {
      const cell = cells.get(column)
      if (cell !== undefined && !isBlank(cell) && !saysSum(cell)) return false
    }
    const [first, ...others] = [...cells].map(([, cell]) => cell).filter((cell) => !isBlank(cell))
    if (first === undefined || !saysSum(first)) return false
    return others.every((cell) => saysSum(cell) || isNumber(cell))
  }
}

function isBlank(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim() === ''
}

/** `Total`, `合计：` or `Total: 135`. */
function saysSum(cell: Cell): boolean {
  if (typeof cell !== 'string' || longest < cell.length) return false
  return words.has(
    plainText(cell)
      .toLowerCase()
      .replace(/:[\d\s.,]*$/u, '')
      .replaceAll(/[\s-]/gu, ''),
  )
}

/** With signs of what is counted, such as `¥ 1,200.50` or `12 %`. */
function isNumber(cell: Cell): boolean {
  return typeof cell === 'string' && /^[\d\s.,'+%\p{Sc}-]*\d[\d\s.,'%\p{Sc}]*$/u.test(cell)
}
