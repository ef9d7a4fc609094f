import type { EventsAnswer } from '../../server/contract/ring.ts'
import type { Scene } from '../scene/scene.ts'

type Month = EventsAnswer['months'][number]
type Counted = Exclude<keyof Month, 'month'>

/** How many lives began and ended in each month in a scene, and how many of its shops came back, as the histogram of all data counts them. */
export function sceneMonths({ nodes, links, hidden }: Scene): EventsAnswer['months'] {
  const months = new Map<string, Month>()
  const count = (date: string | undefined, what: Counted) => {
    if (date === undefined) return
    const month = date.slice(0, 7)
    const before = months.get(month) ?? { month, opened: 0, closed: 0, cameBack: 0 }
    months.set(month, { ...before, [what]: before[what] + 1 })
  }
  for (const { key, lives } of nodes.values()) {
    if (hidden.has(key)) continue
    for (const { from, to } of lives) {
      count(from, 'opened')
      count(to, 'closed')
    }
  }
  const shown = (key: string) => nodes.has(key) && !hidden.has(key)
  for (const { kind, from, to, ledger } of links.values())
    if (kind === 'came_back_as' && shown(from) && shown(to)) count(ledger.gap?.opened, 'cameBack')
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
