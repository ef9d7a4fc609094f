import type { ChokePoints } from '../domain/choke-point.ts'
import type { EdgeType } from '../domain/graph.ts'
import type { GraphReads, Runs } from '../store/port.ts'
import { chokePoints, type Exposure } from '../trace/choke-points.ts'
import { allRings } from './all-rings.ts'

/** Relations to what can be acted on. */
const acted: ReadonlySet<EdgeType> = new Set([
  'PAID_INTO',
  'SHIPS_FROM',
  'SUPPLIED_BY',
  'RESELLS_FOR',
])

/**
 * Which accounts, origins, factories and sellers to act on: the `actions` that remove most of the harm of a run's rings. A ring's harm is its shops × its shops
 * not known to be closed. What an action takes of it is the share that the value has of all that the ring has of its kind: the rest is what the ring falls back on.
 */
export async function findChokePoints(
  store: GraphReads & Runs,
  run: number,
  actions: number,
): Promise<ChokePoints> {
  const rings = await allRings(store, run)
  const ringOf = new Map(
    rings.flatMap(({ members }, place) => members.map(({ shop }) => [shop, place] as const)),
  )
  const { uses, users } = await usesOf(store, ringOf)
  const harm = rings.map(({ size, live }) => size * live)
  const chosen = chokePoints(harm, exposuresOf(uses), actions, {
    nameOf: (key) => key,
    usersOf: (key) => users.get(key)?.size ?? 0,
  })
  const nodes = await store.nodes(chosen.actions.map(({ key }) => key))
  const names = new Map(nodes.map(({ key, name }) => [key, name]))
  const named = chosen.actions.map((one) => ({ ...one, name: names.get(one.key) ?? one.key }))
  return { ...chosen, actions: named }
}

/** By ring and relation, the shops that use each value; and by value, all shops that do. */
type Uses = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>

async function usesOf(store: GraphReads, ringOf: ReadonlyMap<string, number>) {
  const uses = new Map<string, Map<string, Set<string>>>()
  const users = new Map<string, Set<string>>()
  for await (const { from, type, to } of store.scanEdges()) {
    if (!acted.has(type) || !from.startsWith('shop:')) continue
    users.set(to, (users.get(to) ?? new Set<string>()).add(from))
    const ring = ringOf.get(from)
    if (ring === undefined) continue
    const slot = `${ring} ${type}`
    const values = uses.get(slot) ?? new Map<string, Set<string>>()
    values.set(to, (values.get(to) ?? new Set<string>()).add(from))
    uses.set(slot, values)
  }
  return { uses, users }
}

function exposuresOf(uses: Uses): Exposure[] {
  return [...uses].flatMap(([slot, values]) => {
    const ring = Number(slot.split(' ')[0])
    const all = [...values.values()].reduce((sum, { size }) => sum + size, 0)
    return Array.from(values, ([key, { size }]) => ({ key, ring, shops: size, effect: size / all }))
  })
}
