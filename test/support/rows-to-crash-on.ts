import type { Facts } from '../../server/domain/fact.ts'
import { edge, facts } from './store-builders.ts'

/** A file of eight hundred rows that share what they point to. */
export function rowsToCrashOn(): Facts[] {
  return Array.from({ length: 800 }, (_, row) => {
    const shop = `shop:taobao.com/${row}`
    return facts(`${row}`, {
      edges: [
        edge(shop, 'REACHED_AT', `contact:phone/${row % 300}`),
        edge(shop, 'SHIPS_FROM', `origin:${row % 30}`),
      ],
    })
  })
}
