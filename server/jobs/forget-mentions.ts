import type { Facts } from '../domain/fact.ts'
import type { Mention } from '../domain/forget-preview.ts'
import { plainKey } from '../domain/keys.ts'
import type { LeadPaper } from '../domain/paper/paper.ts'
import { thingsOf } from '../domain/paper/subject.ts'
import type { Store } from '../store/port.ts'
import { holdingsOf } from './custody/items.ts'

type Count = (store: Store, keys: ReadonlySet<string>, said: readonly Facts[]) => Promise<number>

/** What may speak of a thing and is not erased with it, in the order in which people are told. */
const counted: Readonly<Record<Mention, Count>> = {
  note: async (store, keys) =>
    (await store.papers('note')).filter(({ body }) => names(keys, thingsOf(body.about))).length,
  hold: async (store, keys) =>
    (await store.papers('hold')).filter(({ body }) => names(keys, [body.shop])).length,
  case: async (store, keys) =>
    (await store.papers('case')).filter(({ body }) => names(keys, body.tray.flatMap(thingsOf)))
      .length,
  scene: async (store, keys) =>
    (await store.papers('scene')).filter(({ body }) => names(keys, body.keys)).length,
  role: async (store, keys) =>
    (await store.papers('role')).filter(({ body }) => names(keys, [body.subject, body.of])).length,
  lead: async (store, keys) => {
    const leads = await store.papers('lead')
    return (await Promise.all(leads.map((lead) => isAbout(store, lead, keys)))).filter(Boolean)
      .length
  },
  decision: async (store, keys) =>
    (await store.decisions()).filter(({ a, b }) => names(keys, [a, b])).length,
  ruling: async (store, keys) =>
    (await store.rulings()).filter(({ value }) => keys.has(value)).length,
  // A run quotes values of any shop that it linked: all of them stay, and none is looked through.
  run: async (store) => (await store.runs()).length,
  evidence: async (store, keys, said) => {
    const datasets = new Set(said.map(({ record }) => record.dataset))
    const { items } = await holdingsOf(store)
    return [...items.values()].filter(
      ({ about, datasets: own, destroyedAt }) =>
        destroyedAt === undefined && (names(keys, about) || own.some((one) => datasets.has(one))),
    ).length
  },
}

/** How many papers, decisions, runs and files mention any of the things, without kinds of which none does. */
export async function mentionsOf(
  store: Store,
  said: readonly Facts[],
  keys: ReadonlySet<string>,
): Promise<Partial<Record<Mention, number>>> {
  const found: Partial<Record<Mention, number>> = {}
  for (const [mention, count] of Object.entries(counted) as [Mention, Count][]) {
    const number = await count(store, keys, said)
    if (0 < number) found[mention] = number
  }
  return found
}

async function isAbout(
  store: Store,
  { body }: LeadPaper,
  keys: ReadonlySet<string>,
): Promise<boolean> {
  const ring = await store.ring(body.run, body.ring)
  const shops = ring?.members.map(({ shop }) => shop) ?? []
  return names(keys, shops)
}

/** Whether any of what is named is among the keys, also by an earlier key of a shop. */
export function names(keys: ReadonlySet<string>, named: readonly string[]): boolean {
  return named.some((key) => keys.has(key) || keys.has(plainKey(key)))
}
